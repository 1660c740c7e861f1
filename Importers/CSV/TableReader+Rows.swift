import Measures
import Statements

extension TableReader {
  mutating func readRow(_ record: CSVDocument.Record) {
    guard let table else { return }
    if isInStrangeTable {
      rows.meet()
      return skip(record, "in a table that the profile does not know")
    }
    if goesOn(in: record) {
      rows.meet()
      continuation?.records.append(record)
      return
    }
    finishRow()
    rows.meet()
    if isTotal(record, table) { return skip(record, "a total of other rows") }
    if isShort(record, table) { doubtShort(record, table) }
    if table.layout.continuesRows {
      continuation = Continuation(records: [record])
    } else {
      read(Row(document: document, layout: layout, table: table, records: [record]))
    }
  }

  /// Whether a row repeats what others say: its first filled cell tells, or the one that names what the row is about, wherever
  /// that column stands. Units beside a name are a fund of that name, `Total Stock Market`, but never one called `Total`.
  func isTotal(_ record: CSVDocument.Record, _ table: BoundTable) -> Bool {
    guard !table.layout.totals.isEmpty else { return false }
    let first = (0..<Int(record.cellCount)).first { !document.trimmed(record, $0).isEmpty }
    let about = [ColumnRole.symbol, .account, .day, .acquired].flatMap { table[$0].prefix(1) }
    let names = table[.name] + table[.description]
    let hasUnits = cell(.units, of: record, in: table).map { !NumberFormat.isAbsent($0) } ?? false
    let columns = [first].compactMap(\.self) + about + (table[.symbol].isEmpty ? table[.name].prefix(1) : [])
    return columns.contains { column in
      let cell = document.trimmed(record, column)
      let mayBeFund = hasUnits && names.contains(column)
      return !cell.isEmpty && table.layout.totals.contains { $0.matches(cell) && !(mayBeFund && $0.hasMore(cell)) }
    }
  }

  /// Reads the row that has been waiting for its continuation.
  mutating func finishRow() {
    guard let waiting = continuation, let table else { return }
    continuation = nil
    read(Row(document: document, layout: layout, table: table, records: waiting.records))
  }

  private mutating func read(_ row: Row) {
    if doubtSurplus(row) { return skip(row, "more cells than the table has columns") }
    switch row.table.layout.content {
    case .transactions: readTransaction(row)
    case .positions: readPosition(row)
    case .lots: readLot(row)
    case .accounts:
      named = .init(number: row.text(.account), name: row.text(.accountName), kind: row.text(.accountKind))
      splitAccount()
      headings.append(row.line)
      use(row, as: .account)
    case .nothing: skip(row, "nothing in this table is needed")
    }
  }

  mutating func use(_ row: Row, as use: RowCount.Use) {
    rows.use(use)
    for _ in row.records.dropFirst() { rows.use(.part) }
  }

  mutating func skip(_ row: Row, _ reason: String) {
    for record in row.records { skip(record, reason) }
  }
  /// Lists a record that is no row that can be read, and no line of text either.
  mutating func list(_ record: CSVDocument.Record, _ reason: String) {
    rows.meet()
    skip(record, reason)
  }

  private mutating func skip(_ record: CSVDocument.Record, _ reason: String) {
    rows.skip(line: Int(record.line), reason)
  }

  /// The place of the statement that a row belongs to. A row without account belongs to the account before it.
  mutating func statement(of row: Row) -> Int {
    if let number = row.text(.account) {
      named = .init(number: number, name: row.text(.accountName), kind: row.text(.accountKind))
      splitAccount()
    } else if let text = row.text(.accountName) {
      if let known = accountTexts[text] {
        named = known
      } else if row.table[.account].isEmpty {
        named = .init(number: nil, name: text, kind: row.text(.accountKind))
        splitAccount()
        accountTexts[text] = named
      }
    } else if headings.count > 1 {
      doubtHeadings(row)
    }
    headings = []
    return statements.place(of: named, asOf: row.day(.asOf))
  }

  /// The security of a row, noted in the file's list; rows that name it alike share the work.
  mutating func security(of row: Row, _ mention: SecurityMention, isOption: Bool = false) -> PrintedSecurity? {
    let key = SecurityCells(
      cells: [.symbol, .cusip, .isin, .name, .description, .kind].map { CellText(row.cell($0)) }, title: symbolOfTitle,
      mention: mention, isOption: isOption)
    if let known = knownSecurities[key] { return known }
    let security = row.security(symbol: symbolOfTitle, mention, isOption: isOption)
    if let security { securities.note(security, mention) }
    knownSecurities[key] = .some(security)
    return security
  }

  /// Takes number and name out of a text that holds both.
  private mutating func splitAccount() {
    guard named.name == nil || named.number == nil, let text = named.name ?? named.number else { return }
    for pattern in layout.accountTexts {
      guard let found = pattern.findings(in: text, days: layout.days) else { continue }
      named.number = found.texts[.account] ?? named.number
      named.name = found.texts[.accountName] ?? named.name
      return
    }
  }
}
