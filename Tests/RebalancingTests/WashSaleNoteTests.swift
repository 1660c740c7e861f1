import Diagnostics
import HiGHSSolver
import Measures
import Policy
import PortfolioModel
import Rebalancing
import Taxes
import TestSupport
import Testing

@Suite("Wash sales and dates in a proposal")
struct WashSaleNoteTests {
  /// Bonds at a loss in a taxable account that wants stock; a Roth IRA full of stock that wants bonds, and may buy only these.
  private func household() -> RebalanceProblem {
    var settings = PlacementSettings()
    settings.annuity = Weight(20)
    var problem = RebalanceProblem(name: "swap", asOf: "2026-06-15", settings: settings, cashClass: "cash")
    problem.assetClasses = [
      .init(id: "stock", target: "0.5", band: "0.02"), .init(id: "bond", target: "0.5", band: "0.02"),
      .init(id: "cash", target: "0", band: "0.02"),
    ]
    var profile = TaxReturnProfile(id: "u", year: 2026, filingStatus: .single, ordinaryIncome: Money(90_000))
    profile.ordinaryLocationRate = "0.3"
    problem.taxReturns = [profile]
    for (id, assetClass) in [("BND", "bond"), ("STK", "stock")] {
      var security = RebalanceProblem.Security(id: SecurityID(id), kind: .fund, price: "100")
      security.classes = [AssetClassID(assetClass): "1"]
      security.yield = id == "BND" ? "0.05" : "0"
      problem.securities.append(security)
    }
    problem.accounts = [
      .init(id: "R", owner: "a", treatment: .roth, taxReturn: "u", cash: .zero),
      .init(id: "T", owner: "a", treatment: .taxable, taxReturn: "u", cash: .zero),
    ]
    problem.lots = [
      .init(id: "L1", account: "T", security: "BND", shares: Quantity(200), basis: "110", acquired: "2024-01-02"),
      .init(id: "L2", account: "R", security: "STK", shares: Quantity(200), basis: "50", acquired: "2020-01-02"),
    ]
    return problem
  }

  private func proposal(for problem: RebalanceProblem) throws -> Proposal {
    var options = Rebalancer.Options()
    options.gap = Money(1)
    options.pricesWashSales = true
    return try Rebalancer(solver: HiGHSSolver(), options: options).proposal(for: problem)
  }

  @Test(
    "a wash sale is named with its trades, and avoiding it has a price: that of the best plan which is forbidden it")
  func price() throws {
    let found = try proposal(for: household())
    #expect(found.evaluation.disallowedLoss == Money(2_000))
    var strict = household()
    strict.settings.washSalePolicy = .forbid
    let other = try proposal(for: strict)
    let price = try #require(found.avoidingWashSales)
    #expect(price == other.objective - found.objective)
    #expect(price > Money(100))
    let note = try #require(found.diagnostics.first { $0.code == "wash-sale-accepted" })
    #expect(
      note.message == "2,000.00 dollars of loss do not count (wash sale): BND sold in T, bought in R.")
    #expect(note.remedy?.contains("A plan without wash sales costs ") == true)
  }

  @Test("a wash sale that can be avoided for nothing is avoided")
  func free() throws {
    var problem = household()
    var twin = problem.securities[0]
    twin.id = "BOND"
    twin.group = "BOND"
    problem.securities.append(twin)
    let found = try proposal(for: problem)
    #expect(found.evaluation.disallowedLoss == .zero)
    #expect(found.avoidingWashSales == nil)
    #expect(found.trades.purchases.map(\.security).contains("BOND"))
  }

  @Test("a gain that turns long-term soon has a date, and what waiting for it saves")
  func turnsLong() throws {
    var problem = household()
    problem.settings.annuity = .zero
    problem.assetClasses[0].target = "0.1"
    problem.assetClasses[1].target = "0.9"
    problem.accounts[0].canTrade = false
    problem.lots[0] = .init(
      id: "L1", account: "T", security: "STK", shares: Quantity(200), basis: "80", acquired: "2025-07-01")
    let found = try proposal(for: problem)
    let sale = try #require(found.trades.sales.first)
    let date = try #require(found.waiting.first)
    #expect(date.day == "2026-07-02")
    // 22 % of ordinary income today, 15 % of the gain then.
    let gain = Money(sale.shares, at: "20") ?? .zero
    #expect(date.worth == gain.times("0.07"))
    #expect(date.reason.hasPrefix("From 2026-07-02 the gain of "))
  }

  @Test("a loss within the window of an earlier purchase counts from the day on which the window closes")
  func windowCloses() throws {
    var problem = household()
    problem.settings.washSalePolicy = .forbid
    problem.recentTransactions = [
      .init(account: "R", security: "BND", day: "2026-06-01", action: .buy, shares: Quantity(1), gain: nil, lot: nil)
    ]
    let date = try #require(try proposal(for: problem).waiting.first)
    #expect(date.day == "2026-07-02")
    #expect(date.security == "BND")
    // 2,000 dollars of loss against ordinary income at 22 %.
    #expect(date.worth == Money(440))
    problem.scheduledBuys = [.init(account: "R", security: "BND", day: "2026-06-20")]
    #expect(try proposal(for: problem).waiting == [])
  }
}
