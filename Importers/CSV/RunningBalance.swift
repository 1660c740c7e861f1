import Measures

/// The cash that a column of running balances ends with, whether the newest row comes first or last.
struct RunningBalance: Sendable {
  private var first: (balance: PrintedNumber, day: Day)?
  private var last: (balance: PrintedNumber, day: Day)?

  mutating func note(_ balance: PrintedNumber, on day: Day) {
    if first == nil { first = (balance, day) }
    last = (balance, day)
  }

  var closing: (balance: PrintedNumber, day: Day)? {
    guard let first, let last else { return nil }
    return first.day > last.day ? first : last
  }
}
