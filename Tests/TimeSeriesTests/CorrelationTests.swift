import TestSupport
import Testing
import TimeSeries

@Suite("How alike two prices move")
struct CorrelationTests {
  private static func prices(_ returns: [Double], first: Month = Month(2000, 1)) -> MonthlySeries {
    MonthlySeries(first: first, values: returns.reduce(into: [100.0]) { $0.append(($0.last ?? 1) * (1 + $1)) })
  }

  private static func returns(_ seed: UInt64, _ count: Int) -> [Double] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in Double.random(in: -0.05...0.05, using: &random) }
  }

  @Test("one with itself is 1, with its mirror -1, with another one little")
  func extremes() throws {
    let own = Self.returns(1, 120)
    let mine = Self.prices(own)
    #expect(abs(try #require(mine.correlation(with: mine)) - 1) < 1e-12)
    #expect(abs(try #require(mine.correlation(with: Self.prices(own.map { -$0 }))) + 1) < 1e-12)
    #expect(abs(try #require(mine.correlation(with: Self.prices(Self.returns(2, 120))))) < 0.3)
  }

  @Test("only months that both have count, and two years of them are needed")
  func months() {
    let own = Self.returns(3, 30)
    #expect(Self.prices(own).correlation(with: Self.prices(Array(own[6...]), first: Month(2000, 7))) != nil)
    #expect(Self.prices(own).correlation(with: Self.prices(Array(own[7...]), first: Month(2000, 8))) == nil)
    #expect(Self.prices(own).correlation(with: MonthlySeries(first: Month(2020, 1), values: [])) == nil)
    let still = Array(repeating: 0.0, count: 30)
    #expect(Self.prices(own).correlation(with: Self.prices(still)) == nil)
  }
}
