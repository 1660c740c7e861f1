import Diagnostics

/// Rows that end before their figures: a download that was cut off, a line that was edited.
extension TableReader {
  /// Whether a record without figures is a row all the same: shorter than its table's header, with the number of an account
  /// or the symbol of a security where the table has them.
  func isCutRow(_ record: CSVDocument.Record) -> Bool {
    guard let table, Int(record.cellCount) < table.names.count, [.positions, .lots].contains(table.layout.content),
      (0..<Int(record.cellCount)).count(where: { !document.trimmed(record, $0).isEmpty }) > 1
    else { return false }
    let headers = Set(table.names.map { $0.lowercased() })
    if let names = document.possibleHeader(record), names.contains(where: { headers.contains($0.lowercased()) }) {
      return false
    }
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    if let account = cell(.account, of: record, in: table), account.contains(where: digits.contains) { return true }
    guard let symbol = cell(.symbol, of: record, in: table), (1...6).contains(symbol.count) else { return false }
    return symbol.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) || digits.contains($0) }
  }

  private func cell(_ role: ColumnRole, of record: CSVDocument.Record, in table: BoundTable) -> ArraySlice<UInt8>? {
    guard let column = table[role].first, column < Int(record.cellCount) else { return nil }
    let cell = document.trimmed(record, column)
    return cell.isEmpty ? nil : cell
  }

  /// An error, since a list of positions without one of its rows would say that the security was sold.
  mutating func reportCutRow(_ record: CSVDocument.Record) {
    countCutRow(record)
    report(
      .error, "csv-cut-row", "The row ends before its figures: \(document.line(record).prefix(80))",
      line: Int(record.line), remedy: "Download the file again; if the row does not belong there, remove all of it.")
  }
}
