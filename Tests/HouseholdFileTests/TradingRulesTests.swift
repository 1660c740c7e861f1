import Diagnostics
import HouseholdFile
import Measures
import Policy
import PortfolioModel
import Rebalancing
import Taxes
import TestSupport
import Testing

/// Rules of household.yaml that reach the placement problem.
@Suite("Rules for trading in a household file")
struct TradingRulesTests {
  static let text = """
    members: {a: A.}
    securities:
      ACME: {kind: stock, classes: {us_stock: 100%}, issuer: acme, maximum_weight: 10%}
      ACMEW: {kind: stock, classes: {us_stock: 100%}, issuer: acme, restricted_until: 2026-12-01}
      FEE: {kind: fund, classes: {us_bond: 100%}, expense_ratio: 0.1%, redemption_fee: 2%, redemption_days: 90}
      COIN: {kind: stock, classes: {gold: 100%}, collectible: yes}
    accounts:
      t: {kind: taxable, numbers: ["1"], menu: [VTI, FEE, ACMEW, GLD]}
      tsp: {kind: tsp, numbers: ["2"], menu: [TSP-C, TSP-G]}
      k:
        kind: 401k
        numbers: ["3"]
        menu: [VTI]
        days_between_moves: 30
        moves_a_month: 1
        then_only: [VTI]
    targets: {us_stock: 60%, us_bond: 35%, gold: 5%}
    tax_returns:
      - {year: 2026, status: single, income: "95,000", realised_long: 900, realised_collectibles: 400}
    rebalance: {short_term_gains: no, yearly_tax: "1,500", yearly_gain: -200}
    """

  private func problem() throws -> (RebalanceProblem, [Diagnostic]) {
    let document = try ReadingTests.document(Self.text)
    var snapshot = HouseholdSnapshot(asOf: "2026-11-20", household: document.household)
    func hold(_ security: SecurityID, _ lots: [TaxLot]) {
      let quantity = lots.reduce(Quantity.zero) { $0 + $1.quantity }
      snapshot.holdings.append(
        Holding(
          account: "t", security: security, lots: lots, price: "10", priceDay: "2026-11-20",
          value: Money(quantity, at: "10") ?? .zero))
    }
    hold("ACME", [TaxLot(id: "A", quantity: "10", basis: "50", acquired: "2020-01-02")])
    hold("ACMEW", [TaxLot(id: "W", quantity: "10", basis: "50", acquired: "2020-01-02")])
    hold(
      "FEE",
      [
        TaxLot(id: "F1", quantity: "10", basis: "50", acquired: "2026-08-22"),
        TaxLot(id: "F2", quantity: "10", basis: "50", acquired: "2026-08-23"),
      ])
    snapshot.prices = ["VTI": "300", "GLD": "300", "TSP-C": "90", "TSP-G": "19"]
    snapshot.realised = [RealisedGains(account: "t", short: .zero, long: "250", isIncomplete: false)]
    snapshot.longGains = ["t": ["COIN": "150", "VTI": "100"]]
    let reading = RebalanceProblem.posed(
      by: snapshot, policy: document.policy, taxReturns: document.taxReturns)
    return (try #require(reading.value), reading.diagnostics)
  }

  @Test("limits of a plan, the TSP's by themselves")
  func limits() throws {
    let (problem, _) = try problem()
    let limits = Dictionary(uniqueKeysWithValues: problem.accounts.map { ($0.id, $0.tradingLimit) })
    #expect(limits["tsp"] == .thriftSavingsPlan(into: "TSP-G"))
    #expect(limits["t"] == TradingLimit())
    #expect(limits["k"]?.daysBetweenMoves == 30)
    #expect(limits["k"]?.movesAMonth == 1)
    #expect(limits["k"]?.thenOnly == ["VTI"])
  }

  @Test("the cap of an issuer, and what is restricted is held and not bought")
  func issuer() throws {
    let (problem, diagnostics) = try problem()
    let acme = try #require(problem.securities.first { $0.id == "ACME" })
    #expect(acme.issuer == "acme")
    #expect(acme.maximumWeight == "0.1")
    #expect(problem.securities.first { $0.id == "ACMEW" }?.issuer == "acme")
    #expect(problem.lots.filter(\.isHeld).map(\.id) == ["W"])
    #expect(problem.accounts.first { $0.id == "t" }?.menu?.contains("ACMEW") == false)
    #expect(
      diagnostics.contains { $0.message == "ACMEW in t is held: it is restricted until 2026-12-01" })
  }

  @Test("a redemption fee falls on shares held for fewer days")
  func redemption() throws {
    let (problem, _) = try problem()
    let fees = Dictionary(uniqueKeysWithValues: problem.lots.map { ($0.id, $0.redemptionFee) })
    #expect(fees["F1"] == .zero)
    #expect(fees["F2"] == "0.02")
    #expect(fees["A"] == .zero)
  }

  @Test("gold and silver funds are collectibles, and the year's gains from them are known")
  func collectibles() throws {
    let (problem, _) = try problem()
    #expect(problem.securities.first { $0.id == "GLD" }?.isCollectible == true)
    #expect(problem.securities.first { $0.id == "VTI" }?.isCollectible == false)
    #expect(problem.taxReturns[0].realisedLong == "1150")
    #expect(problem.taxReturns[0].realisedCollectible == "550")
    for name in ["GLD", "IAU", "GLDM", "IAUM", "SGOL", "SLV", "SIVR"] {
      #expect(KnownFunds.fund(name)?.isCollectible == true, "\(name)")
    }
    #expect(KnownFunds.fund("IBIT")?.isCollectible == false)
  }

  @Test("no short-term gains, and the budgets of the year")
  func settings() throws {
    let (problem, _) = try problem()
    #expect(!problem.settings.realisesShortGains)
    #expect(problem.settings.yearlyTaxBudget == "1500")
    #expect(problem.settings.yearlyGainBudget == "-200")
  }
}
