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
    /// Whether a plan with wash sales is compared with the best one without: one search more.
    public var pricesWashSales = false
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
    let (problem, substitutions) = problem.canonical.withKnownTaxTables
    let space = TradeSpace(problem)
    var proposal = try unexplained(space, observer)
    if options.pricesWashSales, proposal.status != .stopped, proposal.evaluation.disallowedLoss > .zero {
      try priceWashSales(of: &proposal, observer)
    }
    proposal.diagnostics = substitutions + proposal.diagnostics
    proposal.explain(space)
    return proposal
  }

  /// The plan with its price and its proof, and no word yet on why.
  func unexplained(
    _ space: TradeSpace, _ observer: ((SolverProgress) -> SolverVerdict)?
  ) throws -> Proposal {
    let problem = space.problem
    let checker = ProposalChecker(problem)
    let nothing = checker.evaluation(of: ProposedTrades())
    let gap = options.gap ?? Self.defaultGap(nothing.totalValue)
    var search = PlacementSearch(
      space: space, solver: solver, gap: gap.approximate, options: options, observer: observer)
    let outcome = try search.outcome()

    var proposal = Proposal(
      problem: problem, status: outcome.status, trades: ProposedTrades(), evaluation: nothing, nothing: nothing)
    if let plan = outcome.plan {
      let relaxed = ProposalChecker(problem.without(outcome.unmet))
      let most = Money(nearest: outcome.bound).map { $0 + gap } ?? nothing.parts.objective
      let exact = Self.rounded(plan, outcome.objective, space, relaxed)
      let tidy = outcome.tidy.map { Self.rounded($0.plan, $0.objective, space, relaxed) }
      let chosen = tidy.flatMap { Self.isAsGood($0, exact, most) ? $0 : nil } ?? exact
      let rounded = SpareCash(space: space, checker: relaxed, most: most).spent(in: chosen)
      let isBetter =
        !relaxed.evaluation(of: ProposedTrades()).isFeasible
        || rounded.evaluation.parts.objective < nothing.parts.objective
      if rounded.evaluation.isFeasible, isBetter {
        proposal.trades = rounded.trades
        proposal.evaluation = checker.evaluation(of: rounded.trades)
      }
    }
    if outcome.status == .feasible, problem.settings.washSalePolicy == .match {
      try takeIfBetter(than: &proposal, checker, observer)
    }
    proposal.bound = Money(nearest: outcome.bound).map { min($0, proposal.objective) }
    proposal.settleStatus(unmet: outcome.unmet, wanted: gap)
    return proposal
  }

  /// Where the search ended early, the plan of the stricter rule `price` may be the better one, and is found sooner; priced by the
  /// law it is never dearer than by its own rule.
  private func takeIfBetter(
    than proposal: inout Proposal, _ checker: ProposalChecker, _ observer: ((SolverProgress) -> SolverVerdict)?
  ) throws {
    var stricter = proposal.problem
    stricter.settings.washSalePolicy = .price
    let other = try unexplained(TradeSpace(stricter), observer)
    let evaluation = checker.evaluation(of: other.trades)
    guard evaluation.isFeasible, evaluation.parts.objective < proposal.objective else { return }
    proposal.trades = other.trades
    proposal.evaluation = evaluation
  }

  /// Says what the best plan without wash sales costs more; takes it where that is nothing.
  private func priceWashSales(
    of proposal: inout Proposal, _ observer: ((SolverProgress) -> SolverVerdict)?
  ) throws {
    var strict = proposal.problem
    strict.settings.washSalePolicy = .forbid
    let other = try unexplained(TradeSpace(strict), observer)
    guard other.status != .stopped, other.status != .infeasible else { return }
    if other.objective <= proposal.objective {
      proposal.trades = other.trades
      proposal.evaluation = ProposalChecker(proposal.problem).evaluation(of: other.trades)
    } else {
      proposal.avoidingWashSales = other.objective - proposal.objective
    }
  }

  private static func defaultGap(_ value: Money) -> Money {
    max(Money(25), value.times(Weight(steps: Weight.stepsPerUnit / 10_000)) ?? .zero)
  }

  /// Whether the checker finds a plan without crumbs as feasible as the best one, and not dearer than what was proven.
  private static func isAsGood(_ tidy: SpareCash.Priced, _ best: SpareCash.Priced, _ most: Money) -> Bool {
    tidy.evaluation.isFeasible && tidy.evaluation.parts.objective <= max(most, best.evaluation.parts.objective)
  }

  /// The coarsest fractions that cost no cent and break no rule.
  private static func rounded(
    _ plan: PlacementPlan, _ objective: Double, _ space: TradeSpace, _ checker: ProposalChecker
  ) -> SpareCash.Priced {
    var best: SpareCash.Priced?
    let reserves = checker.problem.accounts.map(\.cashReserve)
    for places in [4, 6, 8] {
      let trades = TradeRounding(space: space, reserves: reserves, places: places).trades(of: plan)
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
  fileprivate mutating func settleStatus(unmet: [UnmetDemand], wanted: Money) {
    let remedy =
      unmet.count > 1
      ? "Alone it might be met; no plan that makes none of the \(unmet.count) worse misses them by fewer dollars. Relax one."
      : "This is the nearest plan; relax the demand, or free what holds it."
    for demand in unmet {
      diagnostics.append(Diagnostic(.warning, code: "demand-unmet", demand.sentence, remedy: remedy))
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
