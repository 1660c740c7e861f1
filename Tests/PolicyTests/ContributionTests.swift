import Allocation
import Foundation
import Measures
import Policy
import PortfolioModel
import TestSupport
import Testing

@Suite("Where new money goes")
struct ContributionTests {
  private static func plan(_ values: [Money], _ targets: [Weight]) -> ContributionPlan {
    ContributionPlan(
      zip(values, targets).enumerated().map { index, pair in
        ContributionPlan.Need(assetClass: AssetClassID("c\(index)"), target: pair.1, value: pair.0)
      })
  }

  private struct Reference: Decodable {
    struct Example: Decodable {
      let current: [Double]
      let target: [Double]
      let contribution: Double
      let buys: [Double]
    }
    let fill_examples: [Example]
  }

  @Test("the reference's examples of water filling")
  func reference() throws {
    guard let folder = SharedCorpus.folder("policy/expected") else { return }
    let reference = try JSONDecoder().decode(
      Reference.self, from: Data(contentsOf: folder.appending(path: "contribution_only.json")))
    #expect(reference.fill_examples.count == 4)
    for example in reference.fill_examples {
      let values = try example.current.map { try #require(Money("\($0)")) }
      let targets = try example.target.map { try #require(Weight("\($0)")) }
      let parts = Self.plan(values, targets).parts(of: try #require(Money("\(example.contribution)")))
      #expect(parts == example.buys.map { Money("\($0)") })
    }
  }

  @Test("parts sum to the money, none is negative, and no class below its target is left behind another one")
  func properties() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      let targets: [Weight] = ["0.35", "0.25", "0.2", "0.15", "0.05", "0"]
      let values = targets.map { _ in Money(steps: Int64.random(in: 0...90_000_000_000, using: &random)) }
      let money = Money(steps: Int64.random(in: 0...60_000_000_000, using: &random))
      let parts = Self.plan(values, targets).parts(of: money)
      #expect(parts.reduce(.zero, +) == money)
      #expect(parts.allSatisfy { !$0.isNegative } && parts[5].isZero)
      let levels = zip(zip(values, parts), targets).prefix(5).map { pair, target in
        (pair.0 + pair.1).approximate / target.approximate
      }
      let filled = zip(levels, parts).filter { $0.1 > "0.00001" }.map(\.0)
      if let level = filled.max() { #expect(levels.allSatisfy { $0 > level - 0.01 }) }
      let turned = Self.plan(values.reversed(), targets.reversed()).parts(of: money)
      for (part, other) in zip(parts, turned.reversed()) {
        #expect((part - other).magnitude <= "0.000001")
      }
    }
  }

  @Test("how long contributions take, and that they may never do")
  func months() {
    let drifted = Self.plan(["82000", "18000"], ["0.7", "0.3"])
    #expect(drifted.neededWithoutSelling == "17142.857143")
    #expect(drifted.contributionsUntilOnTarget(of: "1500") == 12)
    #expect(drifted.contributionsUntilOnTarget(of: "17142.857143") == 1)
    #expect(drifted.contributionsUntilOnTarget(of: "0") == nil)
    #expect(Self.plan(["70", "30"], ["0.7", "0.3"]).contributionsUntilOnTarget(of: "5") == 0)
    #expect(Self.plan(["70", "20", "10"], ["0.7", "0.3", "0"]).neededWithoutSelling == nil)
    #expect(Self.plan(["70", "30", "0"], ["0.7", "0.3", "0"]).neededWithoutSelling == "0")
  }

  @Test(
    "whole percents of an election sum to a hundred",
    arguments: [
      (["1", "1", "1"], [34, 33, 33]), (["2", "1"], [67, 33]), (["0", "5"], [0, 100]), (["0", "0"], [0, 0]),
      (["999", "1"], [100, 0]), (["12.5", "87.5"], [13, 87]),
    ] as [([Money], [Int])])
  func elections(amounts: [Money], percents: [Int]) {
    #expect(amounts.wholePercents == percents)
  }
}
