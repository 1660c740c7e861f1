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
    var unmet: [Demand] = []
    /// Whether doing nothing breaks a demand.
    var mustTrade = false
    /// Much the same plan without crumbs, where there is one that costs next to nothing more.
    var tidy: (plan: PlacementPlan, objective: Double)?
  }

  let space: TradeSpace
  let gap: Double
  var run: SearchRun

  /// Up to this many whole-number variables the whole program is solved at once.
  private static let smallProgram = 60
  /// Dollars within which the first bound is proven, however wide the gap that is asked for: it costs little.
  private static let nearBound = 10.0
  /// A repair that takes longer is not worth it.
  private static let repairNodes = 2000

  init(
    space: TradeSpace, solver: any Solver, gap: Double, options: Rebalancer.Options,
    observer: ((SolverProgress) -> SolverVerdict)?
  ) {
    self.space = space
    self.gap = gap
    run = SearchRun(solver: solver, options: options, observer: observer)
  }

  mutating func outcome() throws -> Outcome {
    var whole = PlacementModel(space)
    var outcome = Outcome(status: .optimal)
    if whole.shortfalls.isEmpty {
      if whole.program.isInteger.count(where: \.self) > Self.smallProgram { try relax() }
    } else {
      outcome.mustTrade = true
      outcome.unmet = try meetDemands(&whole)
    }
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

  // MARK: Without whole shares, then repaired

  private mutating func relax() throws {
    var shape = ProgramShape(hasWholeShares: false, linksLots: true)
    shape.purchases = Set(space.purchases.indices).subtracting(space.dominatedPurchases)
    let fractional = PlacementModel(space, shape: shape)
    var start: [Double]?
    for near in [min(gap / 2.5, Self.nearBound), gap / 50] where run.gap > gap && !run.isOver {
      let found = try run.solution(of: fractional.program, gap: near, start: start, bounds: true)
      guard found.hasSolution else { return }
      start = found.values
      let plan = PlacementPlan(fractional, found.values)
      if run.isOver, run.plan == nil { try repair(plan, width: 2, isLast: true) }
      for width in [2.0, 5.0, .infinity] where run.gap > gap && !run.isOver { try repair(plan, width: width) }
    }
  }

  /// Whole shares near those of a fractional plan; at last any of the same trades or fewer. These programs are small and much
  /// the same to the solver's heuristics, which like them simplified.
  ///
  /// - Parameter isLast: whether the search is over already, and only wants its plan in tradable shares.
  private mutating func repair(_ plan: PlacementPlan, width: Double, isLast: Bool = false) throws {
    let model = PlacementModel(space, near: plan, width: width)
    let found = try run.solution(
      of: model.program, gap: gap / 4, target: run.bound + 0.9 * gap, nodes: isLast ? 1 : Self.repairNodes,
      presolves: space.washGroups.isEmpty, isLast: isLast)
    try run.offer(found, of: model)
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

  /// Comes as near as can be to what doing nothing does not meet, before any dollar counts.
  ///
  /// - Returns: the demands that remain unmet.
  private mutating func meetDemands(_ model: inout PlacementModel) throws -> [Demand] {
    var cost = [Double](repeating: 0, count: model.program.variableCount)
    for shortfall in model.shortfalls { cost[shortfall.variable.index] = 1000 }
    let nearest = try run.solution(of: model.program.minimising(cost), gap: 0.001)
    guard nearest.hasSolution else { return model.shortfalls.map(\.demand) }
    var unmet: [Demand] = []
    for shortfall in model.shortfalls {
      let missing = nearest.values[shortfall.variable.index]
      let isMet = missing < 0.000_01
      model.program.restrict(shortfall.variable, to: isMet ? 0 : missing + 0.000_001)
      if !isMet { unmet.append(shortfall.demand) }
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
