import Measures
import Statements

/// One row of a table: usually one record, sometimes two.
struct Row {
  let document: CSVDocument
  let layout: CSVLayout
  let table: BoundTable
  let records: [CSVDocument.Record]
  /// The first cell that may stand under a wrong name, since a comma without quotes has cut one before it in two.
  let firstSlipped: Int

  init(document: CSVDocument, layout: CSVLayout, table: BoundTable, records: [CSVDocument.Record]) {
    (self.document, self.layout, self.table, self.records) = (document, layout, table, records)
    firstSlipped = table.firstSlipped(in: records[0], of: document, layout)
  }

  var record: CSVDocument.Record { records[0] }
  var line: Int { Int(record.line) }

  /// The bytes of a cell; of several records the first that fills it counts. Words that mean an empty cell are empty.
  func cell(_ role: ColumnRole) -> ArraySlice<UInt8> {
    for column in table[role] {
      for record in records {
        let cell = cell(of: record, column)
        if NumberFormat.isAbsent(cell) { continue }
        if layout.emptyWords.contains(where: { $0.mayMatch(cell) && $0.matches(cell) }) { continue }
        return cell
      }
    }
    return []
  }

  /// A cell; the last that has a name with what follows it, where `$1,574.95` was written without quotes.
  private func cell(of record: CSVDocument.Record, _ column: Int) -> ArraySlice<UInt8> {
    if column < firstSlipped { return document.trimmed(record, column) }
    guard column == firstSlipped, column == table.lastNamed else { return [] }
    return document.trimmedTail(record, from: column)
  }

  /// The text of a cell; `nil` where it says nothing.
  func text(_ role: ColumnRole) -> String? { said(role).map { String(decoding: $0, as: UTF8.self) } }

  /// The text of a cell with single blanks and without entities.
  func name(_ role: ColumnRole) -> String? { said(role).map(SecurityNaming.name) }

  private func said(_ role: ColumnRole) -> ArraySlice<UInt8>? {
    let cell = cell(role)
    return cell.isEmpty ? nil : cell
  }

  func day(_ role: ColumnRole) -> Day? { layout.days.day(cell(role)) }

  func number(_ role: ColumnRole) -> NumberFormat.Cell { layout.number(cell(role)) }

  /// A figure that the row can do without.
  func figure(_ role: ColumnRole) -> PrintedNumber? {
    if case .number(let number) = number(role) { number } else { nil }
  }

  /// What came in less what went out, of two columns; zeros fill the empty one in some files.
  var creditLessDebit: PrintedNumber? {
    let credit = figure(.credit)?.magnitude
    guard let debit = figure(.debit)?.magnitude else { return credit }
    return credit.map { $0.adding(-debit) } ?? -debit
  }

  /// Whether the row's symbol or, where that is empty, its name is among words.
  func matches(_ words: [Wildcard]) -> Bool {
    guard !words.isEmpty else { return false }
    let symbol = cell(.symbol)
    let named = symbol.isEmpty ? cell(table[.name].isEmpty ? .description : .name) : symbol
    return words.contains { $0.matches(named) }
  }

  /// The number of a row that has only one, wherever it stands but where a number is a name.
  var onlyFigure: PrintedNumber? {
    let names = Set(ColumnRole.names.flatMap { table[$0] })
    let columns = (0..<Int(record.cellCount)).filter { $0 < firstSlipped && !names.contains($0) }
    let figures = columns.compactMap { column -> PrintedNumber? in
      if case .number(let number) = layout.number(document.trimmed(record, column)) { number } else { nil }
    }
    return figures.count == 1 ? figures[0] : nil
  }

  /// Whether any of the cells says one of the words.
  func says(_ words: [ColumnRole: [Wildcard]]) -> Bool {
    words.contains { role, wildcards in
      let cell = cell(role)
      return wildcards.contains { $0.matches(cell) }
    }
  }

  /// The column of a cell in its line, for a message.
  func column(_ role: ColumnRole) -> Int? { table[role].first.flatMap { document.characterColumn(record, $0) } }
}

extension Row {
  /// What the row says about its security; `nil` where it names none.
  ///
  /// - Parameter mention: what the row tells about it, which says whether a name alone is enough.
  func security(
    symbol ofTitle: String? = nil, _ mention: SecurityMention, isOption: Bool = false
  ) -> PrintedSecurity? {
    let printed = name(.name) ?? name(.description)
    let isin = text(.isin).map { SecurityReference(.isin, $0) }
    let inName = findings(inName: printed)
    let name = inName?.lead.flatMap { $0.isEmpty ? nil : $0 } ?? printed
    var cusip = (text(.cusip) ?? inName?.texts[.cusip]).map { SecurityReference(.cusip, $0) }
    var symbols = SecurityNaming.references(symbol: text(.symbol) ?? ofTitle ?? inName?.texts[.symbol] ?? "")
    if isOption, let name, let symbol = symbols.first, !SecurityNaming.isOption(symbol.value) {
      // Symbol and CUSIP are the underlying's; the option has only a name.
      symbols = [SecurityReference(.name, name)]
      cusip = nil
    }
    let references = symbols + [cusip, isin].compactMap { $0 }
    let named =
      switch mention {
      case .moved: name
      case .held, .concerned: self.name(.name)
      case .mentioned: String?.none
      }
    guard let reference = references.first ?? named.map({ SecurityReference(.name, $0) }) else { return nil }
    var security = PrintedSecurity(
      reference, ticker: reference.scheme == .ticker ? reference.value : nil, name: name,
      aliases: references.dropFirst().filter { $0 != reference })
    security.kind = isOption ? .option : kind(of: reference, name: name)
    return security
  }

  private func findings(inName name: String?) -> TextPattern.Findings? {
    guard let name else { return nil }
    return layout.nameTexts.lazy.compactMap { $0.findings(in: name, days: layout.days) }.first
  }

  private func kind(of reference: SecurityReference, name: String?) -> PrintedSecurity.Kind? {
    if SecurityNaming.isOption(reference.value) || (name.map(SecurityNaming.isOption) ?? false) { return .option }
    let printed = cell(.kind)
    if let known = table.layout.kinds.first(where: { $0.words.matches(printed) }) { return known.kind }
    return reference.scheme == .cusip && name.map(SecurityNaming.isBond) ?? false ? .bond : nil
  }
}
