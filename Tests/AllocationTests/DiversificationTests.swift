import Allocation
import Measures
import PortfolioModel
import TestSupport
import Testing

@Suite("What a household's money rests on")
struct DiversificationTests {
  private typealias Part = (id: SecurityID, kind: Security.Kind, classes: [AssetClassID: Weight], value: Money)

  private static func found(
    _ parts: [Part], members: [Member] = [], describe: (inout Security) -> Void = { _ in }
  ) -> Diversification {
    var household = Household(
      name: "H", members: members,
      assetClasses: ["a", "b", "c", "d"].map { AssetClass(id: $0, name: $0.rawValue) })
    household.securities = parts.map { part in
      var security = Security(id: part.id, name: part.id.rawValue, kind: part.kind)
      security.exposure = part.classes
      describe(&security)
      return security
    }
    var snapshot = HouseholdSnapshot(asOf: "2026-11-23", household: household)
    snapshot.holdings = parts.map {
      Holding(account: "x", security: $0.id, lots: [], price: nil, priceDay: nil, value: $0.value)
    }
    return Diversification(of: snapshot, allocation: AssetAllocation(of: snapshot, targets: []))
  }

  @Test("four equal classes are four; one fund of all four is one security; one class is too narrow")
  func effective() {
    let even = Self.found([("ALL", .fund, ["a": "0.25", "b": "0.25", "c": "0.25", "d": "0.25"], "1000")])
    #expect(even.effectiveClasses == "4" && even.effectiveSecurities == "1" && !even.isTooNarrow)
    let narrow = Self.found([("A", .fund, ["a": "1"], "900"), ("B", .fund, ["b": "1"], "100")])
    // 1 ÷ (0.81 + 0.01)
    #expect(narrow.effectiveClasses?.formatted(places: 3) == "1.220" && narrow.isTooNarrow)
    #expect(Self.found([]).effectiveClasses == nil)
  }

  @Test(
    "one issuer: told above 5 %, an alarm above 10 %; at the limit it is neither",
    arguments: [("50", 0, false), ("51", 1, false), ("100", 1, false), ("101", 1, true)] as [(Money, Int, Bool)])
  func issuers(value: Money, count: Int, isAlarm: Bool) {
    let found = Self.found([
      ("ACME", .stock, ["a": "1"], value), ("A", .fund, ["a": "0.4", "b": "0.3", "c": "0.3"], Money(1000) - value),
    ])
    #expect(found.issuers.count == count)
    #expect(found.issuers.contains(where: \.isAlarm) == isAlarm)
    #expect(found.isTooNarrow == isAlarm)
  }

  @Test("an employer's shares are told at any weight, and shares of one issuer count together")
  func employer() {
    let anna = Member(id: "anna", name: "Anna", employer: "acme")
    let parts: [Part] = [
      ("ACME", .stock, ["a": "1"], "10"), ("ACME2", .bond, ["b": "1"], "5"), ("F", .fund, ["a": "1"], "985"),
    ]
    let found = Self.found(parts, members: [anna]) { if $0.kind != .fund { $0.issuer = "acme" } }
    #expect(found.issuers.map(\.name) == ["acme"])
    #expect(found.issuers.map(\.value) == ["15"] && found.issuers.map(\.employs) == [["Anna"]])
    #expect(Self.found(parts) { if $0.kind != .fund { $0.issuer = "acme" } }.issuers.isEmpty)
  }

  @Test("the Treasury is nobody's concentration") func treasury() {
    let parts: [Part] = [("T", .bond, ["b": "1"], "500"), ("F", .fund, ["a": "1"], "500")]
    #expect(Self.found(parts) { if $0.kind == .bond { $0.name = "US Treasury Note 4.25 % 2034" } }.issuers.isEmpty)
    #expect(Self.found(parts).issuers.count == 1)
  }

  @Test("funds of the same classes overlap; many of them are too many; small classes and fees are told")
  func overlaps() {
    let parts: [Part] = [
      ("F1", .fund, ["a": "1"], "400"), ("F2", .etf, ["a": "1"], "300"), ("F3", .fund, ["a": "1"], "290"),
      ("G", .fund, ["b": "1"], "10"), ("S", .stock, ["a": "1"], "0"),
    ]
    let found = Self.found(parts) { security in
      security.expenseRatio = "0.001"
      security.isExpenseRatioKnown = security.id != "G"
    }
    #expect(found.overlaps.map(\.securities) == [["F1", "F2", "F3"]])
    #expect(found.overlaps.map(\.value) == ["990"])
    #expect(found.fundCount == 4 && found.classCount == 2)
    #expect(!found.isTooWide(redundant: 3))
    #expect(found.smallClasses.map(\.id) == ["b"])
    #expect(found.yearlyFees == "1" && found.unknownFees == ["G"])
    let many = Self.found(parts + [("H", .fund, ["a": "1"], "1")])
    #expect(many.isTooWide(redundant: 3) && !many.isTooWide(redundant: 2))
  }
}

@Suite("Stocks, bonds and cash")
struct BroadMixTests {
  private static func kind(_ leaf: AssetClassID) -> BroadClass {
    switch leaf {
    case "bond": .bonds
    case "cash": .cash
    default: .stocks
    }
  }

  @Test("what is held sums to one; the unclassified counts as stocks")
  func held() throws {
    let allocation = AssetAllocation(of: SmallHousehold.snapshot, targets: [])
    let mix = try #require(BroadMix(of: allocation, kind: Self.kind))
    #expect(mix.stocks + mix.bonds + mix.cash == Weight(1))
    #expect(mix.bonds.formatted(places: 4) == "0.2910" && mix.cash.formatted(places: 4) == "0.0300")
  }

  @Test("a target over several kinds is divided as its parts are held")
  func wanted() throws {
    let tree = ClassTree([
      AssetClass(id: "safe", name: "Safe"), AssetClass(id: "bond", name: "Bonds", parent: "safe"),
      AssetClass(id: "cash", name: "Cash", parent: "safe"), AssetClass(id: "stock", name: "Stocks"),
    ])
    var held = AssetAllocation(asOf: "2026-11-23", view: .preTax, total: "100")
    held.classes = [("safe", Money(40)), ("bond", Money(30)), ("cash", Money(10))].map { id, value in
      ClassShare(
        id: AssetClassID(id), name: id, depth: 0, isLeaf: id != "safe", value: value, weight: .zero, target: nil,
        band: nil)
    }
    let targets = [("safe", "0.2" as Weight), ("stock", "0.8")].map {
      Target(assetClass: AssetClassID($0.0), weight: $0.1, band: Band())
    }
    let mix = try #require(BroadMix(of: targets, in: tree, held: held, kind: Self.kind))
    #expect(mix.stocks == "0.8" && mix.bonds == "0.15" && mix.cash == "0.05")
    #expect(BroadMix(of: [], in: tree, held: held, kind: Self.kind) == nil)
  }
}
