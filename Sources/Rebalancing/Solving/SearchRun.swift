import MixedInteger

/// What a search knows so far, over all the programs that it solves: the best plan, the bound, and what is left of its limits.
struct SearchRun {
  private let solver: any Solver
  private let options: Rebalancer.Options
  private let observer: ((SolverProgress) -> SolverVerdict)?
  private(set) var plan: PlacementPlan?
  private(set) var objective = Double.infinity
  private(set) var bound = -Double.infinity
  private(set) var wasStopped = false
  private var secondsLeft: Double
  private var nodesLeft: Int

  /// How long a search that is over may take for its last program, or as long again as it had.
  private static let lastSeconds = 5.0

  /// Dollars between plan and bound at which the search has done its work.
  private let wanted: Double

  init(solver: any Solver, wanted: Double, options: Rebalancer.Options, observer: ((SolverProgress) -> SolverVerdict)?)
  {
    self.solver = solver
    self.wanted = wanted
    self.options = options
    self.observer = observer
    secondsLeft = options.timeLimitSeconds ?? .infinity
    nodesLeft = options.nodeLimit ?? .max
  }

  var gap: Double { objective - bound }
  var isOver: Bool { wasStopped || secondsLeft <= 0 || nodesLeft <= 0 }

  /// Solves a program within what is left of the limits.
  ///
  /// - Parameters:
  ///   - bounds: whether every plan is a solution of `program`, so that its bound is a bound of the search.
  ///   - isLast: whether the limits are used up already, and `nodes` says how long this may take, within a few seconds.
  mutating func solution(
    of program: MixedIntegerProgram, gap: Double, target: Double? = nil, start: [Double]? = nil, nodes: Int = .max,
    bounds: Bool = false, presolves: Bool = false, isLast: Bool = false
  ) throws -> ProgramSolution {
    var limits = SolverOptions()
    limits.absoluteGap = gap
    limits.presolves = presolves
    limits.objectiveTarget = target.flatMap { $0.isFinite ? $0 : nil }
    let seconds = isLast ? max(Self.lastSeconds, options.timeLimitSeconds ?? 0) : max(0.001, secondsLeft)
    limits.timeLimitSeconds = seconds.isFinite ? seconds : nil
    let mostNodes = isLast ? nodes : min(nodes, max(0, nodesLeft))
    limits.nodeLimit = mostNodes < .max ? mostNodes : nil
    let stop = Stop()
    let known = (objective: objective, bound: bound)
    let observer = isLast ? nil : observer
    let wanted = self.wanted
    let watch = { (progress: SolverProgress) -> SolverVerdict in
      let bound = bounds ? max(known.bound, progress.bound) : known.bound
      let verdict = observer?(
        SolverProgress(incumbent: known.objective.isFinite ? known.objective : nil, bound: bound))
      if verdict == .stop { stop.isAsked = true }
      // What is known already may turn out to be near enough.
      return verdict == .stop || (bounds && known.objective - bound <= wanted) ? .stop : .goOn
    }
    let found = try solver.solution(of: program, options: limits, start: start, observer: watch)
    wasStopped = wasStopped || stop.isAsked
    secondsLeft -= found.seconds
    if nodesLeft < .max { nodesLeft -= found.nodes }
    if bounds { bound = max(bound, found.bound) }
    return found
  }

  /// Settles a solution and keeps it if it is the best so far.
  mutating func offer(_ found: ProgramSolution, of model: PlacementModel) throws {
    guard found.hasSolution, found.objective < objective, let settled = try settled(found, of: model) else { return }
    plan = settled.plan
    objective = settled.objective
  }

  func settled(_ found: ProgramSolution, of model: PlacementModel) throws -> (plan: PlacementPlan, objective: Double)? {
    guard found.hasSolution, let settled = try PlacementSettling(solver: solver).settled(model, found.values)
    else { return nil }
    return (PlacementPlan(model, settled.values), settled.objective)
  }

  private final class Stop {
    var isAsked = false
  }
}
