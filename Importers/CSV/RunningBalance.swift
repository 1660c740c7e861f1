import Measures

/// The cash that a column of running balances ends with, whether the newest row comes first or last.
///
/// Days tell which; where all rows are of one day the balances themselves do, since each is the one before it and the row's change.
struct RunningBalance: Sendable {
  private struct Point {
    let balance: PrintedNumber
    let change: PrintedNumber?
    let day: Day
  }

  private var first: Point?
  private var last: Point?
  /// How many rows follow from the row above them, and how many from the row below.
  private var downward = 0
  private var upward = 0

  /// - Parameter change: what the row does to the balance, as far as its cells tell.
  mutating func note(_ balance: PrintedNumber, change: PrintedNumber?, on day: Day) {
    let point = Point(balance: balance, change: change, day: day)
    if first == nil { first = point }
    if let above = last {
      if Self.follows(point, above) { downward += 1 }
      if Self.follows(above, point) { upward += 1 }
    }
    last = point
  }

  private static func follows(_ later: Point, _ earlier: Point) -> Bool {
    later.change.flatMap { earlier.balance.adding($0) } == later.balance
  }

  /// The newest balance and its day; `nil` where the order of the rows is not known.
  var closing: (balance: PrintedNumber, day: Day)? {
    guard let first, let last else { return nil }
    if first.day == last.day, first.balance != last.balance, upward == downward { return nil }
    let newest = first.day > last.day || (first.day == last.day && upward > downward) ? first : last
    return (newest.balance, newest.day)
  }
}
