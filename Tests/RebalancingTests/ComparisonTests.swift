import HiGHSSolver
import Measures
import MixedInteger
import Policy
import PortfolioModel
import Rebalancing
import Taxes
import TestSupport
import Testing

@Suite("Plans side by side")
struct ComparisonTests {
  private func comparison(_ seed: Int) throws -> Comparison {
    var household = RandomHousehold(seed: 7000 + seed)
    var problem = household.small()
    problem.settings.maximumTrades = nil
    problem.taxReturns[0].taxBudget = nil
    var options = Rebalancer.Options()
    options.gap = Money(1)
    return try Rebalancer(solver: HiGHSSolver(), options: options).comparison(for: problem)
  }

  @Test("each plan is best at what it is for; on the frontier, nearer is dearer", arguments: 1...3)
  func plans(seed: Int) throws {
    let found = try comparison(seed)
    let plan = { (kind: Comparison.Kind) throws in try #require(found.plans.first { $0.kind == kind }) }
    #expect(!found.wasStopped)
    #expect(try plan(.nothing).trades == ProposedTrades())
    #expect(try plan(.buyOnly).trades.sales == [])
    #expect(try plan(.noTax).evaluation.parts.tax <= Money("0.01"))
    let proposal = try plan(.proposal).evaluation.parts.objective
    if found.problem.settings.washSalePolicy == .price {
      for other in found.plans { #expect(proposal <= other.evaluation.parts.objective + Money(1)) }
    }
    #expect(try plan(.target).offTarget <= plan(.nothing).offTarget)
    let separate = try plan(.separate)
    let near = try plan(.asNearAsSeparate)
    #expect(near.offTarget <= separate.offTarget + Weight(steps: 10_000_000))
    // The household may do what its accounts do by themselves, but for wash sales that its policy forbids.
    if separate.evaluation.disallowedLoss.isZero, near.isProven {
      let dollars = { (plan: Comparison.Plan) in plan.evaluation.parts.objective - plan.evaluation.parts.drift }
      #expect(dollars(near) <= dollars(separate) + Money(1))
    }
    #expect(!found.frontier.isEmpty)
    for (far, near) in zip(found.frontier, found.frontier.dropFirst()) {
      #expect(far.offTarget > near.offTarget)
      #expect(
        far.evaluation.parts.objective - far.evaluation.parts.drift
          < near.evaluation.parts.objective - near.evaluation.parts.drift)
    }
  }

  @Test("who stops the search keeps the plans found until then")
  func stopped() throws {
    var household = RandomHousehold(seed: 7001)
    let found = try Rebalancer(solver: HiGHSSolver()).comparison(for: household.small()) { _ in .stop }
    #expect(found.plans.map(\.kind).first == .nothing)
  }
}
