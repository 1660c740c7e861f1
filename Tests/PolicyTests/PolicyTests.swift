import Allocation
import Measures
import Policy
import PortfolioModel
import TestSupport
import Testing

@Suite("When to rebalance")
struct RebalanceDecisionTests {
  @Test(
    "a household of stocks and bonds, target 70/30",
    arguments: [
      (
        "74900", "25100", false,
        "not due: Stocks is 4.9 points over its target of 70.0 %, inside its band of 5.0 points (rule: threshold)"
      ),
      (
        "75000", "25000", true,
        "due: Stocks is 5.0 points over its target of 70.0 %, at or past its band of 5.0 points (rule: threshold)"
      ),
      (
        "64900", "35100", true,
        "due: Stocks is 5.1 points under its target of 70.0 %, at or past its band of 5.0 points (rule: threshold)"
      ),
    ])
  func threshold(stocks: String, bonds: String, due: Bool, sentence: String) throws {
    let classes = [("stock", "Stocks"), ("x_bond", "Bonds"), ("cash", "Cash")]
    var household = Household(
      name: "H", assetClasses: classes.map { AssetClass(id: AssetClassID($0.0), name: $0.1) })
    household.securities = ["stock", "x_bond"].map { id in
      var security = Security(id: SecurityID(id), name: id, kind: .fund)
      security.exposure = [AssetClassID(id): "1"]
      return security
    }
    var snapshot = HouseholdSnapshot(asOf: "2026-11-23", household: household)
    snapshot.holdings = try [("stock", stocks), ("x_bond", bonds)].map { id, value in
      Holding(
        account: "a", security: SecurityID(id), lots: [], price: nil, priceDay: nil,
        value: try #require(Money(value)))
    }
    let policy = InvestmentPolicy(targets: [
      Target(assetClass: "stock", weight: "0.7", band: Band(absolute: "0.05")),
      Target(assetClass: "x_bond", weight: "0.3", band: Band(absolute: "0.06")),
    ])
    let decision = policy.decision(on: policy.allocation(of: snapshot))
    #expect(decision.isDue == due)
    #expect(decision.description == sentence)
  }

  @Test("a household without targets is never due")
  func none() {
    let snapshot = HouseholdSnapshot(asOf: "2026-11-23", household: Household(name: "H"))
    let policy = InvestmentPolicy(targets: [])
    #expect(
      policy.decision(on: policy.allocation(of: snapshot)).description
        == "not due: the household has no targets")
  }
}

@Suite("Purchases that happen by themselves")
struct ScheduledBuyTests {
  @Test("days inside a window, first and last included")
  func days() {
    let payroll = ScheduledBuy(account: "k", security: "K500", day: "2026-10-30", every: .biweekly)
    #expect(payroll.days(from: "2026-11-13", through: "2026-11-27") == ["2026-11-13", "2026-11-27"])
    let once = ScheduledBuy(account: "k", security: "K500", day: "2026-11-20")
    #expect(once.days(from: "2026-11-20", through: "2026-11-20") == ["2026-11-20"])
    #expect(once.days(from: "2026-11-21", through: "2026-12-21").isEmpty)
  }

  @Test("the 31st comes on the last day of a short month and stays the 31st")
  func monthEnds() {
    let monthly = ScheduledBuy(account: "k", security: "K500", day: "2026-01-31", every: .monthly)
    #expect(
      monthly.days(from: "2026-02-01", through: "2026-04-30") == ["2026-02-28", "2026-03-31", "2026-04-30"])
  }
}
