import Diagnostics
import Measures
import Statements

/// The pass over all records of a document: which table a record belongs to, and whether it is a row, a header or a line of text.
struct TableReader {
  let document: CSVDocument
  let file: String
  let layout: CSVLayout
  var statements: StatementList
  var securities = SecurityList()
  var knownSecurities: [SecurityCells: PrintedSecurity?] = [:]
  var rows = RowCount()
  var diagnostics: [Diagnostic] = []
  /// What lines beside the tables have said, for the rows that follow.
  var named = StatementList.Named()
  /// What cells that name number and account together have turned out to say.
  var accountTexts: [String: StatementList.Named] = [:]
  /// The lines of the headings of accounts that no table has followed yet.
  var headings: [Int] = []
  var symbolOfTitle: String?
  /// What they have said for the whole file.
  var asOf: Day?
  /// Days for positions that nothing else dates: of a line that no pattern knows, of whoever imports the file, of its name.
  var lineDay: Day?
  var givenDay: Day?
  var nameDay: Day?
  var from: Day?
  var to: Day?
  var currency: String?
  var cash: PrintedNumber?
  var table: BoundTable?
  var continuation: Continuation?
  var hasMetHeader = false
  var unknownActions: Set<String> = []
  /// What the table's action texts mean.
  var actions = ActionTable()
  /// Reinvestments that may hold their income, by statement and place in it.
  var loneReinvestments: [(place: Int, index: Int)] = []
  var positionCurrencies: [PositionCurrency] = []
  var balances: [StatedBalance: RunningBalance] = [:]
  /// How often each kind of problem has been met; a file full of one is told once and for all in its rows left out.
  var reportCounts: [String: Int] = [:]
  static let mostReports = 100
  /// A record that looks like the header of a table that the layout does not know.
  private var strangeHeader: CSVDocument.Record?
  /// The last row of the table, and the cells of its shortest.
  var lastRow: CSVDocument.Record?
  var shortestRow = Int.max
  var isInStrangeTable = false

  init(document: CSVDocument, file: String, layout: CSVLayout) {
    self.document = document
    self.file = file
    self.layout = layout
    statements = StatementList(broker: layout.broker, currency: layout.currency)
  }

  mutating func read() {
    readFileName()
    let last = document.records.last { !isBlank($0) }?.line
    for record in document.records {
      if isBlank(record) { continue }
      if let names = document.possibleHeader(record), let layout = layout.table(for: Set(names)) {
        finishRow()
        rows.headers += 1
        table = BoundTable(layout, names: names.indices.map { document.text(record, $0) }, normalised: names)
        actions = ActionTable(layout.actions)
        // The account of one heading may hold nothing.
        if layout.content != .accounts, headings.count == 1 { headings = [] }
        hasMetHeader = true
        isInStrangeTable = false
        strangeHeader = nil
        (lastRow, shortestRow) = (nil, .max)
        doubtColumns(line: Int(record.line))
        continue
      }
      let isText = isText(record)
      if isText { finishRow() }
      if record.line == last, isCutOff(record, isText: isText) {
        reportCutOff(record)
      } else if isText, readLine(record) {
        strangeHeader = nil
        rows.texts += 1
      } else if isText, !isInStrangeTable, isCutRow(record) {
        reportCutRow(record)
      } else if isText, isRowWithoutFigures(record) {
        listRowWithoutFigures(record)
      } else if isText {
        strangeHeader = isStrangeHeader(record) ? record : nil
        if strangeHeader == nil, isNearlyRow(record) {
          listNearlyRow(record)
        } else {
          rows.texts += 1
          noteDay(in: record)
        }
      } else {
        if let header = strangeHeader { leaveTable(at: header) }
        readRow(record)
        lastRow = record
        shortestRow = min(shortestRow, Int(record.cellCount))
      }
    }
    finishRow()
    finish()
  }

  private func isBlank(_ record: CSVDocument.Record) -> Bool {
    (0..<Int(record.cellCount)).allSatisfy { document.trimmed(record, $0).isEmpty }
  }

  /// Whether a record is a title, a footer or a disclaimer: outside tables, or without any figure or day that a row has.
  private mutating func isText(_ record: CSVDocument.Record) -> Bool {
    guard let table else { return true }
    if let first = firstCell(record), table.layout.ends.contains(where: { $0.matches(first) }) {
      finishRow()
      self.table = nil
      return true
    }
    if isInStrangeTable {
      return !(1..<max(1, Int(record.cellCount))).contains { layout.isNumber(document.trimmed(record, $0)) }
    }
    return !goesOn(in: record) && !table.hasFigure(in: record, of: document, layout)
  }

  /// Whether a record without a day continues the row that is waiting: it states no second amount.
  func goesOn(in record: CSVDocument.Record) -> Bool {
    guard let table, table.layout.continuesRows, let waiting = continuation?.records, record.cellCount > 1,
      waiting.count < 10, NumberFormat.isAbsent(document.trimmed(record, table[.day].first ?? -1))
    else { return false }
    let amounts = [ColumnRole.amount, .debit, .credit].flatMap { table[$0] }
    func statesAmount(_ record: CSVDocument.Record) -> Bool {
      amounts.contains { !NumberFormat.isAbsent(document.trimmed(record, $0)) }
    }
    return !statesAmount(record) || !waiting.contains(where: statesAmount)
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
    report(
      .warning, "csv-unknown-table",
      "A table begins here that the profile \(layout.name) does not know: \(document.line(header).prefix(80))",
      line: Int(header.line),
      remedy: "Its rows are left out; describe the table in a profile of your own if you need them.")
  }
}

/// What names a row's security, as bytes.
struct SecurityCells: Hashable {
  let cells: [CellText]
  let title: String?
  let mention: SecurityMention
  let isOption: Bool
}

/// A row that may go on in the next record.
struct Continuation: Sendable {
  var records: [CSVDocument.Record]
}
