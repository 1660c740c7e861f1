import Measures

/// The cash that a column of running balances ends with, whether the newest row comes first or last.
///
/// Days tell which; where all rows are of one day the balances themselves do, since each is the one before it and the row's change.
struct RunningBalance: Sendable {
<<<<<<< HEAD
  private var first: (balance: PrintedNumber, day: Day)?
  private var last: (balance: PrintedNumber, day: Day)?
  private var amount: PrintedNumber?
  /// How many rows follow from the row above them, and how many from the row below.
  private var downward = 0
  private var upward = 0

  mutating func note(_ balance: PrintedNumber, after amount: PrintedNumber?, on day: Day) {
    if let above = last {
      if amount.flatMap({ above.balance.adding($0) }) == balance { downward += 1 }
      if self.amount.flatMap({ balance.adding($0) }) == above.balance { upward += 1 }
    }
    if first == nil { first = (balance, day) }
    last = (balance, day)
    self.amount = amount
=======
  private struct Point {
    let balance: PrintedNumber
    let change: PrintedNumber?
    let day: Day
>>>>>>> 2ca0842e113b8fe6f1e73f7b5d76ac41db50bdb3
  }

  private var first: Point?
  private var last: Point?
  private var mayAscend = true
  private var mayDescend = true

  /// - Parameter change: what the row does to the balance, as far as its cells tell.
  mutating func note(_ balance: PrintedNumber, change: PrintedNumber?, on day: Day) {
    let point = Point(balance: balance, change: change, day: day)
    if first == nil { first = point }
    if let before = last {
      mayAscend = mayAscend && Self.follows(point, before)
      mayDescend = mayDescend && Self.follows(before, point)
    }
    last = point
  }

  private static func follows(_ later: Point, _ earlier: Point) -> Bool {
    guard let change = later.change, earlier.change != nil else { return false }
    return earlier.balance.adding(change) == later.balance
  }

  /// The newest balance and its day; `nil` where the order of the rows is not known.
  var closing: (balance: PrintedNumber, day: Day)? {
    guard let first, let last else { return nil }
<<<<<<< HEAD
    // Rows of one day do not tell by their days which of them is the newest; their sums do.
    return first.day > last.day || first.day == last.day && upward > downward ? first : last
=======
    if first.day == last.day, first.balance != last.balance, mayAscend == mayDescend { return nil }
    let newest = first.day > last.day || (first.day == last.day && !mayAscend) ? first : last
    return (newest.balance, newest.day)
>>>>>>> 2ca0842e113b8fe6f1e73f7b5d76ac41db50bdb3
  }
}
