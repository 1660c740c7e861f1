public import Diagnostics
public import Policy
public import PortfolioModel
public import Taxes

extension RebalanceProblem {
  /// The placement problem of a household as its ledger and its file describe it.
  ///
  /// Nothing is guessed: accounts of unknown kind are left out, lots of unknown basis or date in taxable accounts are held,
  /// and what has no price is not bought; each with a diagnostic that says what would change it.
  ///
  /// - Parameter isAfterTax: whether an account's dollars count in the allocation only for what the taxes to come leave of
  ///   them (see `AllocationView`).
  public static func posed(
    by snapshot: HouseholdSnapshot, policy: InvestmentPolicy, taxReturns: [TaxReturnProfile],
    scheduledBuys: [Policy.ScheduledBuy] = [], isAfterTax: Bool = false
  ) -> Reading<RebalanceProblem> {
    var posing = ProblemPosing(snapshot: snapshot, policy: policy, taxReturns: taxReturns)
    posing.poseAccounts()
    posing.poseTargets()
    guard !posing.diagnostics.contains(where: { $0.severity == .error }) else {
      return Reading(nil, diagnostics: posing.diagnostics)
    }
    posing.poseLots()
    posing.poseMenus()
    posing.poseRecentTrades()
    posing.poseScheduledBuys(scheduledBuys)
    posing.poseTaxReturns()
    if isAfterTax { posing.poseValueFactors() }
    posing.poseSecurities()
    posing.reportStalePrices()
    posing.reportExcesses()
    let hasErrors = posing.diagnostics.contains { $0.severity == .error }
    return Reading(hasErrors ? nil : posing.problem, diagnostics: posing.diagnostics)
  }
}
