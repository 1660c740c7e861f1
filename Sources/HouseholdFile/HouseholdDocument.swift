public import Policy
public import PortfolioModel
public import Taxes

/// What `household.yaml` says: who owns what, what the household wants, and its tax returns. Intentions, no holdings.
public struct HouseholdDocument: Sendable {
  public var household: Household
  public var policy: InvestmentPolicy
  public var taxReturns: [TaxReturnProfile]
  public var scheduledBuys: [ScheduledBuy]

  public init(
    household: Household, policy: InvestmentPolicy = InvestmentPolicy(targets: []),
    taxReturns: [TaxReturnProfile] = [], scheduledBuys: [ScheduledBuy] = []
  ) {
    self.household = household
    self.policy = policy
    self.taxReturns = taxReturns
    self.scheduledBuys = scheduledBuys
  }
}
