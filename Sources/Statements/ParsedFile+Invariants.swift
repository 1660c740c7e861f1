extension ParsedFile {
  /// What does not add up: rows that are in no bucket or in two, and buckets that do not hold what the statements do.
  public var brokenInvariants: [String] {
    let held: [(use: RowCount.Use, count: Int)] = [
      (.transaction, statements.reduce(0) { $0 + $1.entries.count }),
      (.position, statements.reduce(0) { $0 + $1.positions.count }),
      (.lot, statements.reduce(0) { $0 + $1.lots.count }),
      (.cash, statements.reduce(0) { $0 + $1.cashLines.count }),
    ]
    var broken = held.filter { rows[$0.use] != $0.count }.map { use, count in
      "\(rows[use]) rows are counted as \(use.rawValue), and there are \(count)"
    }
    if rows.data != rows.used + rows.skipped.count {
      broken.append("of \(rows.data) rows \(rows.used) are used and \(rows.skipped.count) left out")
    }
    return broken
  }
}
