import Measures
import MixedInteger
import Policy

extension PlacementSearch {
  private static let nodes = 200
  /// Positions tried for one plan: each is a search of its own, which takes seconds in a household of thousands of lots.
  private var attempts: Int {
    let most = space.washGroups.isEmpty ? 8 : 2
    return max(1, min(most, 8_000 / max(1, space.problem.lots.count)))
  }

  /// What selling the last few shares of a position may cost: the policy's price of the trade that would have to sell them later,
  /// a dollar at least.
  private var crumb: Double { max(1, space.problem.settings.nuisance.approximate) }

  /// The best plan with every sale that would keep less than the smallest trade made a sale of everything, wherever that costs less
  /// than a crumb and leaves what was proven proven; the other trades of the plan give way a little.
  ///
  /// - Returns: `nil` where there is nothing to tidy, or no time.
  mutating func tidied() throws -> (plan: PlacementPlan, objective: Double)? {
    guard let plan = run.plan, !run.isOver else { return nil }
    var tidy: (plan: PlacementPlan, objective: Double) = (plan, run.objective)
    var closed = Set<Int>()
    var tried = Set<Int>()
    // Closing one position may leave a crumb of another.
    while tried.count < attempts, let holding = crumbs(of: tidy.plan).first(where: { !tried.contains($0) }) {
      tried.insert(holding)
      let most = min(tidy.objective + crumb, max(run.bound + gap, run.objective))
      var model = PlacementModel(space, near: tidy.plan, width: 3)
      // A demand that the plan has met must not be given up for a crumb.
      guard model.shortfalls.isEmpty else { return nil }
      for index in closed.union([holding]).sorted() { model.close(index) }
      let found = try run.solution(
        of: model.program, gap: 0.25, target: tidy.objective + 0.25, nodes: Self.nodes,
        presolves: space.washGroups.isEmpty)
      guard found.objective < most, let settled = try run.settled(found, of: model) else { continue }
      tidy = settled
      closed.insert(holding)
    }
    return closed.isEmpty ? nil : tidy
  }

  /// Positions of which a plan would leave next to nothing.
  private func crumbs(of plan: PlacementPlan) -> [Int] {
    plan.sold.keys.sorted().filter { index in
      let holding = space.holdings[index]
      let left = holding.most - (plan.sold[index] ?? []).reduce(0, +)
      return holding.canClose && left > Self.nothing && left < max(space.minimumTrade, 0.001)
    }
  }

  /// A hundredth of a cent, in thousand dollars.
  private static let nothing = 1e-7
}
