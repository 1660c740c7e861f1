public import Diagnostics
import Measures
public import Statements

/// Reads a document of separated values under a layout.
///
/// What is cash: a sweep vehicle ("core" at Fidelity, "Cash & Cash Investments" at Schwab) and pending activity are the
/// statement's cash, never positions; a money-market fund that is not the sweep vehicle is a position. So nothing counts twice,
/// and what moves between cash and the sweep vehicle is an entry of kind `sweep` without effect.
///
/// A `reinvest` entry whose effect has cash is only the purchase, its income standing in a row of its own; one without cash is
/// income and purchase in one, as in OFX.
public enum CSVReader {
  /// Whether a table of the layout begins in the document's first lines.
  public static func reading(_ document: CSVDocument, file: String, layout: CSVLayout) -> Reading<ParsedFile> {
    var reader = TableReader(document: document, file: file, layout: layout)
    reader.read()
    return reader.reading
  }
}

/// The pass over all records of a document: which table a record belongs to, and whether it is a row, a header or a line of text.
struct TableReader {
  let document: CSVDocument
  let file: String
  let layout: CSVLayout
  var statements: StatementList
  var securities = SecurityList()
  var rows = RowCount()
  var diagnostics: [Diagnostic] = []
  /// What lines beside the tables have said, for the rows that follow.
  var named = StatementList.Named()
  /// The cell of the row before that names number and account together.
  var accountText: String?
  var symbolOfTitle: String?
  /// What they have said for the whole file.
  var asOf: Day?
  var from: Day?
  var to: Day?
  var currency: String?
  var table: BoundTable?
  var continuation: Continuation?
  var hasMetHeader = false
  var unknownActions: Set<String> = []
  /// The rules of each table, by its header.
  var actionTables: [HeaderPattern: ActionTable] = [:]
  var balances: [Int: RunningBalance] = [:]
  /// How often each kind of problem has been met; a file full of one is told once and for all in its rows left out.
  var reportCounts: [String: Int] = [:]
  static let mostReports = 100
  /// A record that looks like the header of a table that the layout does not know.
  private var strangeHeader: CSVDocument.Record?
  private var isInStrangeTable = false

  init(document: CSVDocument, file: String, layout: CSVLayout) {
    self.document = document
    self.file = file
    self.layout = layout
    statements = StatementList(broker: layout.broker, currency: layout.currency)
  }

  mutating func read() {
    readFileName()
    for record in document.records {
      if isBlank(record) { continue }
      if let names = document.possibleHeader(record), let layout = bestTable(for: Set(names)) {
        finishRow()
        table = BoundTable(layout, names: names.indices.map { document.text(record, $0) }, normalised: names)
        hasMetHeader = true
        isInStrangeTable = false
        strangeHeader = nil
        continue
      }
      if isText(record) {
        finishRow()
        readLine(record)
        strangeHeader = isStrangeHeader(record) ? record : nil
      } else {
        if let header = strangeHeader { leaveTable(at: header) }
        readRow(record)
      }
    }
    finishRow()
    finish()
  }

  private func isBlank(_ record: CSVDocument.Record) -> Bool {
    (0..<Int(record.cellCount)).allSatisfy { document.trimmed(record, $0).isEmpty }
  }

  private func bestTable(for names: Set<String>) -> TableLayout? {
    layout.tables.filter { $0.header.matches(names) }.max { $0.header.count < $1.header.count }
  }

  /// Whether a record is a title, a footer or a disclaimer: outside tables, or without any figure or day that a row has.
  private mutating func isText(_ record: CSVDocument.Record) -> Bool {
    guard let table else { return true }
    if let first = firstCell(record), table.layout.ends.contains(where: { $0.matches(first) }) {
      self.table = nil
      return true
    }
    return !table.hasFigure(in: record, of: document, layout)
  }

  func firstCell(_ record: CSVDocument.Record) -> ArraySlice<UInt8>? {
    (0..<Int(record.cellCount)).lazy.map { document.trimmed(record, $0) }.first { !$0.isEmpty }
  }

  /// Whether a line without figures reads like column names.
  private func isStrangeHeader(_ record: CSVDocument.Record) -> Bool {
    guard table != nil, let names = document.possibleHeader(record)?.filter({ !$0.isEmpty }) else { return false }
    return names.count > 2 && names.allSatisfy { $0.utf8.count <= 40 && !$0.hasSuffix(".") }
  }

  /// Stops reading rows: those that follow stand under a header that no table of the layout has.
  private mutating func leaveTable(at header: CSVDocument.Record) {
    strangeHeader = nil
    isInStrangeTable = true
    diagnostics.append(
      Diagnostic(
        .warning, code: "csv-unknown-table",
        "A table begins here that the profile \(layout.name) does not know: \(document.line(header).prefix(80))",
        at: SourceLocation(file: file, line: Int(header.line)),
        remedy: "Its rows are left out; describe the table in a profile of your own if you need them."))
  }

  // MARK: Rows

  private mutating func readRow(_ record: CSVDocument.Record) {
    guard let table else { return }
    if isInStrangeTable {
      rows.data += 1
      return skip(record, "in a table that the profile does not know")
    }
    if table.layout.continuesRows, document.trimmed(record, table[.day].first ?? -1).isEmpty, continuation != nil {
      rows.data += 1
      continuation?.records.append(record)
      return
    }
    finishRow()
    rows.data += 1
    if let first = firstCell(record), table.layout.totals.contains(where: { $0.matches(first) }) {
      return skip(record, "a total of other rows")
    }
    if table.layout.continuesRows {
      continuation = Continuation(records: [record])
    } else {
      read(Row(document: document, layout: layout, table: table, records: [record]))
    }
  }

  /// Reads the row that has been waiting for its continuation.
  private mutating func finishRow() {
    guard let waiting = continuation, let table else { return }
    continuation = nil
    read(Row(document: document, layout: layout, table: table, records: waiting.records))
  }

  private mutating func read(_ row: Row) {
    switch row.table.layout.content {
    case .transactions: readTransaction(row)
    case .positions: readPosition(row)
    case .lots: readLot(row)
    case .accounts:
      named.number = row.text(.account) ?? named.number
      named.name = row.text(.accountName) ?? named.name
      splitAccount()
      use(row)
    case .nothing: skip(row, "nothing in this table is needed")
    }
  }

  mutating func use(_ row: Row) { rows.used += row.records.count }

  mutating func skip(_ row: Row, _ reason: String) {
    for record in row.records { skip(record, reason) }
  }
  private mutating func skip(_ record: CSVDocument.Record, _ reason: String) {
    rows.skipped.append(.init(line: Int(record.line), reason: reason))
  }

  /// The place of the statement that a row belongs to. A row without account belongs to the account before it.
  mutating func statement(of row: Row) -> Int {
    if let number = row.text(.account) {
      named = .init(number: number, name: row.text(.accountName), kind: row.text(.accountKind))
      splitAccount()
    } else if let text = row.text(.accountName) {
      if row.table[.account].isEmpty, text != accountText { named = .init(number: nil, name: text, kind: row.text(.accountKind)) }
      if row.table[.account].isEmpty, text != accountText { splitAccount() }
      accountText = text
    }
    return statements.place(of: named, asOf: row.day(.asOf))
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

/// A row that may go on in the next record.
struct Continuation: Sendable {
  var records: [CSVDocument.Record]
}
