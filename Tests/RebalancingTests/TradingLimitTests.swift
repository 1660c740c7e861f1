import Diagnostics
import HiGHSSolver
import Measures
import Policy
import PortfolioModel
import Rebalancing
import Taxes
import TestSupport
import Testing

/// 5 CFR 1601.32(b), and plans and funds with a rule of their own.
@Suite("How often a plan lets money move")
struct TradingLimitTests {
  /// A plan that is all in stocks and should be half in bonds; G is a third fund.
  private func plan(sales: [Day], on day: Day = "2026-06-15") -> RebalanceProblem {
    var problem = RebalanceProblem(name: "plan", asOf: day, settings: PlacementSettings(), cashClass: "cash")
    problem.assetClasses = [
      .init(id: "stock", target: "0.5", band: "0.02"), .init(id: "bond", target: "0.5", band: "0.02"),
    ]
    problem.taxReturns = [
      TaxReturnProfile(id: "u", year: 2026, filingStatus: .single, ordinaryIncome: Money(90_000))
    ]
    for (id, assetClass) in [("C", "stock"), ("F", "bond"), ("G", "bond")] {
      var security = RebalanceProblem.Security(id: SecurityID(id), kind: .fund, price: "10")
      security.classes = [AssetClassID(assetClass): "1"]
      security.expenseRatio = id == "G" ? "0.001" : "0.0005"
      problem.securities.append(security)
    }
    problem.accounts = [.init(id: "TSP", owner: "a", treatment: .traditional, taxReturn: "u", cash: .zero)]
    problem.accounts[0].tradingLimit = .thriftSavingsPlan(into: "G")
    problem.lots = [
      .init(id: "L", account: "TSP", security: "C", shares: "1000", basis: "5", acquired: "2020-01-02")
    ]
    problem.recentTransactions = sales.map {
      .init(account: "TSP", security: "C", day: $0, action: .sell, shares: "10", gain: nil, lot: nil)
    }
    return problem
  }

  private func proposal(_ problem: RebalanceProblem) throws -> Proposal {
    try Rebalancer(solver: HiGHSSolver()).proposal(for: problem)
  }

  private func trades(into fund: SecurityID) -> ProposedTrades {
    ProposedTrades(
      sales: [.init(account: "TSP", security: "C", lot: nil, shares: "500")],
      purchases: [.init(account: "TSP", security: fund, shares: "500")])
  }

  @Test("after one transfer of the month a second may go anywhere")
  func second() throws {
    let found = try proposal(plan(sales: ["2026-06-03", "2026-05-20", "2026-05-04"]))
    #expect(found.trades.purchases.map(\.security) == ["F"])
    #expect(found.status == .optimal)
  }

  @Test("after two money moves only into G until the first of next month, and the proposal says so")
  func third() throws {
    let problem = plan(sales: ["2026-06-03", "2026-06-03", "2026-06-10"])
    let found = try proposal(problem)
    #expect(found.trades.purchases.map(\.security) == ["G"])
    #expect(found.evaluation.violations == [])
    #expect(
      found.diagnostics.map(\.message)
        == ["TSP moves money only into G until 2026-07-01: its plan's moves of the month are used up."])
    #expect(!ProposalChecker(problem).evaluation(of: trades(into: "F")).isFeasible)
    #expect(ProposalChecker(problem).evaluation(of: trades(into: "G")).isFeasible)
  }

  @Test("sales of one day are one transfer")
  func day() {
    #expect(
      TradingLimit.thriftSavingsPlan(into: "G").state(on: "2026-06-15", after: ["2026-06-03", "2026-06-03"]) == .free)
  }

  @Test(
    "days between moves close the account until they have passed",
    arguments: [("2026-06-14", false), ("2026-06-15", true)])
  func between(day: Day, isOpen: Bool) throws {
    var problem = plan(sales: ["2026-05-16"], on: day)
    problem.accounts[0].tradingLimit = TradingLimit()
    problem.accounts[0].tradingLimit.daysBetweenMoves = 30
    let found = try proposal(problem)
    #expect(found.trades.purchases.isEmpty != isOpen)
    #expect(found.diagnostics.contains { $0.code == "trading-limit" } != isOpen)
    #expect(ProposalChecker(problem).evaluation(of: trades(into: "F")).isFeasible == isOpen)
  }

  @Test("a limit that leaves nothing open closes the account for the month")
  func closed() throws {
    var problem = plan(sales: ["2026-06-03"])
    problem.accounts[0].tradingLimit.movesAMonth = 1
    problem.accounts[0].tradingLimit.thenOnly = []
    let found = try proposal(problem)
    #expect(found.trades == ProposedTrades())
    #expect(
      found.diagnostics.map(\.message)
        == ["TSP trades nothing until 2026-07-01: its plan's limit on moves is used up."])
    #expect(!ProposalChecker(problem).evaluation(of: trades(into: "G")).isFeasible)
  }
}
