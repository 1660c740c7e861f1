import Diagnostics

/// Rows that end before their figures: a download that was cut off, a line that was edited.
extension TableReader {
  /// Whether a record without figures is a row all the same: shorter than its table's header, with the number of an account
  /// or the symbol of a security where the table has them.
  func isCutRow(_ record: CSVDocument.Record) -> Bool {
    guard let table, Int(record.cellCount) < table.names.count, [.positions, .lots].contains(table.layout.content),
      (0..<Int(record.cellCount)).count(where: { !document.trimmed(record, $0).isEmpty }) > 1,
      !isTotal(record, table)
    else { return false }
    let headers = Set(table.names.map { $0.lowercased() })
    if let names = document.possibleHeader(record), names.contains(where: { headers.contains($0.lowercased()) }) {
      return false
    }
    return !isProse(record) && (namesAccount(record, table) || namesSymbol(record, table))
  }

  /// Whether the commas of a record are those of a sentence: `SIPC, NYSE and FINRA member`.
  private func isProse(_ record: CSVDocument.Record) -> Bool {
    document.filledColumns(record).dropFirst().contains { column in
      let words = document.trimmed(record, column).split(separator: 0x20)
      return words.count { $0.first.map { $0.isLetter && $0 & 0x20 != 0 } ?? false } > 1
    }
  }

  /// Whether a record names an account where the table does: in one word, or like the row before.
  func namesAccount(_ record: CSVDocument.Record, _ table: BoundTable) -> Bool {
    guard let account = cell(.account, of: record, in: table), account.contains(where: \.isDigit) else { return false }
    let before = lastRow.flatMap { cell(.account, of: $0, in: table) }
    return !account.contains(0x20) || before.map { Self.shape($0) == Self.shape(account) } ?? false
  }

  func namesSymbol(_ record: CSVDocument.Record, _ table: BoundTable) -> Bool {
    guard let symbol = cell(.symbol, of: record, in: table), (1...6).contains(symbol.count) else { return false }
    return symbol.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) || $0.isDigit }
  }

  func cell(_ role: ColumnRole, of record: CSVDocument.Record, in table: BoundTable) -> ArraySlice<UInt8>? {
    guard let column = table[role].first, column < Int(record.cellCount) else { return nil }
    let cell = document.trimmed(record, column)
    return cell.isEmpty ? nil : cell
  }

  /// An error, since a list of positions without one of its rows would say that the security was sold.
  mutating func reportCutRow(_ record: CSVDocument.Record) {
    list(record, "the row ends before its figures")
    report(
      .error, "csv-cut-row", "The row ends before its figures: \(document.line(record).prefix(80))",
      line: Int(record.line), remedy: "Download the file again; if the row does not belong there, remove all of it.")
  }

  /// Whether the file's last record is a row that ends in the middle: shorter than every row of its table, at the end of a
  /// file without a line end, or before the figures that the table is for.
  func isCutOff(_ record: CSVDocument.Record, isText: Bool) -> Bool {
    guard let table, !isInStrangeTable, !goesOn(in: record), let first = firstCell(record),
      !(table.layout.totals + table.layout.cash).contains(where: { $0.matches(first) })
    else { return false }
    let endsOpen = !(document.bytes.last?.isLineEnd ?? true)
    if endsOpen, document.linesWithOpenQuote.contains(Int(record.line)) { return true }
    let cells = Int(record.cellCount)
    guard cells < min(shortestRow, table.names.count) else { return false }
    if isText {
      guard endsOpen, let before = lastRow, before.line + 1 == record.line, let model = firstCell(before) else {
        return false
      }
      let (shape, whole) = (Self.shape(first), Self.shape(model))
      return cells > 1 ? shape == whole : whole.starts(with: shape)
    }
    let figures = [ColumnRole.amount, .debit, .value, .proceeds, .basis].flatMap { table[$0].prefix(1) }
    return endsOpen || (shortestRow < .max && figures.contains { $0 >= cells })
  }

  mutating func reportCutOff(_ record: CSVDocument.Record) {
    finishRow()
    list(record, "the file ends in the middle of the row")
    report(
      .error, "csv-cut-off", "The file ends in the middle of this row: \(document.line(record).prefix(80))",
      line: Int(record.line),
      remedy: "Download the file again; what comes after this row is missing too. If it is all there, complete the row."
    )
  }

  /// Digits as `9` and letters as `a`.
  private static func shape(_ cell: ArraySlice<UInt8>) -> [UInt8] {
    cell.map { $0.isDigit ? UInt8(ascii: "9") : $0.isLetter ? UInt8(ascii: "a") : $0 }
  }
}
