import Diagnostics

/// Rows that state nothing but what they are about: a worthless share, cash that is pending, a total of dashes.
extension TableReader {
  /// Whether a record without figures stands for a row all the same, as no header and no title does: it says that a figure is
  /// missing (`--`), is about cash or a total, or names an account or a symbol where the table has them.
  func isRowWithoutFigures(_ record: CSVDocument.Record) -> Bool {
    guard let table, !isInStrangeTable else { return false }
    let filled = document.filledColumns(record)
    guard filled.count > 1 else { return false }
    if filled.contains(where: { NumberFormat.isAbsent(document.trimmed(record, $0)) }) { return true }
    if isTotal(record, table) || isCash(record, table) { return true }
    guard filled.count > 2, [.positions, .lots].contains(table.layout.content) else { return false }
    let hasGap = zip(filled, filled.dropFirst()).contains { $0 + 1 < $1 }
    return namesAccount(record, table) || (hasGap && namesSymbol(record, table))
  }

  /// Whether a cell that names what the row is about is one of cash; a table of cash alone says nothing by that.
  private func isCash(_ record: CSVDocument.Record, _ table: BoundTable) -> Bool {
    let words = table.layout.cash.filter { $0.text != "*" }
    return [ColumnRole.symbol, .name, .description].contains { role in
      cell(role, of: record, in: table).map { cell in words.contains { $0.matches(cell) } } ?? false
    }
  }

  mutating func listRowWithoutFigures(_ record: CSVDocument.Record) {
    if let table, isTotal(record, table) { return list(record, "a total of other rows") }
    listNearlyRow(record)
  }

  /// Whether a record without figures fills so many cells of its table that it is hardly a title or a footer.
  func isNearlyRow(_ record: CSVDocument.Record) -> Bool {
    guard let table, !isInStrangeTable else { return false }
    return Int(record.cellCount) >= table.names.count
      && document.filledColumns(record).count >= max(3, table.names.count / 2)
  }

  mutating func listNearlyRow(_ record: CSVDocument.Record) {
    list(record, "no day and no figure in it")
    report(
      .warning, "csv-no-figure", "The row has no day and no figure: \(document.line(record).prefix(80))",
      line: Int(record.line), remedy: "It is left out; compare it with the rows around it.")
  }
}
