import Measures

extension AccountHistory {
  /// Whether anything in it can be held against transactions.
  var statesBalances: Bool {
    files.contains { file in file.statements.contains { $0.cash != nil || !$0.positions.isEmpty } }
  }

  /// The first days of a time of which no file lists transactions, and whether that is all of it; `nil` where files list all.
  ///
  /// A day less at both ends counts as listed: files end with the day before their download.
  func uncovered(from first: Day, to last: Day) -> (from: Day, to: Day, isWhole: Bool)? {
    guard first <= last else { return nil }
    let spans = files.compactMap(\.transactionCoverage).filter { $0.upperBound >= first && $0.lowerBound <= last }
    if spans.isEmpty { return (first, last, true) }
    var day = first
    for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if span.lowerBound > day.adding(days: 1) { return (day, span.lowerBound.adding(days: -1), false) }
      day = max(day, span.upperBound.adding(days: 1))
    }
    return day.adding(days: 1) <= last ? (day, last, false) : nil
  }
}

extension AccountFacts {
  /// The days of which the file lists transactions; a file of positions alone lists none.
  var transactionCoverage: ClosedRange<Day>? {
    if isHandWritten { return nil }
    return statements.contains { !$0.witnesses.isEmpty || ($0.from != nil && $0.to != nil) } ? coverage : nil
  }
}

extension Day {
  /// The last day of the year 9999.
  static let distantFuture = Day(number: 2_932_896)
}
