import Allocation
import Measures
import Policy
import PortfolioModel
import TestSupport
import Testing

@Suite("A tilt moves targets within its cap")
struct TacticalTiltTests {
  private static let targets = [("s", "0.6" as Weight), ("b", "0.3"), ("c", "0.1")].map {
    Target(assetClass: AssetClassID($0.0), weight: $0.1, band: Band(absolute: "0.05"))
  }

  private static func moved(_ cap: Weight, to: AssetClassID = "b") -> [Target] {
    TacticalTilt(signal: .average, from: "s", to: to, cap: cap).moved(targets)
  }

  @Test(
    "up to the cap, never more than there is, the sum as before",
    arguments: [("0.2", "0.4"), ("0.6", "0"), ("1", "0")] as [(Weight, Weight)])
  func cap(cap: Weight, left: Weight) {
    let moved = Self.moved(cap)
    #expect(moved.map(\.weight) == [left, Weight(1) - left - "0.1", "0.1"])
    #expect(moved.map(\.band) == Self.targets.map(\.band))
  }

  @Test("a cap of 0 is the strategic mix exactly") func none() { #expect(Self.moved(.zero) == Self.targets) }

  @Test("a class without a target is no refuge") func unknown() { #expect(Self.moved("0.2", to: "x") == Self.targets) }
}

@Suite("Age and stage of a household")
struct GlideComparisonTests {
  private static let young = Member(id: "y", name: "Young", birthDay: "1996-05-01", retirementYear: 2061)
  private static let old = Member(id: "o", name: "Old", birthDay: "1966-11-24", retirementYear: 2031)

  private static func stocks(_ comparison: GlideComparison, _ rule: String) -> [Weight?] {
    let place = comparison.rules.firstIndex { $0.name == rule } ?? 0
    return (comparison.members + comparison.goals).map { $0.stocks[place] } + [comparison.household[place]]
  }

  @Test("30 and 60 years old, and the household by what each owns")
  func owners() {
    let path = GlidePath.points([
      .init(yearsToGoal: 30, stocks: "0.9"), .init(yearsToGoal: 0, stocks: "0.3"),
    ])
    let comparison = GlideComparison(
      asOf: "2026-11-24", members: [Self.young, Self.old], owned: ["y": "100", "o": "300"],
      goals: [Goal(name: "College", year: 2036)], own: path)
    #expect(Self.stocks(comparison, "110 − age") == ["0.8", "0.5", nil, "0.575"])
    #expect(Self.stocks(comparison, "target-date funds") == ["0.9", "0.58", "0.66", "0.66"])
    #expect(Self.stocks(comparison, "own path") == ["0.9", "0.4", "0.5", "0.525"])
    #expect(comparison.members.map(\.age) == [30, 60] && comparison.goals.map(\.yearsLeft) == [10])
  }

  @Test("the day before a birthday counts the year before")
  func birthday() {
    let comparison = GlideComparison(asOf: "2026-11-23", members: [Self.old], owned: [:])
    #expect(Self.stocks(comparison, "100 − age") == ["0.41", nil])
  }

  @Test("who has said neither age nor year gets no number, nor does the household; who owns nothing is no matter")
  func unknown() {
    let nobody = Member(id: "n", name: "Nobody")
    let with = GlideComparison(asOf: "2026-11-24", members: [Self.old, nobody], owned: ["o": "1", "n": "1"])
    #expect(Self.stocks(with, "100 − age") == ["0.4", nil, nil])
    let without = GlideComparison(asOf: "2026-11-24", members: [Self.old, nobody], owned: ["o": "1"])
    #expect(Self.stocks(without, "100 − age") == ["0.4", nil, "0.4"])
  }

  @Test(
    "the Lifecycle funds of 2023",
    arguments: [(40, "0.99"), (32, "0.99"), (22, "0.768"), (12, "0.659"), (7, "0.601"), (2, "0.361"), (-3, "0.25")]
      as [(Int, Weight)])
  func lifecycle(years: Int, stocks: Weight) {
    #expect(GlidePath.lifecycle.stocks(atAge: 0, yearsToGoal: years) == stocks)
  }
}
