public import Measures
public import PortfolioModel

/// A day from which a sale is taxed less than today.
public struct WaitingDate: Sendable, Hashable {
  public let day: Day
  public let account: AccountID
  public let security: SecurityID
  /// What the return would save if these lots were sold on `day` instead of today: the exact tax function at today's prices, all other
  /// trades of the proposal made. An estimate: no new plan is sought.
  public let worth: Money
  public let reason: String
}
