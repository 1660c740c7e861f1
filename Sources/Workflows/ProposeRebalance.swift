public import Diagnostics
import HouseholdFile
public import Policy
public import PortfolioModel
public import Rebalancing

extension HouseholdView {
  /// The question that `hearth rebalance` puts: which trades bring the household to its targets.
  ///
  /// What the household's file and ledger leave open stands among the diagnostics; targets or a tax return that are missing are errors.
  ///
  /// - Parameters:
  ///   - asItIs: accounts that count as they are, though they rebalance themselves: those that money comes into or leaves today.
  ///   - goal: whose accounts alone count and are traded, towards its own targets; taxes and wash sales know the others.
  public func problem(isAfterTax: Bool = false, asItIs: Set<AccountID> = [], goal: Goal? = nil)
    -> Reading<RebalanceProblem>
  {
    let closed = Set(resets.map(\.account)).subtracting(asItIs)
    let posed = afterResets(but: asItIs).posed(isAfterTax: isAfterTax, goal: goal)
    return Reading(posed.value, diagnostics: posed.diagnostics + resetNotes(of: closed, isClosed: true))
  }

  private func posed(isAfterTax: Bool, goal: Goal?) -> Reading<RebalanceProblem> {
    let aimed = goal.map(limited) ?? self
    var policy = aimed.document.policy
    var notes: [Diagnostic] = []
    if policy.destination != .target {
      policy.targets = policy.destination.targets(from: aimed.allocation(isAfterTax: isAfterTax))
      notes.append(
        Diagnostic(
          .note, code: "rebalance-destination", policy.destination.sentence, element: "rebalance.destination",
          remedy: "With “destination: target” it goes all the way."))
    }
    let posed = RebalanceProblem.posed(
      by: snapshot, policy: policy, taxReturns: document.taxReturns, scheduledBuys: document.scheduledBuys,
      isAfterTax: isAfterTax)
    let problem = goal.map { goal in posed.value?.limited(to: goal.accounts) } ?? posed.value
    return Reading(problem, diagnostics: problems + notes + posed.diagnostics)
  }
}
