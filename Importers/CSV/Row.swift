import Measures
import Statements

/// One row of a table: usually one record, sometimes two.
struct Row {
  let document: CSVDocument
  let layout: CSVLayout
  let table: BoundTable
  let records: [CSVDocument.Record]

  var record: CSVDocument.Record { records[0] }
  var line: Int { Int(record.line) }

  /// The bytes of a cell; of several records the first that fills it counts. Words that mean an empty cell are empty.
  func cell(_ role: ColumnRole) -> ArraySlice<UInt8> {
    guard let column = table[role] else { return [] }
    for record in records {
      let cell = document.trimmed(record, column)
      if cell.isEmpty { continue }
      if cell.count <= 40, layout.emptyWords.contains(where: { $0.matches(cell) }) { continue }
      return cell
    }
    return []
  }

  /// The text of a cell; `nil` where it says nothing.
  func text(_ role: ColumnRole) -> String? {
    let cell = cell(role)
    guard let first = cell.first else { return nil }
    if !first.isLetter || cell.count <= 14, !first.isDigit, NumberFormat.isAbsent(cell) { return nil }
    return String(decoding: cell, as: UTF8.self)
  }

  func day(_ role: ColumnRole) -> Day? { layout.days.day(cell(role)) }

  func number(_ role: ColumnRole) -> NumberFormat.Cell { layout.numbers.cell(cell(role)) }

  /// A figure that the row can do without.
  func figure(_ role: ColumnRole) -> PrintedNumber? {
    if case .number(let number) = number(role) { number } else { nil }
  }

  /// The number of a row that has only one, wherever it stands.
  var onlyFigure: PrintedNumber? {
    let figures = (0..<Int(record.cellCount)).compactMap { column -> PrintedNumber? in
      if case .number(let number) = layout.numbers.cell(document.trimmed(record, column)) { number } else { nil }
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
  func column(_ role: ColumnRole) -> Int? { table[role].flatMap { document.characterColumn(record, $0) } }
}

extension Row {
  /// What the row says about its security; `nil` where it names none.
  ///
  /// - Parameter name: whether a name alone is enough.
  func security(symbol ofTitle: String? = nil, byName: Bool) -> PrintedSecurity? {
    let name = (text(.name) ?? text(.description)).map(SecurityNaming.name)
    let isin = text(.isin).map { SecurityReference(.isin, $0) }
    let cusip = text(.cusip).map { SecurityReference(.cusip, $0) }
    let symbol = (text(.symbol) ?? ofTitle).flatMap { symbol -> SecurityReference? in
      let bare = symbol.split(separator: "*").joined()
      return bare.isEmpty ? nil : SecurityNaming.reference(symbol: bare)
    }
    let byName = byName ? text(.name).map { SecurityReference(.name, SecurityNaming.name($0)) } : nil
    let references = [symbol, cusip, isin].compactMap { $0 }
    guard let reference = references.first ?? byName else { return nil }
    var security = PrintedSecurity(
      reference, ticker: reference.scheme == .ticker ? reference.value : nil, name: name,
      aliases: references.dropFirst().filter { $0 != reference })
    security.kind = kind(of: reference, name: name)
    return security
  }

  private func kind(of reference: SecurityReference, name: String?) -> PrintedSecurity.Kind? {
    if SecurityNaming.isOption(reference.value) || (name.map(SecurityNaming.isOption) ?? false) { return .option }
    let printed = cell(.kind)
    return printed.isEmpty ? nil : table.layout.kinds.first { $0.words.matches(printed) }?.kind
  }
}
