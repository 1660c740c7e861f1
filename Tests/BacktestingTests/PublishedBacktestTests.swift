import Backtesting
import Measures
import TestSupport
import Testing
import TimeSeries

/// Rules over real history, held to figures of an independent program on the same series.
@Suite(
  "Backtests on real history", .enabled(if: SharedCorpus.folder("policy") != nil, "the reference series are not here"))
struct PublishedBacktestTests {
  struct Expected: Decodable {
    let portfolio: String?
    let target: [Double]
    let cost_bps: Double
    let rule: String
    let periods: Int
    let cagr, vol, max_drawdown, final_value: Double
    let worst_12m: Double?
    let rebalances: Int
    let turnover_per_year, cost_drag_per_year: Double
    let avg_stock_weight, max_stock_weight, min_stock_weight, end_stock_weight: Double?
    let max_abs_drift: Double
    let trough: String
    let first_rebalances: [String]
  }

  private struct File: Decodable {
    let results: [Expected]
  }

  /// `monthly look, 20% relative, back to half band`.
  static func rule(_ text: String) throws -> RebalanceRule {
    if text == "never" { return RebalanceRule(nil) }
    let word = text.split(whereSeparator: { $0 == " " }).first.map(String.init) ?? ""
    let cycle = try #require(Cycle(rawValue: word))
    guard text.contains("look") else { return RebalanceRule(cycle) }
    return RebalanceRule(
      cycle,
      limits: RebalanceRule.Limits(
        absolute: text.contains("5pp") ? 0.05 : nil, relative: text.contains("20%") ? 0.2 : nil),
      destination: text.contains("half band") ? .halfBand : .target)
  }

  static func stocksAndBonds() throws -> ReturnTable {
    func monthly(_ name: String) throws -> MonthlySeries {
      DatedSeries(name: name, observations: try #require(try SharedCorpus.observations(name))).monthly
    }
    let stocks = AssetReturns.stocks(
      prices: try monthly("sp500_price_avg"), dividends: try monthly("sp500_dividend_12m"))
    let bonds = AssetReturns.tenYearBond(yields: try monthly("us10y_avg"))
    return try #require(ReturnTable(monthlyReturns: [stocks, bonds]))
  }

  private func check(_ result: BacktestResult, _ expected: Expected) {
    let name = "\(expected.portfolio ?? "") \(expected.rule) at \(expected.cost_bps)"
    func near(_ actual: Double, _ wanted: Double, _ what: String) {
      #expect(abs(actual - wanted) <= 1e-6 * max(1, abs(wanted)), "\(name): \(what)")
    }
    near(result.growth, expected.cagr, "growth")
    near(result.volatility, expected.vol, "volatility")
    near(result.maximumDrawdown, expected.max_drawdown, "drawdown")
    near(result.finalValue, expected.final_value, "final value")
    if let worst = expected.worst_12m { near(result.worstTwelveMonths ?? 0, worst, "worst twelve months") }
    near(result.turnover, expected.turnover_per_year, "turnover")
    near(result.costDrag, expected.cost_drag_per_year, "cost")
    let stocks = result.weights[0]
    for (actual, wanted, what) in [
      (stocks.mean, expected.avg_stock_weight, "mean weight"), (stocks.most, expected.max_stock_weight, "most"),
      (stocks.least, expected.min_stock_weight, "least"), (stocks.end, expected.end_stock_weight, "end"),
    ] {
      if let wanted { near(actual, wanted, what) }
    }
    near(result.maximumDrift, expected.max_abs_drift, "drift")
    #expect(result.rebalances.count == expected.rebalances, "\(name)")
    #expect(result.rebalances.prefix(expected.first_rebalances.count).map(\.description) == expected.first_rebalances)
    #expect(result.trough?.description == expected.trough, "\(name)")
  }

  @Test("70/30 of the S&P 500 and ten-year Treasuries, 1953 to 2023, eleven rules at three costs")
  func monthly() throws {
    let table = try Self.stocksAndBonds()
    let file = try #require(try SharedCorpus.expected("backtest_rebalancing", as: File.self))
    #expect(file.results.count == 33)
    for expected in file.results {
      #expect(table.count == expected.periods)
      let backtest = Backtest(
        .fixed(expected.target), rule: try Self.rule(expected.rule), costRate: expected.cost_bps / 10_000)
      check(try #require(backtest.run(on: table, watching: [[0]])), expected)
    }
  }

  @Test("the funds of the Thrift Savings Plan by day, 2003 to 2023")
  func daily() throws {
    let file = try #require(try SharedCorpus.expected("backtest_tsp_daily", as: File.self))
    #expect(file.results.count == 55)
    for expected in file.results {
      let funds = (expected.portfolio ?? "").split(separator: "/").map(String.init)
      let series = try funds.map { fund in
        DatedSeries(name: fund, observations: try #require(try SharedCorpus.observations("tsp_\(fund)")))
      }
      let table = try #require(ReturnTable(totalReturn: series, monthly: false))
      #expect(table.count == expected.periods)
      let stocks = funds.indices.filter { ["C", "S", "I"].contains(funds[$0]) }
      let backtest = Backtest(
        .fixed(expected.target), rule: try Self.rule(expected.rule), costRate: expected.cost_bps / 10_000)
      check(try #require(backtest.run(on: table, watching: [stocks])), expected)
    }
  }
}
