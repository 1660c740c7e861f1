public import Measures
public import PortfolioModel

/// A plan's own feature: on days that it sets itself it puts everything that an account holds back into fixed parts.
///
/// What is moved in such an account the plan moves back. So the account counts as it will be after the next reset, at today's prices, and
/// nothing is traded in it: else the household would trade twice, once itself and once by the plan.
public struct AutomaticRebalancing: Sendable, Hashable {
  public struct Part: Sendable, Hashable {
    public let security: SecurityID
    public let weight: Weight

    public init(security: SecurityID, weight: Weight) {
      self.security = security
      self.weight = weight
    }
  }

  public let every: ReviewInterval
  /// One day on which the plan acts; the others lie whole periods after it.
  public let first: Day
  /// What it resets to; the weights sum to one.
  public let mix: [Part]

  public init(every: ReviewInterval, first: Day, mix: [Part]) {
    self.every = every
    self.first = first
    self.mix = mix
  }

  /// The next day on which the plan acts, `day` itself among them.
  public func next(onOrAfter day: Day) -> Day {
    var periods = 0
    while first.adding(months: periods * every.months) < day { periods += 1 }
    return first.adding(months: periods * every.months)
  }
}

/// The next reset of one account.
public struct AutomaticReset: Sendable, Hashable {
  public let account: AccountID
  public let name: String
  public let rule: AutomaticRebalancing
  public let day: Day
}

extension AutomaticReset: CustomStringConvertible {
  /// `Northwind 401(k) rebalances itself quarterly, next on 2026-12-15, to 60.0 % P500 and 40.0 % PBND`.
  public var description: String {
    let parts = rule.mix.map { "\(Weight(steps: $0.weight.steps * 100).formatted(places: 1)) % \($0.security)" }
    let last = parts.last ?? ""
    let mix = parts.count > 1 ? parts.dropLast().joined(separator: ", ") + " and " + last : last
    return "\(name) rebalances itself \(rule.every.adverb), next on \(day), to \(mix)"
  }
}

extension ReviewInterval {
  fileprivate var adverb: String {
    switch self {
    case .monthly, .quarterly: rawValue
    case .semiAnnual: "every half year"
    case .annual: "every year"
    }
  }
}

extension InvestmentPolicy {
  /// When each account that rebalances itself does so next, in the household's order.
  public func resets(of household: Household, asOf day: Day) -> [AutomaticReset] {
    household.accounts.compactMap { account in
      automatic[account.id].map {
        AutomaticReset(account: account.id, name: account.name, rule: $0, day: $0.next(onOrAfter: day))
      }
    }
  }
}
