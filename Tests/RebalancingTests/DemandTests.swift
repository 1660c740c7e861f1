import Diagnostics
import HiGHSSolver
import Measures
import Policy
import PortfolioModel
import Rebalancing
import Taxes
import TestSupport
import Testing

@Suite("Wishes that cannot be met")
struct DemandTests {
  /// One taxable account: a thousand dollars and ten shares of a stock at 100, bought at 60.
  private func household() -> RebalanceProblem {
    var settings = PlacementSettings()
    settings.minimumTrade = .zero
    var problem = RebalanceProblem(name: "one account", asOf: "2026-06-15", settings: settings, cashClass: "cash")
    problem.assetClasses = [
      .init(id: "stock", target: "0.5", band: "0.05"), .init(id: "cash", target: "0.5", band: "0.05"),
    ]
    problem.taxReturns = [
      TaxReturnProfile(id: "u", year: 2026, filingStatus: .single, ordinaryIncome: Money(90_000))
    ]
    var stock = RebalanceProblem.Security(id: "STK", kind: .stock, price: "100")
    stock.classes = ["stock": "1"]
    problem.securities = [stock]
    problem.accounts = [.init(id: "T", owner: "a", treatment: .taxable, taxReturn: "u", cash: Money(1_000))]
    problem.lots = [
      .init(id: "L", account: "T", security: "STK", shares: Quantity(10), basis: "60", acquired: "2020-01-02")
    ]
    return problem
  }

  private func proposal(for problem: RebalanceProblem) throws -> Proposal {
    try Rebalancer(solver: HiGHSSolver()).proposal(for: problem)
  }

  @Test("a reserve is raised, and no share more is sold than it needs")
  func reserve() throws {
    var problem = household()
    problem.accounts[0].cashReserve = Money(1_250)
    let found = try proposal(for: problem)
    #expect(found.status == .optimal)
    #expect(found.trades.sales == [.init(account: "T", security: "STK", lot: "L", shares: Quantity(3))])
  }

  @Test("a reserve beyond everything there is: all is sold, and the account is named")
  func unreachableReserve() throws {
    var problem = household()
    problem.accounts[0].cashReserve = Money(5_000)
    let found = try proposal(for: problem)
    #expect(found.status == .infeasible)
    #expect(found.trades.sales.map(\.shares) == [Quantity(10)])
    #expect(
      found.diagnostics.map(\.message) == ["T cannot raise its cash to the reserve that it should keep."])
  }

  @Test("a tax budget below zero without a loss to take: nothing is done, and the return is named")
  func unreachableBudget() throws {
    var problem = household()
    problem.taxReturns[0].taxBudget = Money(-50)
    let found = try proposal(for: problem)
    #expect(found.status == .infeasible)
    #expect(found.trades == ProposedTrades())
    #expect(found.diagnostics.map(\.message) == ["The tax of return u cannot fall as far as its budget wants."])
  }

  @Test("a tax budget below zero is met by a loss")
  func budgetMetByLoss() throws {
    var problem = household()
    problem.taxReturns[0].taxBudget = Money(-50)
    problem.lots[0].basis = "160"
    let found = try proposal(for: problem)
    #expect(found.status == .optimal)
    #expect(found.evaluation.parts.tax <= Money(-50))
  }

  @Test("a cap on what is off target that whole shares cannot reach: the nearest plan is made")
  func misallocation() throws {
    var problem = household()
    problem.maximumMisallocation = .zero
    problem.lots[0].shares = Quantity("10.5")
    problem.settings.driftInside = .zero
    let found = try proposal(for: problem)
    #expect(found.status == .infeasible)
    #expect(found.trades == ProposedTrades())
    #expect(found.diagnostics.map(\.code).contains("demand-unmet"))
  }

  @Test("an empty household has nothing to do")
  func empty() throws {
    var problem = household()
    problem.lots = []
    problem.accounts = []
    let found = try proposal(for: problem)
    #expect(found.status == .optimal)
    #expect(found.trades == ProposedTrades())
  }
}
