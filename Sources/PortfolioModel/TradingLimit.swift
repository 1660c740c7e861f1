public import Measures

/// What a plan or a fund company lets an account do, beyond what may be bought: how often money may move.
///
/// A move counts on the day on which something is sold: an exchange begins with a sale, while contributions and reinvestments
/// never sell.
public struct TradingLimit: Sendable, Hashable {
  /// Days that must lie between one move and the next.
  public var daysBetweenMoves: Int?
  /// Moves of one calendar month; then money may only go into `thenOnly`, or nowhere.
  public var movesAMonth: Int?
  public var thenOnly: [SecurityID] = []

  public init() {}

  /// The Thrift Savings Plan: two transfers a calendar month, then only into the G Fund (5 CFR 1601.32(b)).
  public static func thriftSavingsPlan(into fund: SecurityID) -> TradingLimit {
    var limit = TradingLimit()
    limit.movesAMonth = 2
    limit.thenOnly = [fund]
    return limit
  }

  public var isNone: Bool { daysBetweenMoves == nil && movesAMonth == nil }
}

extension TradingLimit {
  /// What it still allows on a day.
  public enum State: Sendable, Hashable {
    case free
    /// Nothing until that day.
    case closed(until: Day)
    /// Money moves only into these until that day.
    case onlyInto([SecurityID], until: Day)
  }

  /// - Parameter moves: the days of earlier moves.
  public func state(on day: Day, after moves: [Day]) -> State {
    let earlier = Set(moves.filter { $0 <= day })
    if let days = daysBetweenMoves, let last = earlier.max(), day - last < days {
      return .closed(until: last.adding(days: days))
    }
    let month = earlier.count { $0.civil.year == day.civil.year && $0.civil.month == day.civil.month }
    guard let most = movesAMonth, month >= most else { return .free }
    let next = day.adding(days: 1 - day.civil.day).adding(months: 1)
    return thenOnly.isEmpty ? .closed(until: next) : .onlyInto(thenOnly, until: next)
  }
}
