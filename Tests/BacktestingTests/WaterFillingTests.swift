import Backtesting
import TestSupport
import Testing

@Suite("New money where most is missing")
struct WaterFillingTests {
  private struct File: Decodable {
    struct Example: Decodable {
      let current, target, buys: [Double]
      let contribution: Double
    }
    let fill_examples: [Example]
  }

  @Test(
    "the published examples", .enabled(if: SharedCorpus.folder("policy") != nil, "the reference figures are not here"))
  func examples() throws {
    for example in try #require(try SharedCorpus.expected("contribution_only", as: File.self)).fill_examples {
      let buys = WaterFilling.purchases(of: example.contribution, holding: example.current, target: example.target)
      #expect(zip(buys, example.buys).allSatisfy { abs($0 - $1) < 1e-6 })
    }
  }

  @Test("82/18 of 100,000 needs 17,142.86 to be 70/30 without a sale")
  func needed() throws {
    #expect(abs((WaterFilling.needed(holding: [82_000, 18_000], target: [0.7, 0.3]) ?? 0) - 17_142.857143) < 1e-6)
    #expect(WaterFilling.needed(holding: [1, 1], target: [1, 0]) == nil)
    #expect(WaterFilling.needed(holding: [70, 30], target: [0.7, 0.3]) == 0)
  }

  @Test(
    "purchases sum to the contribution, nothing is sold, and classes that are bought end level",
    arguments: 1...50 as ClosedRange<UInt64>)
  func levels(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 2...6, using: &random)
    let parts = (0..<count).map { _ in Double.random(in: 0.1...1, using: &random) }
    let target = parts.map { $0 / parts.reduce(0, +) }
    let current = (0..<count).map { _ in Double.random(in: 0...100, using: &random) }
    let buys = WaterFilling.purchases(of: 25, holding: current, target: target)
    #expect(abs(buys.reduce(0, +) - 25) < 1e-9)
    #expect(buys.allSatisfy { $0 >= 0 })
    let levels = zip(zip(buys, current), target).filter { $0.0.0 > 0 }.map { ($0.0.0 + $0.0.1) / $0.1 }
    #expect((levels.max() ?? 0) - (levels.min() ?? 0) < 1e-6)
  }
}
