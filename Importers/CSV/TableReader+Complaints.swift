import Diagnostics
import Statements

extension TableReader {
  mutating func doubtAction(_ row: Row, _ action: ArraySlice<UInt8>) {
    let text = String(decoding: action.prefix(80), as: UTF8.self)
    guard unknownActions.count < 200, unknownActions.insert(text).inserted else { return }
    let message =
      text.isEmpty
      ? "The row does not say what happened"
      : "“\(text)” is not among the events that the profile \(layout.name) knows"
    report(
      .warning, "csv-unknown-action", message, row, .action,
      remedy: "The row is kept as it stands; add the words to the profile's actions.")
  }

  /// Tells of a row that should move cash and states no amount: it may stand in a column that the profile does not name.
  mutating func doubtAmount(_ row: Row) {
    report(
      .warning, "csv-no-amount", "The row states no amount", row, .amount,
      remedy: "It is kept and moves nothing; see whether the amount stands in another column, or skip such rows.")
  }

  mutating func reportDoubt(_ row: Row, _ action: ArraySlice<UInt8>, _ doubt: String) {
    let text = String(decoding: action.prefix(80), as: UTF8.self)
    report(
      .warning, "csv-doubtful-action", "“\(text)”: \(doubt)", row, .action,
      remedy: "Compare the lots of this security with the broker's, and correct them if they differ.")
  }

  /// Leaves a row out and says which cell is the reason.
  mutating func leaveOut(_ row: Row, _ role: ColumnRole, _ reason: String, code: String, wanted: String) {
    let found = String(decoding: row.cell(role).prefix(40), as: UTF8.self)
    let name = row.table.name(role)
    skip(row, "\(reason) in “\(name)”: \(found.isEmpty ? "empty" : "“\(found)”")")
    report(
      .warning, code, found.isEmpty ? "“\(name)” is empty where \(wanted) is needed" : "“\(found)” is not \(wanted)",
      row,
      role,
      remedy:
        "The row is left out; correct the cell and read the file again, or write the event down with “hearth record”.")
  }

  /// A figure that does not fit the sum it belongs to.
  mutating func doubtSum(_ row: Row, _ role: ColumnRole) {
    report(
      .warning, "csv-number-too-large", "“\(row.table.name(role))” has too many digits to be added up", row, role,
      remedy: "The sum is left out; correct the cell and read the file again.")
  }

  /// Tells of a purchase or sale that states no units.
  mutating func doubtUnits(_ row: Row) {
    report(
      .warning, "csv-no-units", "The row buys or sells and states no units", row, .units,
      remedy: "Its cash is booked and no units are; compare the row with the file.")
  }

  /// Tells of columns that brokers have renamed, perhaps: what they hold would be missing in silence.
  mutating func doubtColumns(line: Int) {
    if let cost = table?.lostCost {
      report(
        .warning, "csv-column-unread", "The profile \(layout.name) does not read the column “\(cost)”", line: line,
        remedy: "The positions have no basis then; a profile of your own can name it as their “cost basis”.")
    }
    for (role, names) in table?.absentColumns ?? [] {
      let known = names.map { "“\($0)”" }.joined(separator: " or ")
      if role == .costBasis, table?.lostCost != nil { continue }
      report(
        role == .costBasis ? .note : .warning, "csv-column-absent",
        "The table has no column \(known), which tells the \(role.rawValue)", line: line,
        remedy: "See what its columns are called with “hearth importers check FILE”; a profile of your own can name it."
      )
    }
  }

  /// Tells of a row with more cells than the header, which a figure without quotes makes: `$1,574.95`.
  ///
  /// - Returns: whether nothing is left of the row that can be trusted. That is an error in a list of positions: wrong units are
  ///   worse than none, and without any the security would look sold.
  mutating func doubtSurplus(_ row: Row) -> Bool {
    let table = row.table
    guard row.firstSlipped <= table.lastNamed else { return false }
    let tail = document.trimmedTail(row.record, from: table.lastNamed)
    if row.firstSlipped == table.lastNamed, layout.isNumber(tail) { return false }
    let isList = table.layout.content == .positions
    let isLost = isList ? row.figure(.units) == nil : row.firstSlipped <= table.figureColumns.min() ?? -1
    let surplus = document.text(row.record, table.names.count).prefix(40)
    report(
      isList && isLost ? .error : .warning, "csv-surplus-cell",
      "The row has more cells than the table has columns\(surplus.isEmpty ? "" : ": \(surplus)")", line: row.line,
      remedy: "A comma in a cell without quotes moves all that follow it; "
        + (isLost
          ? "write quotes around that cell and read the file again."
          : "hold the row beside the file. What follows the cell that was cut is not taken."))
    return isLost
  }

  /// Whether a row lacks a cell: it ends before the last named column, or where the header ends with a comma it does too, and is
  /// shorter all the same.
  func isShort(_ record: CSVDocument.Record, _ table: BoundTable) -> Bool {
    let cells = Int(record.cellCount)
    return cells <= table.lastNamed || (cells < table.names.count && document.trimmed(record, cells - 1).isEmpty)
  }

  /// Tells of a row with fewer cells than the header: all that follow the missing one stand under another's name.
  mutating func doubtShort(_ record: CSVDocument.Record, _ table: BoundTable) {
    reportCounts["csv-missing-cell", default: 0] += 1
    guard reportCounts["csv-missing-cell", default: 0] <= Self.mostReports else { return }
    report(
      .warning, "csv-missing-cell",
      "The row has \(record.cellCount) cells where the table has \(table.names.count) columns",
      line: Int(record.line),
      remedy: "Where the missing cell is not the last, others stand under a wrong name; hold the row beside the file.")
  }

  /// Tells of rows that name no account below the headings of several.
  mutating func doubtHeadings(_ row: Row) {
    report(
      .warning, "csv-several-accounts",
      "Lines \(headings.map(String.init).joined(separator: ", ")) name an account each, and the rows from here on name none",
      line: row.line,
      remedy: "They are read as rows of the last one; download one account at a time, or compare them with the file.")
  }

  /// The currency of the file's amounts that name none.
  var ownCurrency: String { currency ?? layout.currency }

  /// A currency as a code; what is none is complained about and counts as not said.
  mutating func currencyCode(_ printed: String, line: Int) -> String? {
    if let code = Statements.currencyCode(printed) { return code }
    report(
      .warning, "csv-bad-currency", "“\(printed.prefix(40))” is not a currency", line: line,
      remedy: "The currency of the file's other amounts is taken; write a code of three letters, such as USD.")
    return nil
  }

  mutating func report(
    _ severity: Diagnostic.Severity, _ code: String, _ message: String, _ row: Row, _ role: ColumnRole, remedy: String
  ) {
    reportCounts[code, default: 0] += 1
    guard reportCounts[code, default: 0] <= Self.mostReports else { return }
    let place = SourceLocation(file: file, line: row.line, column: row.column(role))
    diagnostics.append(
      Diagnostic(severity, code: code, message, at: place, element: row.table.name(role), remedy: remedy))
  }
}
