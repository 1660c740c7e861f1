public import Policy
public import PortfolioModel
public import Taxes

/// What `household.yaml` says: who owns what, what the household wants, and its tax returns. Intentions, no holdings.
public struct HouseholdDocument: Sendable {
  public var household: Household
  public var policy: InvestmentPolicy
  public var taxReturns: [TaxReturnProfile]
  public var scheduledBuys: [ScheduledBuy]
  /// Which leaf of the household's own tree stands for each built-in class; a built-in class without one is unclassified.
  public var ownClasses: [AssetClassID: AssetClassID] = [:]

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

extension HouseholdDocument {
  /// The built-in facts in place of what nobody has said: for securities that only a statement has described.
  ///
  /// The printed name and the aliases stay; a security whose classes are known, or which is not built in, is not changed.
  public func completing(_ security: Security) -> Security {
    guard security.exposure.isEmpty, let known = KnownFunds.fund(security.id.rawValue) else { return security }
    var completed = known
    completed.exposure = BuiltInClasses.exposure(known.exposure, in: ownClasses)
    if security.name != security.id.rawValue { completed.name = security.name }
    completed.aliases = security.aliases
    return completed
  }

  /// A snapshot whose securities are completed, so that nothing that Hearth knows is shown as unclassified.
  public func completing(_ snapshot: HouseholdSnapshot) -> HouseholdSnapshot {
    var completed = snapshot
    completed.household.securities = snapshot.household.securities.map { completing($0) }
    return completed
  }
}
