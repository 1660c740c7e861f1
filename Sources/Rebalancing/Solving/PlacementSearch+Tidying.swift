import Measures
import MixedInteger
import Policy

extension PlacementSearch {
  private static let nodes = 20

  /// What selling the last few shares of a position may cost: the policy's price of the trade that would have to sell them later,
  /// a dollar at least.
  private var crumb: Double { max(1, space.problem.settings.nuisance.approximate) }

  /// The best plan with sales of everything in place of those that would keep less than the smallest trade, wherever that costs
  /// less than a crumb and leaves what was proven proven; the other trades of the plan give way a little. One search finds all.
  ///
  /// - Returns: `nil` where there is nothing to tidy, or no time.
  mutating func tidied() throws -> (plan: PlacementPlan, objective: Double)? {
    guard let plan = run.plan, !run.isOver else { return nil }
    let crumbs = crumbs(of: plan)
    guard !crumbs.isEmpty else { return nil }
    var model = limited(PlacementModel(space, near: plan, width: 3))
    model.program.constrain(model.program.objective, to: max(run.bound + gap, run.objective), "proven")
    for holding in plan.sold.keys.sorted() where space.holdings[holding].canClose {
      model.avoidCrumb(of: holding, smallest: smallest, price: crumb, closes: crumbs.contains(holding))
    }
    let found = try run.solution(
      of: model.program, gap: crumb / 4, nodes: Self.nodes, presolves: space.washGroups.isEmpty)
    guard let settled = try run.settled(found, of: model) else { return nil }
    let left = self.crumbs(of: settled.plan).count
    return left < crumbs.count ? (settled.plan, settled.objective - crumb * Double(left)) : nil
  }

  /// Positions of which a plan would leave next to nothing.
  private func crumbs(of plan: PlacementPlan) -> [Int] {
    plan.sold.keys.sorted().filter { index in
      let holding = space.holdings[index]
      let left = holding.most - (plan.sold[index] ?? []).reduce(0, +)
      return holding.canClose && left > Self.nothing && left < smallest
    }
  }

  private var smallest: Double { max(space.minimumTrade, 0.001) }
  /// A hundredth of a cent, in thousand dollars.
  private static let nothing = 1e-7
}
