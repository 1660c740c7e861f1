import Measures

/// The cash that a column of running balances ends with, whether the newest row comes first or last.
struct RunningBalance: Sendable {
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
  }

  var closing: (balance: PrintedNumber, day: Day)? {
    guard let first, let last else { return nil }
    // Rows of one day do not tell by their days which of them is the newest; their sums do.
    return first.day > last.day || first.day == last.day && upward > downward ? first : last
  }
}
