import Measures
import MixedInteger

/// The way to a plan that is proven to be near the best.
struct PlacementSearch {
  struct Outcome {
    var status: Proposal.Status
    /// `nil` where nothing can be traded or no plan was found.
    var plan: PlacementPlan?
    var objective = Double.infinity
    var bound: Double
    /// Demands that no plan meets, each in one sentence.
    var unmet: [String] = []
    /// Whether doing nothing breaks a demand.
    var mustTrade = false
  }

  let space: TradeSpace
  let solver: any Solver
  let gap: Double
  let options: Rebalancer.Options
  let observer: ((SolverProgress) -> SolverVerdict)?

  mutating func outcome() throws -> Outcome {
    var model = PlacementModel(space)
    var unmet: [String] = []
    if !model.shortfalls.isEmpty { unmet = try meetDemands(&model) }
    var limits = SolverOptions()
    limits.absoluteGap = gap
    limits.nodeLimit = options.nodeLimit
    limits.timeLimitSeconds = options.timeLimitSeconds
    let found = try solver.solution(of: model.program, options: limits, start: nil, observer: observer)
    guard found.hasSolution, let settled = try PlacementSettling(solver: solver).settled(model, found.values) else {
      return Outcome(
        status: found.status == .infeasible ? .infeasible : .feasible, bound: found.bound, unmet: unmet)
    }
    var outcome = Outcome(status: found.status == .optimal ? .optimal : .feasible, bound: found.bound)
    outcome.plan = PlacementPlan(model, settled.values)
    outcome.objective = settled.objective
    outcome.unmet = unmet
    outcome.mustTrade = !model.shortfalls.isEmpty
    if !unmet.isEmpty { outcome.status = .infeasible }
    return outcome
  }

  /// Comes as near as can be to what doing nothing does not meet, before any dollar counts.
  ///
  /// - Returns: the demands that remain unmet.
  private func meetDemands(_ model: inout PlacementModel) throws -> [String] {
    var cost = [Double](repeating: 0, count: model.program.variableCount)
    for shortfall in model.shortfalls { cost[shortfall.variable.index] = 1000 }
    var limits = SolverOptions()
    limits.absoluteGap = 0.001
    limits.nodeLimit = options.nodeLimit
    let nearest = try solver.solution(of: model.program.minimising(cost), options: limits)
    guard nearest.hasSolution else { return model.shortfalls.map(\.sentence) }
    var unmet: [String] = []
    for shortfall in model.shortfalls {
      let missing = nearest.values[shortfall.variable.index]
      let isMet = missing < 0.000_01
      model.program.restrict(shortfall.variable, to: isMet ? 0 : missing + 0.000_001)
      if !isMet { unmet.append(shortfall.sentence) }
    }
    return unmet
  }
}
