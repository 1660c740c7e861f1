public import Diagnostics
import Measures
public import MixedInteger
import Policy
import PortfolioModel
import Taxes

extension Rebalancer {
  /// The cheapest way to raise cash: each division among accounts that is worth it is searched for its trades and priced with the
  /// exact tax of this year and the household's own rates for later ones.
  ///
  /// - Returns: no value, and why, where the accounts cannot give the amount.
  public func withdrawal(
    for question: WithdrawalQuestion, from problem: RebalanceProblem,
    observer: ((SolverProgress) -> SolverVerdict)? = nil
  ) throws -> Reading<Withdrawal> {
    var (problem, substitutions) = problem.withKnownTaxTables
    if !question.mayRebalance { problem.settings.putTaxFirst() }
    var search = WithdrawalSearch(rebalancer: self, problem: problem, question: question, observer: observer)
    try search.search()
    guard let best = search.best else {
      let most = search.plans.most.grouped(places: 2)
      return Reading(
        nil,
        diagnostics: [
          Diagnostic(
            .error, code: "rebalance-cannot-withdraw",
            "these accounts cannot give \(question.amount.grouped(places: 2)): they can give \(most)",
            remedy: "Ask for less, lower a cash_reserve, or name more accounts with --from.")
        ])
    }
    return Reading(best, diagnostics: substitutions)
  }
}

extension PlacementSettings {
  /// Who raises cash asks for the least tax on it, not for a rebalancing: drift, and what holding costs a year, only decide among what
  /// costs nearly the same. What is sold costs nothing more to hold, but that is no saving: it is gone.
  fileprivate mutating func putTaxFirst() {
    driftInside = Rate(steps: driftInside.steps / 100)
    driftOutside = Rate(steps: driftOutside.steps / 100)
    annuity = Weight(steps: annuity.steps / 100)
  }
}
