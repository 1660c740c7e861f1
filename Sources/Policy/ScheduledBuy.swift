public import Measures
public import PortfolioModel

/// A purchase that will happen by itself: a payroll contribution, a reinvested dividend, a standing order.
///
/// The wash-sale rule looks 30 days ahead (IRC 1091(a)), so a loss sale must know of it.
public struct ScheduledBuy: Sendable, Hashable {
  public enum Interval: String, Sendable, Hashable, CaseIterable {
    case weekly, biweekly, monthly, quarterly, annual

    fileprivate func day(_ count: Int, from first: Day) -> Day {
      switch self {
      case .weekly: first.adding(days: 7 * count)
      case .biweekly: first.adding(days: 14 * count)
      case .monthly: first.adding(months: count)
      case .quarterly: first.adding(months: 3 * count)
      case .annual: first.adding(months: 12 * count)
      }
    }
  }

  public var account: AccountID
  public var security: SecurityID
  /// The only day, or the first one.
  public var day: Day
  /// `nil` where it happens once.
  public var every: Interval?
  /// Dollars of each purchase; `nil` where nobody has said.
  public var amount: Money?

  public init(account: AccountID, security: SecurityID, day: Day, every: Interval? = nil, amount: Money? = nil) {
    self.account = account
    self.security = security
    self.day = day
    self.every = every
    self.amount = amount
  }

  /// The days on which it happens from `first` through `last`.
  public func days(from first: Day, through last: Day) -> [Day] {
    guard day <= last, first <= last else { return [] }
    guard let every else { return day >= first ? [day] : [] }
    var days: [Day] = []
    var count = 0
    while true {
      let next = every.day(count, from: day)
      if next > last { return days }
      if next >= first { days.append(next) }
      count += 1
    }
  }
}
