import Measures
import MixedInteger

/// The way to a plan that is proven to be near the best.
///
/// Whole shares make a household's program hard, not taxes and lots. So the program without whole shares gives bound and trades;
/// with these trades the whole shares are repaired; and only what then remains open is asked of the whole program, from that
/// start. Small programs are solved at once.
struct PlacementSearch {
  struct Outcome {
    var status: Proposal.Status
    /// `nil` where nothing can be traded or no plan was found.
    var plan: PlacementPlan?
    var objective = Double.infinity
    var bound = -Double.infinity
    /// Demands that no plan meets.
    var unmet: [UnmetDemand] = []
    /// Much the same plan without crumbs, where there is one that costs next to nothing more.
    var tidy: (plan: PlacementPlan, objective: Double)?
  }

  let space: TradeSpace
  let gap: Double
  var run: SearchRun
  /// By how much the plans may miss the demands that none meets, in thousand dollars.
  private var shortfalls: [Demand: Double] = [:]

  /// Up to this many whole-number variables the whole program is solved at once.
  private static let smallProgram = 60
  /// Dollars within which the first bound is proven, however wide the gap that is asked for: it costs little.
  private static let nearBound = 10.0
  /// A repair that takes longer is not worth it.
  private static let repairNodes = 500
  /// How often whole shares are asked of more trades.
  private static let rounds = 8

  init(
    space: TradeSpace, solver: any Solver, gap: Double, options: Rebalancer.Options,
    observer: ((SolverProgress) -> SolverVerdict)?
  ) {
    self.space = space
    self.gap = gap
    run = SearchRun(solver: solver, wanted: gap, options: options, observer: observer)
  }

  mutating func outcome() throws -> Outcome {
    var whole = PlacementModel(space)
    var outcome = Outcome(status: .optimal)
    if !whole.shortfalls.isEmpty {
      outcome.unmet = try meetDemands(whole)
      whole.limitShortfalls(to: shortfalls)
    }
    if whole.program.isInteger.count(where: \.self) > Self.smallProgram { try relax() }
    if run.gap > gap, !run.isOver { try finish(whole) }
    outcome.plan = run.plan
    outcome.tidy = try tidied()
    outcome.objective = run.objective
    outcome.bound = run.bound
    if run.wasStopped {
      outcome.status = .stopped
    } else if run.gap > gap * (1 + 1e-9) {
      outcome.status = .feasible
    }
    if !outcome.unmet.isEmpty { outcome.status = .infeasible }
    return outcome
  }

  /// The same program, which misses no demand by more than must be.
  func limited(_ model: PlacementModel) -> PlacementModel {
    var limited = model
    limited.limitShortfalls(to: shortfalls)
    return limited
  }

  // MARK: Without whole shares, then repaired

  private mutating func relax() throws {
    if !space.washGroups.isEmpty { try relaxWashes() }
    guard run.gap > gap, !run.isOver else { return }
    let fractional = relaxation(whole: TradeSet())
    var found: ProgramSolution?
    for near in [min(gap / 2.5, Self.nearBound), gap / 50] where run.gap > gap && !run.isOver {
      // Not where the first answer was the best already, nor where even the best bound would be too far away.
      if let found, found.objective - found.bound <= near || run.objective - found.objective > 1.25 * gap { break }
      let next = try run.solution(of: fractional.program, gap: near, start: found?.values, bounds: true)
      guard next.hasSolution else { return }
      found = next
      try repair(PlacementPlan(fractional, next.values))
    }
    if let found { try demandWholeShares(PlacementPlan(fractional, found.values)) }
  }

  /// Losses that meet their replacements in any order (policy `match`): a bound of the whole in a fraction of the time, and near enough
  /// to it in most households that the exact rule is only asked where the plan trades.
  private mutating func relaxWashes() throws {
    let loose = relaxation(whole: TradeSet(), washes: false)
    let found = try run.solution(of: loose.program, gap: max(gap / 2.5, Self.nearBound), bounds: true)
    guard found.hasSolution else { return }
    try repair(PlacementPlan(loose, found.values))
  }

  /// The program with whole shares for some trades only.
  private func relaxation(whole: TradeSet, washes: Bool = true) -> PlacementModel {
    var shape = ProgramShape(whole: whole, linksLots: true, relaxesWashes: !washes)
    shape.purchases = Set(space.purchases.indices).subtracting(space.dominatedPurchases(whole: whole.purchases))
    return limited(PlacementModel(space, shape: shape))
  }

  /// Asks for whole shares where the plans so far trade, which are few of all that may be traded, until what is found trades
  /// nothing else.
  private mutating func demandWholeShares(_ first: PlacementPlan) throws {
    var whole = TradeSet()
    var next = first.trades
    for _ in 0..<Self.rounds where run.gap > gap && !run.isOver {
      whole.formUnion(next)
      if let plan = run.plan { whole.formUnion(plan.trades) }
      let model = relaxation(whole: whole)
      var start: [Double]?
      if let plan = run.plan { start = try self.start(plan, in: model) }
      let found = try run.solution(of: model.program, gap: gap / 2, start: start, bounds: true)
      guard found.hasSolution else { return }
      let plan = PlacementPlan(model, found.values)
      next = plan.trades
      if next.holdings.isSubset(of: whole.holdings), next.purchases.isSubset(of: whole.purchases) {
        return try run.offer(found, of: model)
      }
      try repair(plan)
    }
  }

  /// Whole shares near those of a fractional plan. These programs are small and much the same to the solver's heuristics, which
  /// like them simplified. A search that is over and has no plan wants this one in tradable shares all the same.
  private mutating func repair(_ plan: PlacementPlan) throws {
    var start: [Double]?
    for width in [2.0, 5.0] {
      let isLast = run.isOver && run.plan == nil
      guard isLast || (run.gap > gap && !run.isOver) else { return }
      let model = limited(PlacementModel(space, near: plan, width: width))
      let found = try run.solution(
        of: model.program, gap: gap / 4, target: run.bound + 0.9 * gap, start: start,
        nodes: isLast ? 1 : Self.repairNodes, presolves: space.washGroups.isEmpty, isLast: isLast)
      try run.offer(found, of: model)
      if found.hasSolution { start = found.values }
    }
  }

  // MARK: The whole program

  private mutating func finish(_ whole: PlacementModel) throws {
    var start: [Double]?
    if let plan = run.plan { start = try self.start(plan, in: whole) }
    let found = try run.solution(
      of: whole.program, gap: min(gap, Self.nearBound), target: run.bound + gap, start: start, bounds: true)
    try run.offer(found, of: whole)
  }

  /// The values of all variables of the whole program when `plan` is carried out.
  private mutating func start(_ plan: PlacementPlan, in whole: PlacementModel) throws -> [Double]? {
    var fixed = whole
    for sale in whole.sales {
      let amounts = plan.sold[sale.holding]
      fixed.program.fix(sale.isMade, at: amounts == nil ? 0 : 1)
      guard let shares = sale.shares, let amounts else { continue }
      fixed.program.fix(shares, at: (amounts.reduce(0, +) / whole.security(sale).price + 1e-6).rounded(.down))
    }
    for buy in whole.buys {
      let amount = plan.bought[buy.purchase]
      fixed.program.fix(buy.isMade, at: amount == nil ? 0 : 1)
      if let shares = buy.shares, let amount {
        fixed.program.fix(shares, at: (amount / whole.security(buy).price).rounded())
      }
    }
    let found = try run.solution(of: fixed.program, gap: gap / 10)
    return found.hasSolution ? found.values : nil
  }

  // MARK: Demands

  /// Comes as near as can be to what doing nothing does not meet, before any dollar counts.
  ///
  /// - Returns: the demands that remain unmet.
  private mutating func meetDemands(_ model: PlacementModel) throws -> [UnmetDemand] {
    var cost = [Double](repeating: 0, count: model.program.variableCount)
    for shortfall in model.shortfalls { cost[shortfall.variable.index] = 1000 }
    let nearest = try run.solution(of: model.program.minimising(cost), gap: 0.001)
    var unmet: [UnmetDemand] = []
    for shortfall in model.shortfalls {
      // Where the search ends before it knows, doing nothing is as near as it gets.
      let missing =
        nearest.hasSolution
        ? nearest.values[shortfall.variable.index] : model.program.upper[shortfall.variable.index]
      guard missing >= 0.000_01 else { continue }
      shortfalls[shortfall.demand] = missing + 0.000_001
      unmet.append(UnmetDemand(shortfall.demand, missing: missing))
    }
    return unmet
  }
}

extension MixedIntegerProgram {
  mutating func fix(_ variable: Variable, at value: Double) {
    let within = min(max(value, lower[variable.index]), upper[variable.index])
    restrict(variable, from: within, to: within)
  }
}
