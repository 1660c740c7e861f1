import Diagnostics
import HiGHSSolver
import Measures
import Policy
import PortfolioModel
import Rebalancing
import Taxes
import TestSupport
import Testing

/// Rules that few households have, each against every plan of a tiny one.
@Suite("Further rules, every plan tried")
struct ExtraRuleTests {
  enum Rule: CaseIterable { case collectibles, noShortGains, issuerCap, yearlyGain, yearlyTax }

  private func problem(_ rule: Rule, _ seed: Int) -> RebalanceProblem {
    var household = RandomHousehold(seed: 9000 + seed)
    var problem = household.tiny()
    problem.taxReturns[0].taxBudget = nil
    switch rule {
    case .collectibles: addGold(to: &problem, seed)
    case .noShortGains: problem.settings.realisesShortGains = false
    case .issuerCap:
      // What is held may stay; hardly more may be bought.
      problem.lots.removeAll { $0.security == "BB" }
      let held = ProposalChecker(problem).evaluation(of: ProposedTrades()).totalValue
      let value = problem.lots.filter { $0.security == "AA" }
        .reduce(Money.zero) { $0 + (Money($1.shares, at: problem.securities[0].price) ?? .zero) }
      problem.securities[0].maximumWeight = value.fraction(of: held) + "0.05"
      problem.securities[1].issuer = "AA"
      problem.securities[1].maximumWeight = Weight(1)
      problem.accounts[1].neverBuy = ["BB"]
    case .yearlyGain:
      let known = problem.taxReturns[0].realisedShort + problem.taxReturns[0].realisedLong
      problem.settings.yearlyGainBudget = known + Money(seed * 40)
    case .yearlyTax:
      let tax = ProposalChecker(problem).evaluation(of: ProposedTrades()).yearlyTax
      problem.settings.yearlyTaxBudget = tax + Money(seed * 10)
    }
    return problem
  }

  /// Returns near each edge of the worksheet: the end of the 24 % bracket, the 20 % zone, and a low bracket.
  private func addGold(to problem: inout RebalanceProblem, _ seed: Int) {
    problem.securities[0].isCollectible = true
    problem.securities[2].isCollectible = seed.isMultiple(of: 2)
    problem.taxReturns[0].year = 2026
    problem.taxReturns[0].filingStatus = .single
    let (income, long, gold): (Int, Int, Int) =
      switch seed % 4 {
      case 0: (214_000, 6_000, 3_000)
      case 1: (150_000, 540_000, 150_000)
      case 2: (62_000, 3_000, 3_000)
      default: (205_000, -3_000, -2_000)
      }
    problem.taxReturns[0].ordinaryIncome = Money(income)
    problem.taxReturns[0].realisedLong = Money(long)
    problem.taxReturns[0].realisedCollectible = Money(gold)
  }

  @Test("the program finds the cheapest plan", arguments: Rule.allCases, 1...12)
  func cheapest(rule: Rule, seed: Int) throws {
    let problem = problem(rule, seed)
    var options = Rebalancer.Options()
    options.gap = "0.01"
    let proposal = try Rebalancer(solver: HiGHSSolver(), options: options).proposal(for: problem)
    let best = ExhaustiveTests.cheapestPlan(of: problem)
    #expect(proposal.evaluation.violations == [])
    #expect((proposal.objective - best.objective).magnitude < "0.02", "\(proposal.trades) against \(best.trades)")
    #expect(try #require(proposal.bound) < best.objective + "0.02")
  }

  /// One taxable account: a hundred shares of a stock at 100, bought at 60 this spring; it should be half in cash.
  private func stock() -> RebalanceProblem {
    var problem = RebalanceProblem(
      name: "stock", asOf: "2026-06-15", settings: PlacementSettings(), cashClass: "cash")
    problem.assetClasses = [
      .init(id: "stock", target: "0.5", band: "0.01"), .init(id: "cash", target: "0.5", band: "0.01"),
    ]
    problem.settings.driftOutside = Rate(1)
    problem.taxReturns = [
      TaxReturnProfile(id: "u", year: 2026, filingStatus: .single, ordinaryIncome: Money(90_000))
    ]
    var stock = RebalanceProblem.Security(id: "STK", kind: .stock, price: "100")
    stock.classes = ["stock": "1"]
    problem.securities = [stock]
    problem.accounts = [.init(id: "T", owner: "a", treatment: .taxable, taxReturn: "u", cash: .zero)]
    problem.lots = [
      .init(id: "L", account: "T", security: "STK", shares: Quantity(100), basis: "60", acquired: "2026-03-02")
    ]
    return problem
  }

  private func proposal(_ problem: RebalanceProblem) throws -> Proposal {
    try Rebalancer(solver: HiGHSSolver()).proposal(for: problem)
  }

  @Test("a short-term gain is not taken where none is wanted, and the checker says why not")
  func shortGain() throws {
    var problem = stock()
    #expect(try proposal(problem).trades.sales.count == 1)
    problem.settings.realisesShortGains = false
    #expect(try proposal(problem).trades == ProposedTrades())
    let sale = ProposedTrades(sales: [.init(account: "T", security: "STK", lot: "L", shares: Quantity(50))])
    #expect(
      ProposalChecker(problem).evaluation(of: sale).violations == ["The gain on lot L of STK would be short-term."])
  }

  @Test("an issuer above its cap comes down to it, whatever that costs")
  func cap() throws {
    var problem = stock()
    problem.settings.driftInside = .zero
    problem.settings.driftOutside = .zero
    problem.securities[0].maximumWeight = "0.2"
    let found = try proposal(problem)
    #expect(found.status == .optimal)
    #expect(found.trades.sales.map(\.shares) == [Quantity(80)])
    #expect(!ProposalChecker(problem).evaluation(of: ProposedTrades()).isFeasible)
  }

  @Test("a cap that cannot be met is named, and all that may go goes")
  func unreachableCap() throws {
    var problem = stock()
    problem.lots.append(
      .init(id: "M", account: "T", security: "STK", shares: Quantity(100), basis: "60", acquired: "2020-03-02"))
    problem.lots[1].isHeld = true
    problem.securities[0].maximumWeight = "0.2"
    let found = try proposal(problem)
    #expect(found.status == .infeasible)
    #expect(found.trades.sales.map(\.shares) == [Quantity(100)])
    #expect(
      found.diagnostics.map(\.message)
        == ["STK cannot come down to the weight that it may have: 6,000.00 dollars are too much."])
  }

  @Test("what the year has realised uses up its budgets")
  func yearly() throws {
    var problem = stock()
    problem.taxReturns[0].realisedShort = Money(1_000)
    problem.settings.yearlyGainBudget = Money(1_800)
    // 40 dollars of gain a share: 20 shares.
    #expect(try proposal(problem).trades.sales.map(\.shares) == [Quantity(20)])
    problem.settings.yearlyGainBudget = nil
    problem.settings.yearlyTaxBudget = Money(396)
    // 22 % of 1,000 are paid; 176 dollars are left, 8.80 a share.
    #expect(try proposal(problem).trades.sales.map(\.shares) == [Quantity(20)])
  }

  @Test("a budget that is overdrawn is named where no loss can mend it")
  func overdrawn() throws {
    var problem = stock()
    problem.taxReturns[0].realisedShort = Money(1_000)
    problem.settings.yearlyGainBudget = Money(400)
    let found = try proposal(problem)
    #expect(found.status == .infeasible)
    #expect(found.trades == ProposedTrades())
    #expect(
      found.diagnostics.map(\.message)
        == ["The year's net gain cannot fall to its budget: it stays 600.00 dollars above."])
  }
}
