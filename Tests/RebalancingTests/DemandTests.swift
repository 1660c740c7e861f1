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
      found.diagnostics.map(\.message)
        == ["T cannot raise its cash to the reserve that it should keep: 3,000.00 dollars are missing."])
    #expect(found.evaluation.cashAfter["T"] == Money(2_000))
  }

  @Test("the checker lets no account stay below its reserve")
  func checkedReserve() {
    var problem = household()
    problem.accounts[0].cashReserve = Money(1_250)
    #expect(!ProposalChecker(problem).evaluation(of: ProposedTrades()).isFeasible)
    let three = ProposedTrades(sales: [.init(account: "T", security: "STK", lot: "L", shares: Quantity(3))])
    #expect(ProposalChecker(problem).evaluation(of: three).isFeasible)
    let two = ProposedTrades(sales: [.init(account: "T", security: "STK", lot: "L", shares: Quantity(2))])
    #expect(
      ProposalChecker(problem).evaluation(of: two).violations == ["T is left with 1200 in cash, below 1250."])
  }

  @Test("an account that cannot trade is named, and the others go on within their own rules")
  func lockedReserve() throws {
    var problem = household()
    var locked = RebalanceProblem.Account(id: "B", owner: "a", treatment: .taxable, taxReturn: "u", cash: Money(40))
    locked.canTrade = false
    locked.cashReserve = Money(100)
    problem.accounts.append(locked)
    problem.accounts[0].cashReserve = Money(1_100)
    problem.settings.driftInside = .zero
    let found = try proposal(for: problem)
    #expect(found.status == .infeasible)
    #expect(
      found.diagnostics.map(\.message)
        == ["B cannot raise its cash to the reserve that it should keep: 60.00 dollars are missing."])
    #expect(found.trades.sales.map(\.shares) == [Quantity(1)])
  }

  @Test("where a reserve cannot be met, nothing else is done that does not pay", arguments: 1...8)
  func noWorse(seed: Int) throws {
    var random = RandomHousehold(seed: 7000 + seed)
    var problem = random.small()
    problem.accounts[3].canTrade = false
    problem.accounts[3].cashReserve = problem.accounts[3].cash + Money(1)
    problem.accounts[1].cashReserve = .zero
    problem.taxReturns[0].taxBudget = nil
    let found = try proposal(for: problem)
    #expect(found.status == .infeasible)
    #expect(found.objective <= found.nothing.parts.objective)
    #expect(found.evaluation.violations.count == 1)
  }

  @Test("a tax budget below zero without a loss to take: nothing is done, and the return is named")
  func unreachableBudget() throws {
    var problem = household()
    problem.taxReturns[0].taxBudget = Money(-50)
    let found = try proposal(for: problem)
    #expect(found.status == .infeasible)
    #expect(found.trades == ProposedTrades())
    #expect(
      found.diagnostics.map(\.message)
        == ["The tax of return u cannot fall as far as its budget wants: it stays 50.00 dollars above."])
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
