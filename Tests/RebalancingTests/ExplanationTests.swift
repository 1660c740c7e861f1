import HiGHSSolver
import Measures
import Policy
import PortfolioModel
import Rebalancing
import Taxes
import TestSupport
import Testing

@Suite("What a proposal says")
struct ExplanationTests {
  /// Too much stock in a taxable account, partly at a loss, and a plan that can take bonds.
  private func proposal() throws -> Proposal {
    var settings = PlacementSettings()
    settings.annuity = .zero
    settings.washSalePolicy = .forbid
    var problem = RebalanceProblem(name: "two accounts", asOf: "2026-06-15", settings: settings, cashClass: "cash")
    problem.assetClasses = [
      .init(id: "stock", target: "0.6", band: "0.02"), .init(id: "bond", target: "0.3", band: "0.02"),
      .init(id: "gold", target: "0.1", band: "0.02"), .init(id: "cash", target: "0", band: "0.02"),
    ]
    problem.taxReturns = [
      TaxReturnProfile(id: "u", year: 2026, filingStatus: .single, ordinaryIncome: Money(90_000))
    ]
    for (id, assetClass) in [("STK", "stock"), ("BND", "bond")] {
      var security = RebalanceProblem.Security(id: SecurityID(id), kind: .fund, price: "100")
      security.classes = [AssetClassID(assetClass): "1"]
      problem.securities.append(security)
    }
    problem.accounts = [
      .init(id: "R", owner: "a", treatment: .roth, taxReturn: "u", cash: Money(100)),
      .init(id: "T", owner: "a", treatment: .taxable, taxReturn: "u", cash: .zero),
    ]
    problem.accounts[0].menu = []
    problem.accounts[1].menu = ["BND"]
    problem.lots = [
      .init(id: "L1", account: "T", security: "STK", shares: Quantity(300), basis: "50", acquired: "2020-01-02"),
      .init(id: "L2", account: "T", security: "STK", shares: Quantity(100), basis: "120", acquired: "2026-01-02"),
    ]
    return try Rebalancer(solver: HiGHSSolver()).proposal(for: problem)
  }

  @Test("the lot at a loss goes first; what it saves is said")
  func reasons() throws {
    let found = try proposal()
    let sale = try #require(found.reasons.first { $0.side == .sell })
    #expect(sale.lots.first?.lot == "L2" || sale.lots.contains { $0.lot == "L2" && $0.shares == Quantity(100) })
    let lossPart = try #require(sale.lots.first { $0.lot == "L2" })
    #expect(lossPart.gain == Money(-2_000))
    #expect(!lossPart.isLongTerm)
    let purchase = try #require(found.reasons.first { $0.side == .buy })
    #expect(purchase.reason == "bond, 30.00 points below target.")
  }

  @Test("a group sold at a loss may not be bought for thirty days")
  func bans() throws {
    let ban = try #require(try proposal().doNotBuy.first)
    #expect(ban.group == "STK")
    #expect(ban.securities == ["STK"])
    #expect(ban.from == "2026-06-15")
    #expect(ban.until == "2026-07-15")
  }

  @Test("a class that nobody may buy stays off target, and the menus are named")
  func offTarget() throws {
    #expect(
      try proposal().stillOffTarget.contains(
        "gold stays 10.00 points below target: no account that has money to move may buy it."))
  }

  @Test("the tax of the only sale is the tax of the proposal")
  func taxShare() throws {
    let found = try proposal()
    let sale = try #require(found.reasons.first { $0.side == .sell })
    #expect(try #require(sale.tax) == found.evaluation.parts.tax)
  }
}
