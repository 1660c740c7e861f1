import Measures
public import MixedInteger
import Policy
import PortfolioModel
import Taxes

extension Rebalancer {
  /// The proposal beside other plans, and the frontier of drift left against dollars paid: some fifteen searches.
  ///
  /// A stop by the observer ends it; the plans found until then are kept.
  public func comparison(
    for problem: RebalanceProblem, observer: ((SolverProgress) -> SolverVerdict)? = nil
  ) throws -> Comparison {
    let problem = problem.canonical.withKnownTaxTables.problem
    var work = Comparing(rebalancer: self, pricing: PlanPricing(problem), observer: observer)
    work.comparison.plans.append(work.pricing.plan(.nothing, ProposedTrades(), isProven: true))
    for kind in [Comparison.Kind.buyOnly, .noTax, .withinBands, .proposal, .target] {
      try work.add(kind, problem.asked(for: kind))
    }
    try work.addSeparate()
    try work.addFrontier()
    return work.comparison
  }
}

/// The comparison while it is made.
private struct Comparing {
  let rebalancer: Rebalancer
  let pricing: PlanPricing
  let observer: ((SolverProgress) -> SolverVerdict)?
  var comparison: Comparison

  /// The policy's price of drift times these: what coming nearer costs.
  private static let factors = [("0.0625"), ("0.25"), ("4"), ("16")].compactMap { Weight($0) }

  init(
    rebalancer: Rebalancer, pricing: PlanPricing, observer: ((SolverProgress) -> SolverVerdict)?
  ) {
    self.rebalancer = rebalancer
    self.pricing = pricing
    self.observer = observer
    comparison = Comparison(problem: pricing.problem)
  }

  private var problem: RebalanceProblem { pricing.problem }

  /// The trades that answer another question; `nil` once the user has stopped.
  private mutating func trades(for problem: RebalanceProblem) throws -> (ProposedTrades, isProven: Bool)? {
    guard !comparison.wasStopped else { return nil }
    let found = try rebalancer.unexplained(TradeSpace(problem), observer)
    comparison.wasStopped = found.status == .stopped
    return comparison.wasStopped ? nil : (found.trades, found.status == .optimal)
  }

  mutating func add(_ kind: Comparison.Kind, _ problem: RebalanceProblem) throws {
    guard let (trades, isProven) = try trades(for: problem) else { return }
    comparison.plans.append(pricing.plan(kind, trades, isProven: isProven))
  }

  /// Every account by itself; then the household as near to its targets as that.
  mutating func addSeparate() throws {
    var all = ProposedTrades()
    var areProven = true
    for account in problem.accounts {
      guard let (trades, isProven) = try trades(for: problem.only(account)) else { return }
      all.sales += trades.sales
      all.purchases += trades.purchases
      areProven = areProven && isProven
    }
    let plan = pricing.plan(.separate, all, isProven: areProven)
    comparison.plans.append(plan)
    var near = problem.driftPriced(inside: .zero, outside: .zero)
    near.maximumMisallocation = plan.offTarget
    try add(.asNearAsSeparate, near)
  }

  mutating func addFrontier() throws {
    var points = comparison.plans.filter { [.nothing, .proposal].contains($0.kind) }
    for factor in Self.factors {
      let settings = problem.settings
      let priced = problem.driftPriced(
        inside: settings.driftInside.scaled(by: factor, over: Weight(1), rounding: .halfEven) ?? settings.driftInside,
        outside: settings.driftOutside.scaled(by: factor, over: Weight(1), rounding: .halfEven) ?? settings.driftOutside
      )
      guard let (trades, isProven) = try trades(for: priced) else { break }
      points.append(pricing.plan(.frontier, trades, isProven: isProven))
    }
    let dollars = { (plan: Comparison.Plan) in plan.evaluation.parts.objective - plan.evaluation.parts.drift }
    let isBeaten = { (plan: Comparison.Plan) in
      points.contains {
        $0.offTarget <= plan.offTarget && dollars($0) <= dollars(plan)
          && ($0.offTarget, dollars($0)) != (plan.offTarget, dollars(plan))
      }
    }
    for point in points.filter({ !isBeaten($0) }).sorted(by: { $0.offTarget > $1.offTarget }) {
      if let last = comparison.frontier.last, last.offTarget - point.offTarget < Self.nearer { continue }
      comparison.frontier.append(point)
    }
  }

  /// A hundredth of a point: what lies nearer together is one point of the frontier.
  private static let nearer = Weight(steps: 100_000_000)
}

/// Prices plans by the rules of one household; a loss that the household's other trades wash counts by its policy, and not at all
/// where that forbids it.
private struct PlanPricing {
  let problem: RebalanceProblem
  private let checker: ProposalChecker

  init(_ problem: RebalanceProblem) {
    self.problem = problem
    var priced = problem
    if priced.settings.washSalePolicy == .forbid { priced.settings.washSalePolicy = .price }
    checker = ProposalChecker(priced)
  }

  func plan(_ kind: Comparison.Kind, _ trades: ProposedTrades, isProven: Bool) -> Comparison.Plan {
    let evaluation = checker.evaluation(of: trades)
    return Comparison.Plan(
      kind: kind, trades: trades, tradeCount: trades.count, evaluation: evaluation,
      offTarget: evaluation.misallocation(from: problem.assetClasses), isProven: isProven)
  }
}

extension RebalanceProblem {
  /// The question whose answer is a plan of this kind.
  fileprivate func asked(for kind: Comparison.Kind) -> RebalanceProblem {
    var other = self
    switch kind {
    case .buyOnly:
      for index in accounts.indices { other.accounts[index].neverSell = securities.map(\.id) }
    case .noTax:
      for index in taxReturns.indices {
        other.taxReturns[index].taxBudget = min(.zero, taxReturns[index].taxBudget ?? .zero)
      }
    case .withinBands: return driftPriced(inside: .zero, outside: Rate(1))
    case .target: return driftPriced(inside: Rate(1), outside: Rate(1))
    case .nothing, .proposal, .separate, .asNearAsSeparate, .frontier: break
    }
    return other
  }

  fileprivate func driftPriced(inside: Rate, outside: Rate) -> RebalanceProblem {
    var other = self
    other.settings.driftInside = inside
    other.settings.driftOutside = outside
    return other
  }

  /// What the household would ask if one account were all that it had.
  fileprivate func only(_ account: Account) -> RebalanceProblem {
    var other = self
    other.accounts = [account]
    other.lots = lots.filter { $0.account == account.id }
    other.recentTransactions = recentTransactions.filter { $0.account == account.id }
    other.scheduledBuys = scheduledBuys.filter { $0.account == account.id }
    other.taxReturns = taxReturns.filter { $0.id == account.taxReturn }
    for index in other.taxReturns.indices { other.taxReturns[index].taxBudget = nil }
    other.maximumMisallocation = nil
    other.settings.maximumTrades = nil
    return other
  }
}
