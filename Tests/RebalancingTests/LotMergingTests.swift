import HiGHSSolver
import Measures
import Policy
import PortfolioModel
import Taxes
import TestSupport
import Testing

@testable import Rebalancing

@Suite("Lots that no optimum can tell apart")
struct LotMergingTests {
  /// A fund whose price does not move and whose dividends are reinvested each month, beside bonds to buy.
  private func reinvested(_ method: Account.LotMethod) -> RebalanceProblem {
    var settings = PlacementSettings()
    settings.washSalePolicy = .price
    var problem = RebalanceProblem(name: "dividends", asOf: "2026-06-15", settings: settings, cashClass: "cash")
    problem.assetClasses = [
      .init(id: "cash", target: "0.5", band: "0.01"), .init(id: "bond", target: "0.5", band: "0.01"),
    ]
    problem.taxReturns = [
      TaxReturnProfile(id: "u", year: 2026, filingStatus: .single, ordinaryIncome: Money(90_000))
    ]
    for (id, assetClass) in [("MMF", "cash"), ("BND", "bond")] {
      var security = RebalanceProblem.Security(id: SecurityID(id), kind: .fund, price: "10")
      security.classes = [AssetClassID(assetClass): "1"]
      problem.securities.append(security)
    }
    problem.accounts = [.init(id: "T", owner: "a", treatment: .taxable, taxReturn: "u", cash: .zero)]
    problem.accounts[0].lotMethod = method
    problem.accounts[0].menu = ["BND"]
    problem.lots = (0..<36).map { month in
      .init(
        id: LotID("L\(10 + month)"), account: "T", security: "MMF", shares: Quantity(100), basis: "10",
        acquired: problem.asOf.adding(months: month - 37))
    }
    return problem
  }

  @Test("are two: what is long-term, and what is not", arguments: [Account.LotMethod.specific, .fifo, .average])
  func count(method: Account.LotMethod) {
    let space = TradeSpace(reinvested(method).canonical)
    #expect(space.holdings.map(\.lots.count) == [2])
    #expect(space.holdings[0].canClose)
  }

  @Test("are named again, the oldest first", arguments: [Account.LotMethod.specific, .fifo, .average])
  func names(method: Account.LotMethod) throws {
    var options = Rebalancer.Options()
    options.gap = "0.01"
    let proposal = try Rebalancer(solver: HiGHSSolver(), options: options).proposal(for: reinvested(method))
    #expect(proposal.evaluation.violations == [])
    #expect(proposal.trades.sales.count == 18)
    #expect(proposal.trades.sales.map(\.lot) == (0..<18).map { LotID("L\(10 + $0)") })
    #expect(proposal.trades.sales.dropLast().allSatisfy { $0.shares == Quantity(100) })
  }

  @Test("stay apart where basis, term, fee or a hold tells them apart")
  func apart() {
    var problem = reinvested(.specific)
    problem.lots[3].basis = "9.99"
    problem.lots[7].redemptionFee = "0.01"
    problem.lots[9].isHeld = true
    let lots = TradeSpace(problem.canonical).holdings[0].lots
    #expect(lots.map(\.members.count) == [22, 1, 1, 11])
    problem.accounts[0].lotMethod = .fifo
    #expect(TradeSpace(problem.canonical).holdings[0].lots.map(\.members.count) == [3, 1, 3, 1, 16, 11])
  }

  @Test("make the same plan as one lot would", arguments: 1...12)
  func sameAnswer(seed: Int) throws {
    var household = RandomHousehold(seed: 7000 + seed)
    var whole = household.small()
    whole.settings.washSalePolicy = seed.isMultiple(of: 2) ? .price : .forbid
    // No lot may be a replacement of a piece of itself.
    whole.lots.removeAll { whole.asOf - $0.acquired <= whole.settings.washDays }
    var cut = whole
    cut.lots = whole.lots.flatMap { lot in
      ["a", "b", "c"].map { part in
        var piece = lot
        piece.id = LotID("\(lot.id)\(part)")
        piece.shares = Quantity(steps: part == "c" ? lot.shares.steps - lot.shares.steps / 4 * 2 : lot.shares.steps / 4)
        return piece
      }
    }
    let rebalancer = Rebalancer(solver: HiGHSSolver())
    let (one, other) = try (rebalancer.proposal(for: whole), rebalancer.proposal(for: cut))
    #expect(other.evaluation.violations == [])
    #expect(one.trades.purchases == other.trades.purchases)
    #expect(sold(one.trades) == sold(other.trades))
    #expect((one.objective - other.objective).magnitude < "0.01")
  }

  private func sold(_ trades: ProposedTrades) -> [String: Quantity] {
    Dictionary(trades.sales.map { ("\($0.account) \($0.security)", $0.shares) }, uniquingKeysWith: +)
  }
}
