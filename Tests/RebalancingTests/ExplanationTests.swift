import HiGHSSolver
import Measures
import Policy
import PortfolioModel
import Taxes
import TestSupport
import Testing

@testable import Rebalancing

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

  @Test("the tax of the only sale is that of gold, where it is gold that is sold")
  func taxOfGold() throws {
    var problem = try proposal().problem
    problem.securities = problem.securities.map { security in
      var security = security
      security.isCollectible = security.id == "STK"
      return security
    }
    problem.taxReturns[0].ordinaryIncome = Money(200_000)
    problem.lots.removeAll { $0.id == "L2" }
    problem.lots[0].basis = "90"
    let found = try Rebalancer(solver: HiGHSSolver()).proposal(for: problem)
    let sale = try #require(found.reasons.first { $0.side == .sell })
    #expect(found.evaluation.returns["u"]?.collectible == sale.gain)
    #expect(sale.gain != .zero)
    #expect(sale.tax == found.evaluation.parts.tax)
  }

  @Test("a class moves to the account that buys more of it than it sells, and is exchanged where one does both")
  func movesToNetBuyer() throws {
    let plain = try proposal()
    var found = plain
    for (id, assetClass) in [("STX", "stock"), ("BNX", "bond")] {
      var security = RebalanceProblem.Security(id: SecurityID(id), kind: .fund, price: "100")
      security.classes = [AssetClassID(assetClass): "1"]
      found.problem.securities.append(security)
    }
    found.problem.accounts.append(.init(id: "K", owner: "a", treatment: .traditional, taxReturn: "u", cash: .zero))
    for index in found.problem.assetClasses.indices where found.problem.assetClasses[index].id == "bond" {
      found.problem.assetClasses[index].target = .zero
    }
    found.evaluation.weightsBefore["bond"] = .zero
    found.trades = ProposedTrades(
      sales: [
        .init(account: "K", security: "BND", lot: nil, shares: Quantity(5)),
        .init(account: "R", security: "BND", lot: nil, shares: Quantity(30)),
      ],
      purchases: [
        .init(account: "K", security: "BNX", shares: Quantity(20)),
        .init(account: "T", security: "BNX", shares: Quantity(10)),
      ])
    let reasons = ProposalExplanation(found).reasons
    let why = { (account: AccountID, side: TradeReason.Side) in
      reasons.first { $0.account == account && $0.side == side }?.reason.prefix { $0 != ";" && $0 != "." }
    }
    #expect(why("R", .sell) == "bond move from here to K")
    #expect(why("T", .buy) == "bond sold in R are bought again here")
    #expect(why("K", .buy) == "bond sold in R are bought again here")
    #expect(why("K", .sell) == "Makes room for other bond in K")
  }
}
