import Backtesting
import Measures
import TestSupport
import Testing
import TimeSeries

@Suite("How deep a mix could fall")
struct HistoricalRiskTests {
  private static let months = (0..<8).map { (Month(2000, 1) + $0).lastDay }

  @Test("falls: from a high to its bottom, until the high is reached again; deepest first, the last one lasts")
  func falls() {
    let falls = Fall.all(in: [100, 80, 90, 100, 120, 60, 110, 90], on: Self.months, atLeast: 0.1)
    #expect(falls.map(\.depth) == [-0.5, 80.0 / 100 - 1])
    #expect(falls.map(\.peak) == [Self.months[4], Self.months[0]])
    #expect(falls.map(\.trough) == [Self.months[5], Self.months[1]])
    #expect(falls.map(\.recovered) == [nil, Self.months[3]])
    #expect(falls[0].recoveryNeeded == 1)
    #expect(Fall.all(in: [], on: [], atLeast: 0.1).isEmpty)
    #expect(Fall.all(in: [1, 0.95, 1], on: Array(Self.months.prefix(3)), atLeast: 0.1).isEmpty)
  }

  @Test("a fall of a quarter takes a third to come back from")
  func recovery() { #expect(abs(Fall.recoveryNeeded(after: -0.25) - 1.0 / 3) < 1e-12) }

  @Test("a fall of the past is held without a trade, each asset by its weight")
  func scenarios() throws {
    let rows = [[0.1, 0, 0.01], [-0.5, 0.1, 0.01], [-0.2, 0.1, 0.01], [2, 0, 0.01]]
    let table = try #require(
      ReturnTable(
        assets: ["stocks", "bonds", "cash"], start: Self.months[0], days: Array(Self.months[1...4]),
        returns: rows.flatMap(\.self), isMonthly: true))
    let risk = try #require(HistoricalRisk(table, current: [0.5, 0.3, 0.2], target: nil))
    let fall = try #require(risk.scenarios.first)
    #expect(risk.scenarios.count == 1 && fall.asset == "stocks" && fall.target == nil)
    #expect(fall.fall.peak == Self.months[1] && fall.fall.trough == Self.months[3])
    #expect(abs(fall.current - (0.5 * -0.6 + 0.3 * 0.21 + 0.2 * 0.0201)) < 1e-12)
    // No twelve months: nothing is said of them, and nothing passes a test of them.
    #expect(risk.highestShare(by: .twelveMonths) == nil)
    #expect(risk.steps.map(\.stocks).first == 0 && risk.steps.count == 21)
  }

  @Test("a table of something else is no history") func assets() throws {
    let table = try #require(
      ReturnTable(
        assets: ["A"], start: Self.months[0], days: [Self.months[1]], returns: [0.1], isMonthly: true))
    #expect(HistoricalRisk(table, current: [1], target: nil) == nil)
  }

  /// Figures of an independent program on the same series.
  @Test(
    "1953 to 2023: the highest part of stocks that stayed above a loss of a quarter depends on the measure",
    .enabled(if: SharedCorpus.folder("policy") != nil, "the reference series are not here"))
  func published() throws {
    let two = try PublishedBacktestTests.stocksAndBonds()
    let rows = two.days.indices.flatMap { period in two.returns[(2 * period)..<(2 * period + 2)] + [0.0] }
    let table = try #require(
      ReturnTable(
        assets: ["stocks", "bonds", "cash"], start: two.start, days: two.days, returns: rows, isMonthly: true))
    let risk = try #require(HistoricalRisk(table, current: [0.7, 0.3, 0], target: [0.6, 0.4, 0]))
    let shares = HistoricalRisk.Measure.allCases.map { risk.highestShare(by: $0) }
    #expect(shares == [0.6, 0.65, 0.75])
    func near(_ actual: Double?, _ wanted: Double) { #expect(abs((actual ?? 0) - wanted) < 1e-6) }
    near(risk.current.maximumDrawdown, -0.303874)
    near(risk.current.worstTwelveMonths, -0.252692)
    near(risk.current.worstCalendarYear, -0.216466)
    near(risk.target?.maximumDrawdown, -0.243825)
    near(risk.steps[0].result.maximumDrawdown, -0.230718)
    near(risk.steps[20].result.worstCalendarYear, -0.392328)
    #expect(risk.scenarios.count == 6)
    let worst = risk.scenarios[0].fall
    near(worst.depth, -0.490389)
    #expect(worst.peak == "2007-10-31" && worst.trough == "2009-03-31" && worst.recovered == "2012-08-31")
    let bonds = risk.scenarios[5]
    #expect(bonds.asset == "bonds" && bonds.fall.peak == "2020-07-31" && bonds.fall.recovered == nil)
  }
}
