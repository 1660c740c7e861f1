import Allocation
import Diagnostics
import HouseholdFile
import Measures
import Policy
import PortfolioModel
import TestSupport
import Testing

/// Goals with accounts and targets of their own.
@Suite("Goals")
struct GoalTests {
  private static func text(_ goals: String, targets: String = "") -> String {
    """
    members: {a: A., b: B.}
    accounts:
      x: {kind: taxable, owner: a, numbers: ["1"]}
      y: {kind: "529", owner: b, numbers: ["2"]}
    goals: \(goals)
    \(targets)
    """
  }

  private static let two = """
    [{name: Later, year: 2050, owner: a, accounts: [x], targets: {us_stock: 90%, us_bond: 10%}},
     {name: College, year: 2034, owners: [a, b], accounts: [y], targets: {us_stock: 30%, us_bond: 70%}}]
    """

  @Test("the household's targets are the goals', by the value of each; unknown where something belongs to none")
  func sums() throws {
    let policy = try ReadingTests.document(Self.text(Self.two)).policy
    #expect(policy.goals.map(\.owners) == [["a"], ["a", "b"]])
    let sum = try #require(policy.targetsOfGoals(["x": "30000", "y": "10000"]))
    #expect(sum.map(\.assetClass) == ["us_stock", "us_bond"])
    #expect(sum.map(\.weight) == ["0.75", "0.25"])
    let thirds = try #require(policy.targetsOfGoals(["x": "1", "y": "2"]))
    #expect(thirds.map(\.weight).reduce(.zero, +) == Weight(1))
    #expect(policy.targetsOfGoals(["x": "30000", "y": "10000", "z": "1"]) == nil)
    #expect(policy.targetsOfGoals([:]) == nil)
  }

  @Test(
    "what cannot be meant is refused with a remedy",
    arguments: [
      ("[{name: G, year: 2034, targets: {stock: 100%}}]", "“accounts” is missing"),
      ("[{name: G, year: 2034, accounts: [q], targets: {stock: 100%}}]", "there is no account “q”"),
      ("[{name: G, year: 2034, accounts: [x], targets: {stock: 90%}}]", "the targets sum to 90 %"),
      ("[{name: G, year: 2034, accounts: [x], targets: {effective: 2026-01-01, stock: 100%}}]", "no class “effective”"),
      ("[{name: G, year: 2034, accounts: [x]}, {name: H, year: 2035, accounts: [x]}]", "for “G” and for “H”"),
      ("[{name: G, year: 2034, accounts: [x]}, {name: G, year: 2035}]", "two goals are called “G”"),
      (
        """
        [{name: G, year: 2034, accounts: [x], targets: {stock: 100%}},
         {name: H, year: 2035, accounts: [y], targets: {us_stock: 100%}}]
        """, "one goal has a target for “us_stock”, another for “stock”"
      ),
    ])
  func refused(_ goals: String, _ sentence: String) {
    let errors = HouseholdFile.reading(Self.text(goals), file: "household.yaml").diagnostics
    #expect(errors.contains { $0.message.contains(sentence) && $0.remedy != nil }, "\(errors)")
  }

  @Test("with targets of the household's own goals may divide the classes as they like")
  func own() {
    let goals = "[{name: G, year: 2034, accounts: [x], targets: {us_stock: 100%}}]"
    let reading = HouseholdFile.reading(
      Self.text(goals, targets: "targets: {stock: 60%, bond: 40%}"), file: "household.yaml")
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
  }
}
