import Diagnostics
import HouseholdFile
import Measures
import Policy
import PortfolioModel
import Rebalancing
import TestSupport
import Testing

/// `auto_rebalance`: what is said, what is refused, and what a snapshot becomes of it.
@Suite("A plan that rebalances itself")
struct AutomaticRebalancingTests {
  private static func text(_ kind: String, _ rule: String) -> String {
    """
    members: {a: A.}
    accounts:
      k: {name: Plan, kind: \(kind), numbers: ["1"], menu: [VTI, BND], cash_reserve: 100, auto_rebalance: \(rule)}
    targets: {us_stock: 60%, us_bond: 40%}
    """
  }

  private static let rule = "{every: quarterly, next: 2026-12-31, to: {VTI: 60%, BND: 40%}}"

  @Test("the days on which it acts lie whole periods after the one that is said")
  func days() throws {
    let policy = try ReadingTests.document(Self.text("401k", Self.rule)).policy
    let rule = try #require(policy.automatic["k"])
    #expect(rule.next(onOrAfter: "2026-11-20") == "2026-12-31")
    #expect(rule.next(onOrAfter: "2026-12-31") == "2026-12-31")
    #expect(rule.next(onOrAfter: "2027-01-01") == "2027-03-31")
    #expect(rule.next(onOrAfter: "2027-04-01") == "2027-06-30")
  }

  @Test("after a reset all but the reserve is in its parts, to the cent, and closed; what it buys is known")
  func reset() throws {
    let document = try ReadingTests.document(Self.text("401k", Self.rule))
    var snapshot = HouseholdSnapshot(asOf: "2026-11-20", household: document.household)
    let lot = TaxLot(id: "1", quantity: "10", basis: nil, acquired: nil)
    snapshot.holdings = [
      Holding(account: "k", security: "VTI", lots: [lot], price: "300", priceDay: "2026-11-19", value: "3000")
    ]
    snapshot.cash = [CashHolding(account: "k", amount: "101.01", day: "2026-11-19")]
    let total = snapshot.total
    let reset = try #require(document.policy.resets(of: document.household, asOf: snapshot.asOf).first)
    #expect("\(reset)" == "Plan rebalances itself quarterly, next on 2026-12-31, to 60.0 % VTI and 40.0 % BND")
    let buys = snapshot.apply(reset)
    #expect(snapshot.total == total)
    #expect(snapshot.holdings.map(\.value) == ["1800.606", "1200.404"])
    #expect(snapshot.holdings.map(\.priceDay) == ["2026-11-19", nil])
    #expect(snapshot.cash.map(\.amount) == ["100"])
    #expect(snapshot.household.accounts.map(\.canTrade) == [false])
    #expect(buys == [ScheduledBuy(account: "k", security: "BND", day: "2026-12-31", amount: "1200.404")])
  }

  @Test(
    "what cannot be meant is refused with a remedy",
    arguments: [
      ("401k", "{every: quarterly, next: 2026-12-31, to: {VTI: 60%, BND: 30%}}", "sums to 90 %, not 100 %"),
      ("401k", "{every: quarterly, to: {VTI: 100%}}", "“next” is missing"),
      ("401k", "{every: quartly, next: 2026-12-31, to: {VTI: 100%}}", "“quartly” is not a word"),
      ("401k", "{every: quarterly, next: 2026-12-31, to: {VTII: 100%}}", "there is no security “VTII”"),
      ("taxable", rule, "“k” is taxable, where each reset is a taxed sale"),
    ])
  func refused(_ kind: String, _ rule: String, _ sentence: String) {
    let errors = HouseholdFile.reading(Self.text(kind, rule), file: "household.yaml").diagnostics
    #expect(errors.contains { $0.message.contains(sentence) && $0.remedy != nil }, "\(errors)")
  }
}
