public import Diagnostics
import HouseholdFile
public import Measures
public import MixedInteger
public import Policy
public import PortfolioModel
public import Rebalancing

/// What somebody asks of one proposal in place of what `household.yaml` says; `nil` for what it says.
public struct RebalanceChoices: Sendable, Hashable {
  public var destination: Destination?
  public var washSales: PlacementSettings.WashSalePolicy?
  /// Most that all gains of the year may add to the household's taxes.
  public var yearlyTax: Money?
  /// Most that the household may realise in the year, gains less losses.
  public var yearlyGain: Money?
  /// Accounts in which nothing is traded.
  public var held: Set<AccountID> = []
  /// Whether money that has come in waits: no account spends the cash that it has today.
  public var keepsCash = false
  /// The goal whose accounts alone are traded.
  public var goal: Goal?

  public init() {}
}

extension HouseholdView {
  /// The question of `hearth rebalance`, with what somebody asks of this one proposal.
  public func problem(by choices: RebalanceChoices) -> Reading<RebalanceProblem> {
    var document = document
    document.policy.destination = choices.destination ?? document.policy.destination
    document.policy.placement.washSalePolicy = choices.washSales ?? document.policy.placement.washSalePolicy
    document.policy.placement.yearlyTaxBudget = choices.yearlyTax ?? document.policy.placement.yearlyTaxBudget
    document.policy.placement.yearlyGainBudget = choices.yearlyGain ?? document.policy.placement.yearlyGainBudget
    let posed = HouseholdView(document: document, snapshot: snapshot, journal: journal, diagnostics: diagnostics)
      .problem(goal: choices.goal)
    guard var problem = posed.value else { return posed }
    for index in problem.accounts.indices {
      let account = problem.accounts[index]
      if choices.held.contains(account.id) { problem.accounts[index].canTrade = false }
      if choices.keepsCash { problem.accounts[index].cashReserve = max(account.cashReserve, account.cash) }
    }
    return Reading(problem, diagnostics: posed.diagnostics)
  }

  /// The best trades, with what is doubtful about the question among their notes: `hearth rebalance`.
  ///
  /// - Parameter observer: sees how far the search is, and may stop it.
  /// - Throws: `DiagnosticsError` where the question cannot be put.
  public func proposal(
    by choices: RebalanceChoices = RebalanceChoices(), solver: any Solver,
    observer: ((SolverProgress) -> SolverVerdict)? = nil
  ) throws -> Proposal {
    let posed = problem(by: choices)
    var proposal = try rebalancer(solver).proposal(for: try posed.get(), observer: observer)
    proposal.diagnostics = posed.diagnostics + proposal.diagnostics
    return proposal
  }

  /// The best trades beside other plans: `hearth rebalance --compare`.
  public func comparison(
    by choices: RebalanceChoices = RebalanceChoices(), solver: any Solver,
    observer: ((SolverProgress) -> SolverVerdict)? = nil
  ) throws -> Comparison {
    try rebalancer(solver).comparison(for: try problem(by: choices).get(), observer: observer)
  }

  private func rebalancer(_ solver: any Solver) -> Rebalancer {
    var options = Rebalancer.Options()
    options.pricesWashSales = true
    return Rebalancer(solver: solver, options: options)
  }
}
