import Allocation
import Measures
import PortfolioModel
import TestSupport
import Testing

@Suite("Asset allocation")
struct AssetAllocationTests {
  static let targets = [
    Target(assetClass: "stock", weight: "0.7", band: Band(absolute: "0.05", relative: "0.25")),
    Target(assetClass: "bond", weight: "0.3", band: Band(absolute: "0.05", relative: "0.25")),
  ]
  let allocation = AssetAllocation(of: SmallHousehold.snapshot, targets: Self.targets)

  @Test("every class is looked through to, parents summed, and drift is in points")
  func classes() {
    let lines = allocation.classes.map { share in
      let target = share.target.map { $0.description } ?? "-"
      let points = share.driftPoints.map { $0.formatted(places: 2) } ?? "-"
      let inBand = share.isInBand.map { $0 ? "in" : "out" } ?? "-"
      return "\(share.depth) \(share.id) \(share.value) \(share.weight) target \(target) drift \(points) \(inBand)"
    }
    #expect(
      lines == [
        "0 stock 60000.01 0.6000001 target 0.7 drift -10.00 out",
        "1 us 37200.0062 0.372000062 target - drift - -",
        "1 intl 22800.0038 0.228000038 target - drift - -",
        "0 bond 29100 0.291 target 0.3 drift -0.90 in",
        "0 cash 2999.99 0.0299999 target 0 drift 3.00 in",
      ])
  }

  @Test("what belongs to no class is named with its value")
  func unclassified() {
    #expect(allocation.unclassified.map { "\($0.security) \($0.value)" } == ["BONDS 900", "MYSTERY 7000"])
    #expect(allocation.unclassifiedValue == "7900")
  }

  @Test("accounts, owners and treatments, with what nobody has claimed")
  func others() {
    #expect(
      allocation.accounts.map { "\($0.id) \($0.value) \($0.cash) \($0.treatment?.rawValue ?? "unassigned")" } == [
        "joint 63000 2999.99 taxable", "ira 30000 0 traditional", "new 7000 0 unassigned",
      ])
    #expect(
      allocation.owners.map { "\($0.name) \($0.value)" } == ["Anna 61500", "Ben 31500", "nobody named 7000"])
    #expect(
      allocation.treatments.map { "\($0.treatment?.rawValue ?? "none") \($0.value)" } == [
        "taxable 63000", "traditional 30000", "none 7000",
      ])
  }

  @Test("prices older than the limit or of no known day are stale, the unknown ones first")
  func stale() {
    #expect(
      allocation.stale.map { "\($0.account) \($0.security?.rawValue ?? "cash") \($0.age.map(String.init) ?? "?")" }
        == ["new MYSTERY ?", "ira BONDS 13"])
    #expect(AssetAllocation(of: SmallHousehold.snapshot, targets: [], staleAfterDays: 2).stale.count == 3)
  }

  @Test("after tax, traditional money counts less its rate and a taxable gain less its tax to come")
  func afterTax() {
    let view = AllocationView.afterTax([
      "joint": FutureTaxRates(withdrawal: "0.22", gain: "0.15"),
      "ira": FutureTaxRates(withdrawal: "0.22", gain: "0.15"),
    ])
    let after = AssetAllocation(of: SmallHousehold.snapshot, targets: Self.targets, view: view)
    #expect(after.accounts.map(\.value) == ["60000", "23400", "7000"])
    #expect(after.total == "90400")
  }

  @Test("without targets nothing has a target, a band or a drift")
  func noTargets() {
    let free = AssetAllocation(of: SmallHousehold.snapshot, targets: [])
    #expect(free.classes.allSatisfy { $0.target == nil && $0.band == nil && $0.isInBand == nil })
    #expect(free.targeted.isEmpty)
  }

  @Test(
    "82 % stock against a target of 70 % is 12 points over", arguments: [("0.82", "12"), ("0.7", "0"), ("0.65", "-5")])
  func golden(weight: String, points: String) throws {
    let share = ClassShare(
      id: "stock", name: "Stocks", depth: 0, isLeaf: true, value: .zero, weight: try #require(Weight(weight)),
      target: "0.7", band: "0.05")
    #expect(share.driftPoints?.description == points)
  }

  @Test(
    "at five points the band is left, just inside it is not",
    arguments: [("0.749", true), ("0.75", false), ("0.751", false), ("0.651", true), ("0.65", false)])
  func edge(weight: String, inside: Bool) throws {
    let share = ClassShare(
      id: "stock", name: "Stocks", depth: 0, isLeaf: true, value: .zero, weight: try #require(Weight(weight)),
      target: "0.7", band: "0.05")
    #expect(share.isInBand == inside)
  }
}
