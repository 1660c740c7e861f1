import Diagnostics
import HouseholdFile
public import MixedInteger
import Policy
public import Rebalancing

extension HouseholdView {
  /// The trades that bring the household to its targets: `hearth rebalance`.
  ///
  /// What the household's file and ledger leave open stands among the proposal's diagnostics.
  ///
  /// - Throws: `DiagnosticsError` where targets or a tax return are missing; `SolverFailure` where the solver fails.
  public func proposal(
    by rebalancer: Rebalancer, isAfterTax: Bool = false, observer: ((SolverProgress) -> SolverVerdict)? = nil
  ) throws -> Proposal {
    let posed = RebalanceProblem.posed(
      by: snapshot, policy: document.policy, taxReturns: document.taxReturns, scheduledBuys: document.scheduledBuys,
      isAfterTax: isAfterTax)
    var proposal = try rebalancer.proposal(for: try posed.get(), observer: observer)
    proposal.diagnostics = problems + posed.diagnostics + proposal.diagnostics
    return proposal
  }
}
