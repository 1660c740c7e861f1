import Diagnostics
import Measures
import PortfolioModel
import Rebalancing
import TestSupport
import Testing

@Suite("Losses that could be taken")
struct LossHarvestTests {
  private func harvest(_ change: (inout RebalanceProblem) -> Void = { _ in }) throws -> LossHarvest {
    var problem = try SmallCase.reading().get()
    change(&problem)
    return LossHarvest(of: problem)
  }

  @Test("a loss reduces this year's tax at the rate of the last dollars")
  func saving() throws {
    let harvest = try harvest()
    let one = try #require(harvest.candidates.first)
    #expect(harvest.candidates.count == 1)
    #expect(one.lot.id == "L2" && one.isLongTerm && one.loss == "700")
    // It lowers other income: 22 % federal and 5 % state.
    #expect(one.taxSaved == "189")
    #expect(one.disallowed == "0" && one.cleanFrom == "2026-11-23")
    #expect(harvest.buyBackFrom == "2026-12-24")
    #expect(harvest.taxSavedByAll == one.taxSaved)
  }

  @Test("a purchase elsewhere in the household disallows it, and says until when")
  func washed() throws {
    let harvest = try harvest { problem in
      problem.scheduledBuys = [
        RebalanceProblem.ScheduledBuy(account: "T", security: "BND", day: "2026-12-01", shares: "40")
      ]
    }
    let one = try #require(harvest.candidates.first)
    #expect(one.disallowed == "280")
    #expect(one.cleanFrom == "2027-01-01")
    #expect(one.taxSaved == "113.4")
  }

  @Test("what is held in its place is of the same classes, of another group, and on the menu")
  func replacement() throws {
    func replacement(group: String?, onMenu: Bool) throws -> SecurityID? {
      let found = try harvest { problem in
        guard var twin = problem.securities.first(where: { $0.id == "BND" }) else { return }
        twin.id = "AGG"
        twin.group = group ?? twin.group
        problem.securities.append(twin)
        if onMenu { problem.accounts[0].menu?.append("AGG") }
      }
      return found.candidates.first?.replacement?.security
    }
    #expect(try replacement(group: "AGG", onMenu: true) == "AGG")
    #expect(try replacement(group: "AGG", onMenu: false) == nil)
    #expect(try replacement(group: nil, onMenu: true) == nil)
  }

  @Test("else the nearest by classes, by how much it differs; on no menu only a known exchange-traded fund")
  func nearest() throws {
    func known(_ id: SecurityID, _ kind: Security.Kind, _ exposure: [AssetClassID: Weight]) -> Security {
      var security = Security(id: id, name: id.rawValue, kind: kind)
      security.exposure = exposure
      return security
    }
    let problem = try SmallCase.reading().get()
    let funds = [
      known("BND", .etf, ["bond": "1"]), known("FAR", .etf, ["bond": "0.5", "us": "0.5"]),
      known("NEAR", .etf, ["bond": "0.9", "us": "0.06"]), known("FUND", .fund, ["bond": "1"]),
    ]
    let one = try #require(LossHarvest(of: problem, known: funds).candidates.first)
    #expect(one.replacement?.security == "NEAR")
    #expect(one.replacement?.difference == "0.08")
    #expect(one.replacement?.isOnMenu == false)
    let none = LossHarvest(of: problem, known: Array(funds.filter { $0.id != "NEAR" }))
    #expect(none.candidates.first?.replacement == nil)
  }

  @Test("a lot with a gain is none, nor one that may not be sold")
  func none() throws {
    let held = try harvest { problem in
      for index in problem.lots.indices { problem.lots[index].isHeld = true }
    }
    #expect(held.candidates.isEmpty && held.taxSavedByAll == "0")
  }
}
