/// Rows whose cells slip: a number was written with a comma and without quotes, `$1,574.95`.
extension BoundTable {
  /// The first cell of a row that may stand under a wrong name; `Int.max` where each stands under its own.
  ///
  /// A sign of money shows which number was cut. Where that does not tell, no figure of the row can be trusted: `1,574,23.10`
  /// may be one unit or 1574.
  func firstSlipped(in record: CSVDocument.Record, of document: CSVDocument, _ layout: CSVLayout) -> Int {
    guard Int(record.cellCount) > lastNamed + 1 else { return .max }
    let hasMore = record.cellCount > names.count
    let surplus = (document.filledColumns(record).last ?? -1) - lastNamed
    guard hasMore || surplus > 0 else { return .max }
    let cut = document.cutNumbers(record)
    if let first = cut.columns.first, cut.surplus >= surplus { return first }
    guard hasMore else { return .max }
    // Some files end each row with a comma: then nothing may have slipped.
    guard surplus > 0 || document.mayBeCut(record, before: lastNamed) && hasUnreadable(record, document, layout) else {
      return .max
    }
    // It may be the last cell that was cut: a number, or the remark behind a transaction.
    let isBefore = hasUnreadable(record, document, layout) || document.mayBeCut(record, before: lastNamed)
    let mayBeLast =
      figureColumns.contains(lastNamed)
      ? layout.isNumber(document.trimmedTail(record, from: lastNamed)) : self.layout.content == .transactions
    return !isBefore && mayBeLast ? lastNamed : figureColumns.min() ?? .max
  }

  private func hasUnreadable(_ record: CSVDocument.Record, _ document: CSVDocument, _ layout: CSVLayout) -> Bool {
    figureColumns.contains { $0 != lastNamed && layout.number(document.trimmed(record, $0)) == .unreadable }
  }
}

extension CSVDocument {
  /// The first cells of sums of money that were cut at their commas, `$1` and `500.00`, and how many cells that makes too many.
  func cutNumbers(_ record: Record) -> (columns: [Int], surplus: Int) {
    var (columns, surplus) = ([Int](), 0)
    for column in 0..<Int(record.cellCount) where trimmed(record, column).contains(UInt8(ascii: "$")) {
      var end = column
      while isCut(record, end, isFirst: end == column) { end += 1 }
      if end > column { columns.append(column) }
      surplus += end - column
    }
    return (columns, surplus)
  }

  /// Whether two cells before a column read as one number with a comma in it.
  func mayBeCut(_ record: Record, before column: Int) -> Bool {
    (0..<column).contains { isCut(record, $0, isFirst: true) }
  }

  /// Whether a number goes on in the next cell.
  private func isCut(_ record: Record, _ column: Int, isFirst: Bool) -> Bool {
    let (left, right) = (trimmed(record, column), trimmed(record, column + 1))
    let digits = left.reversed().prefix(while: \.isDigit).count
    return (isFirst ? (1...3).contains(digits) && left.count <= digits + 2 : left.count == 3 && digits == 3)
      && right.prefix(while: \.isDigit).count == 3
      && (right.count == 3 || right.dropFirst(3).first == UInt8(ascii: "."))
  }
}
