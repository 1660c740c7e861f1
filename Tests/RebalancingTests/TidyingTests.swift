import HiGHSSolver
import Measures
import Policy
import PortfolioModel
import Rebalancing
import Taxes
import TestSupport
import Testing

@Suite("No crumbs")
struct TidyingTests {
  /// A plan that holds 100.4 units of a stock fund at 100 and should move some hundred of them into bonds.
  private func household(driftInside: Rate) -> RebalanceProblem {
    var settings = PlacementSettings()
    settings.annuity = .zero
    settings.driftInside = driftInside
    var problem = RebalanceProblem(name: "one plan", asOf: "2026-06-15", settings: settings, cashClass: "cash")
    problem.assetClasses = [
      .init(id: "stock", target: "0.001", band: "0.02"), .init(id: "bond", target: "0.999", band: "0.02"),
      .init(id: "cash", target: "0", band: "0.02"),
    ]
    problem.taxReturns = [
      TaxReturnProfile(id: "u", year: 2026, filingStatus: .single, ordinaryIncome: Money(90_000))
    ]
    for (id, assetClass) in [("STK", "stock"), ("BND", "bond")] {
      var security = RebalanceProblem.Security(id: SecurityID(id), kind: .fund, price: "100")
      security.classes = [AssetClassID(assetClass): "1"]
      problem.securities.append(security)
    }
    problem.accounts = [.init(id: "R", owner: "a", treatment: .roth, taxReturn: "u", cash: .zero)]
    problem.lots = [
      .init(id: "L", account: "R", security: "STK", shares: "100.4", basis: "50", acquired: "2020-01-02")
    ]
    return problem
  }

  private func sold(_ problem: RebalanceProblem) throws -> Proposal {
    try Rebalancer(solver: HiGHSSolver()).proposal(for: problem)
  }

  @Test("a reserve that the plan raises in another account is not given up for a crumb")
  func keepsReserve() throws {
    var problem = household(driftInside: "0.02")
    var other = RebalanceProblem.Account(id: "T", owner: "a", treatment: .roth, taxReturn: "u", cash: .zero)
    other.cashReserve = Money(500)
    problem.accounts.append(other)
    problem.lots.append(
      .init(id: "M", account: "T", security: "BND", shares: "20", basis: "50", acquired: "2020-01-02"))
    let found = try sold(problem)
    #expect((found.evaluation.cashAfter["T"] ?? .zero) >= Money(500))
  }

  @Test("ten dollars of a fund go along, and their cash is spent")
  func closes() throws {
    let found = try sold(household(driftInside: "0.02"))
    #expect(found.trades.sales.map(\.shares) == ["100.4"])
    #expect(found.trades.purchases.map(\.shares) == ["100.4"])
    #expect(found.status == .optimal)
    #expect(found.evaluation.parts.drift < Money(1))
  }

  @Test("unless that costs more than the trade that would sell them later")
  func keeps() throws {
    let found = try sold(household(driftInside: "0.9"))
    #expect(found.trades.sales.map(\.shares) == ["100.2996"])
  }

  @Test("a plan within the gap stays within it", arguments: 1...12)
  func gap(seed: Int) throws {
    var household = RandomHousehold(seed: 5000 + seed)
    var options = Rebalancer.Options()
    options.gap = Money(5)
    let found = try Rebalancer(solver: HiGHSSolver(), options: options).proposal(for: household.small())
    if found.status == .optimal { #expect(try #require(found.gap) <= Money("5.02")) }
    #expect(found.evaluation.violations == [])
  }
}
