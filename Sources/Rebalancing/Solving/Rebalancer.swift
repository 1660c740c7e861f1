import Diagnostics
public import Measures
public import MixedInteger
import Policy
import Taxes

/// Finds the cheapest trades that bring a household to where its policy wants it.
///
/// The trades come from a mixed-integer program, are rounded to tradable shares, and are then priced by `ProposalChecker`, which
/// shares nothing with the program. Doing nothing is always among the plans compared.
public struct Rebalancer {
  public struct Options: Sendable, Hashable {
    /// Stop when the plan is proven to be within this many dollars of the best; `nil` for 25 dollars or a hundredth of a
    /// percent of the household's value, whichever is more.
    public var gap: Money?
    public var nodeLimit: Int?
    public var timeLimitSeconds: Double?
    public init() {}
  }

  let solver: any Solver
  let options: Options

  public init(solver: any Solver, options: Options = Options()) {
    self.solver = solver
    self.options = options
  }

  /// - Parameter observer: sees objective and bound in dollars while the search goes on and may stop it.
  /// - Throws: `SolverFailure` where the solver itself fails.
  public func proposal(
    for problem: RebalanceProblem, observer: ((SolverProgress) -> SolverVerdict)? = nil
  ) throws -> Proposal {
    let problem = problem.canonical
    let checker = ProposalChecker(problem)
    let nothing = checker.evaluation(of: ProposedTrades())
    let gap = options.gap ?? Self.defaultGap(nothing.totalValue)
    let space = TradeSpace(problem)
    var search = PlacementSearch(
      space: space, solver: solver, gap: gap.approximate, options: options, observer: observer)
    let outcome = try search.outcome()

    var proposal = Proposal(
      problem: problem, status: outcome.status, trades: ProposedTrades(), evaluation: nothing, nothing: nothing)
    if let plan = outcome.plan {
      let rounded = Self.rounded(plan, outcome.objective, space, ProposalChecker(problem.without(outcome.unmet)))
      let isBetter = outcome.mustTrade || rounded.evaluation.parts.objective < nothing.parts.objective
      if rounded.evaluation.isFeasible, isBetter {
        proposal.trades = rounded.trades
        proposal.evaluation = checker.evaluation(of: rounded.trades)
      }
    }
    proposal.bound = Money(nearest: outcome.bound).map { min($0, proposal.objective) }
    proposal.settleStatus(unmet: outcome.unmet, wanted: gap)
    proposal.explain(space)
    return proposal
  }

  private static func defaultGap(_ value: Money) -> Money {
    max(Money(25), value.times(Weight(steps: Weight.stepsPerUnit / 10_000)) ?? .zero)
  }

  /// The coarsest fractions that cost no cent and break no rule.
  private static func rounded(
    _ plan: PlacementPlan, _ objective: Double, _ space: TradeSpace, _ checker: ProposalChecker
  ) -> (trades: ProposedTrades, evaluation: Evaluation) {
    var best: (trades: ProposedTrades, evaluation: Evaluation)?
    for places in [4, 6, 8] {
      let trades = TradeRounding(space: space, places: places).trades(of: plan)
      let evaluation = checker.evaluation(of: trades)
      let isCloser = best.map {
        !$0.evaluation.isFeasible || evaluation.parts.objective < $0.evaluation.parts.objective
      }
      if evaluation.isFeasible ? isCloser ?? true : best == nil { best = (trades, evaluation) }
      if evaluation.isFeasible, evaluation.parts.objective.approximate < objective + 0.01 { break }
    }
    return best ?? (ProposedTrades(), checker.evaluation(of: ProposedTrades()))
  }
}

extension Proposal {
  /// Says what the rounded trades are worth, which may be less than what the search has found.
  fileprivate mutating func settleStatus(unmet: [Demand], wanted: Money) {
    for demand in unmet {
      diagnostics.append(
        Diagnostic(
          .warning, code: "demand-unmet", demand.sentence,
          remedy: "This is the nearest plan; relax the demand, or free what holds it."))
    }
    if unmet.isEmpty {
      for violation in evaluation.violations {
        diagnostics.append(Diagnostic(.error, code: "rule-broken", violation, remedy: "No trade meets this rule."))
      }
    }
    if !evaluation.isFeasible { status = .infeasible }
    if status == .optimal, gap.map({ $0 > wanted + Money(steps: 20_000) }) ?? true { status = .feasible }
    guard status == .feasible else { return }
    diagnostics.append(
      Diagnostic(
        .note, code: "search-limit", "The search ended before the plan was proven to be as near the best as was asked.",
        remedy: "Allow more time, or a wider gap."))
  }
}
