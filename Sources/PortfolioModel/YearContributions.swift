public import Measures

/// New money that came into an account in a year, as far as statements call it a contribution.
public struct YearContributions: Sendable, Hashable {
  public var own: Money
  /// The employer's match and profit sharing.
  public var employer: Money

  public init(own: Money = .zero, employer: Money = .zero) {
    self.own = own
    self.employer = employer
  }
}
