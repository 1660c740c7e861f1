import Measures

/// The cash that a column of running balances ends with, whether the newest row comes first or last.
///
/// It is one of the newest day. Of several rows of that day their balances tell which, since each is the one before it and the
/// row's change, the first that of a row beside them; where that says nothing the order of the days does.
struct RunningBalance: Sendable {
  struct Point: Sendable {
    let balance: PrintedNumber
    /// What the row does to the balance, as far as its cells tell.
    let change: PrintedNumber?
    let day: Day
  }

  /// The rows of the newest day, as the file has them.
  private var newest: [Point] = []
  /// The rows of older days on both sides of them.
  private var older: [Point] = []
  /// Whether the days rise or fall from row to row: above zero, or below.
  private var direction = 0
  private var last: Point?

  var newestDay: Day? { newest.first?.day }

  mutating func note(_ point: Point) {
    defer { last = point }
    if let last, last.day != point.day { direction += last.day < point.day ? 1 : -1 }
    if let day = newestDay, let last {
      if point.day < day {
        if last.day == day { older.append(point) }
        return
      }
      if point.day > day { (newest, older) = ([], [last]) }
    }
    newest.append(point)
  }

  private static func follows(_ later: Point, _ earlier: Point) -> Bool {
    later.change.flatMap { earlier.balance.adding($0) } == later.balance
  }

  /// The newest balance and its day; `nil` where the order of the rows is not known.
  var closing: (balance: PrintedNumber, day: Day)? {
    guard let first = newest.first, let last = newest.last else { return nil }
    // Where a row states no change only one of the two orders could show.
    let pairs = zip(newest, newest.dropFirst()).filter { $0.change != nil && $1.change != nil }
    let downward = pairs.count { Self.follows($1, $0) } + (older.contains { Self.follows(first, $0) } ? 1 : 0)
    let upward = pairs.count { Self.follows($0, $1) } + (older.contains { Self.follows(last, $0) } ? 1 : 0)
    let order = downward == upward ? direction : downward - upward
    if order == 0, first.balance != last.balance { return nil }
    return order < 0 ? (first.balance, first.day) : (last.balance, last.day)
  }
}
