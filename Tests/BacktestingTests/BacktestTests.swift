import Backtesting
import Measures
import TestSupport
import Testing
import TimeSeries

@Suite("Backtests on invented history")
struct BacktestTests {
  private static func table(_ seed: UInt64, months: Int = 240, assets: Int = 3) throws -> ReturnTable {
    var random = SeededGenerator(seed: seed)
    let returns = (0..<(months * assets)).map { _ in Double.random(in: -0.08...0.1, using: &random) }
    return try table(returns, assets: assets)
  }

  private static func table(_ returns: [Double], assets: Int) throws -> ReturnTable {
    let first = Month(1990, 1)
    return try #require(
      ReturnTable(
        assets: (0..<assets).map { "A\($0)" }, start: (first - 1).lastDay,
        days: (0..<(returns.count / assets)).map { (first + $0).lastDay }, returns: returns, isMonthly: true))
  }

  @Test("without drift there is no trade", arguments: Cycle.allCases)
  func noDrift(cycle: Cycle) throws {
    let even = try Self.table(Array(repeating: 0.01, count: 120), assets: 2)
    let result = try #require(
      Backtest(.fixed([0.6, 0.4]), rule: RebalanceRule(cycle, limits: .init(absolute: 0.01)), costRate: 0.01).run(
        on: even))
    #expect(result.rebalances.isEmpty)
    #expect(result.turnover == 0)
    #expect(result.maximumDrawdown == 0 && result.trough == nil)
  }

  @Test("monthly and free of cost, it is the product of the mix's returns", arguments: 1...5 as ClosedRange<UInt64>)
  func constantMix(seed: UInt64) throws {
    let table = try Self.table(seed)
    let weights = [0.5, 0.3, 0.2]
    let result = try #require(Backtest(.fixed(weights), rule: RebalanceRule(.monthly)).run(on: table))
    var value = 1.0
    for period in 0..<table.count {
      value *= 1 + (0..<3).reduce(0) { $0 + weights[$1] * table.returns[period * 3 + $1] }
    }
    #expect(abs(result.finalValue / value - 1) < 1e-12)
  }

  @Test("a wider band never trades earlier", arguments: 1...20 as ClosedRange<UInt64>)
  func widerBand(seed: UInt64) throws {
    let table = try Self.table(seed, months: 120)
    var before: Day?
    for width in [0.01, 0.03, 0.05, 0.1] {
      let rule = RebalanceRule(.monthly, limits: .init(absolute: width))
      let first = try #require(Backtest(.fixed([0.5, 0.3, 0.2]), rule: rule).run(on: table)).rebalances.first
      if let first, let before { #expect(first >= before) }
      if let first { before = first }
    }
    #expect(before != nil)
  }

  @Test("the order of the assets means nothing", arguments: 1...10 as ClosedRange<UInt64>)
  func permutation(seed: UInt64) throws {
    let table = try Self.table(seed, months: 120)
    let order = [2, 0, 1]
    let shuffled = try Self.table(
      (0..<table.count).flatMap { period in order.map { table.returns[period * 3 + $0] } }, assets: 3)
    let rule = RebalanceRule(.quarterly, limits: .init(absolute: 0.05, relative: 0.25), destination: .halfBand)
    let weights = [0.5, 0.3, 0.2]
    let first = try #require(Backtest(.fixed(weights), rule: rule, costRate: 0.001).run(on: table))
    let second = try #require(
      Backtest(.fixed(order.map { weights[$0] }), rule: rule, costRate: 0.001).run(on: shuffled))
    #expect(first.rebalances == second.rebalances)
    #expect(abs(first.finalValue - second.finalValue) < 1e-9)
  }

  @Test("a band's edge is reached by a hair's breadth too: 25 % against 30 % is five points")
  func boundary() throws {
    // Bonds fall so that they are 25 of 100 exactly.
    let table = try Self.table([0.0, 0.25 * 70 / 0.75 / 30 - 1], assets: 2)
    let rule = RebalanceRule(.monthly, limits: .init(absolute: 0.05))
    let result = try #require(Backtest(.fixed([0.7, 0.3]), rule: rule).run(on: table))
    #expect(result.rebalances.count == 1)
  }

  @Test(
    "the band's edge and half the band are where they should be",
    arguments: [
      (RebalanceRule.Destination.target, 0.6), (.bandEdge, 0.68), (.halfBand, 0.64),
    ])
  func destination(destination: RebalanceRule.Destination, expected: Double) throws {
    let table = try Self.table([1, 0], assets: 2)
    let rule = RebalanceRule(.monthly, limits: .init(relative: 0.2), destination: destination)
    let result = try #require(Backtest(.fixed([0.6, 0.4]), rule: rule).run(on: table))
    // The worst relative deviation is the small side's: 0.4 fell to 0.25, by 0.375 of itself; 0.2 of it is 0.32.
    #expect(abs(result.weights[0].end - expected) < 1e-12)
  }

  @Test("contributions go where most is missing and are no growth")
  func contributions() throws {
    let flat = try Self.table(Array(repeating: 0, count: 24), assets: 2)
    let result = try #require(
      Backtest(.fixed([0.5, 0.5]), rule: RebalanceRule(nil), start: 100, contribution: 10).run(on: flat))
    #expect(abs(result.finalValue - 220) < 1e-9)
    #expect(abs(result.growth) < 1e-12)
  }

  @Test("a sale in a taxable account pays for its gain, by lot; a loss is kept for later")
  func tax() throws {
    // A0 doubles in a month, then both stand still for two years: half of the gain is sold short-term.
    let table = try Self.table([1, 0], assets: 2)
    let tax = LotTax(shortRate: 0.4, longRate: 0.2)
    let result = try #require(
      Backtest(.fixed([0.5, 0.5]), rule: RebalanceRule(.monthly), start: 100, tax: tax).run(on: table))
    // 100 in A0 with basis 50, 50 in A1. Selling s of A0 has gain s/2, tax 0.2 s; after it (150 - 0.2 s) / 2 = 100 - s: s = 25 / 0.9.
    let sold = 25 / 0.9
    #expect(abs(result.taxPaid - 0.2 * sold) < 1e-9)
    #expect(abs(result.finalValue - (150 - 0.2 * sold)) < 1e-9)
    let rest = (100 - sold) / 2
    #expect(abs(result.finalAfterTax - (result.finalValue - 0.4 * rest)) < 1e-9)
  }

  @Test("a lot held more than a year is long, one of exactly a year is short", arguments: [(12, 0.4), (13, 0.2)])
  func term(months: Int, rate: Double) throws {
    let returns: [Double] = (1...months).flatMap { month -> [Double] in [month == months ? 1 : 0, 0] }
    let table = try Self.table(returns, assets: 2)
    let rule = RebalanceRule(.monthly, limits: .init(absolute: 0.1))
    let result = try #require(
      Backtest(.fixed([0.5, 0.5]), rule: rule, start: 100, tax: LotTax(shortRate: 0.4, longRate: 0.2)).run(on: table))
    let sold = 25 / (1 - rate / 2 / 2)
    #expect(abs(result.taxPaid - rate * sold / 2) < 1e-9)
  }

  @Test("without gains to tax, an account that pays tax ends as one that does not")
  func noTax() throws {
    let table = try Self.table(7)
    let rule = RebalanceRule(.quarterly)
    let free = try #require(Backtest(.fixed([0.5, 0.3, 0.2]), rule: rule).run(on: table))
    let taxed = try #require(
      Backtest(.fixed([0.5, 0.3, 0.2]), rule: rule, tax: LotTax(shortRate: 0, longRate: 0)).run(on: table))
    #expect(abs(free.finalValue - taxed.finalValue) < 1e-9)
    #expect(taxed.taxPaid == 0)
  }

  @Test("whole calendar years only count as worst years")
  func worstYear() throws {
    var returns = Array(repeating: 0.0, count: 30)
    returns[3] = -0.5  // April of the first year
    returns[27] = -0.9  // in the third year, which is not whole
    let result = try #require(
      Backtest(.fixed([1]), rule: RebalanceRule(nil)).run(on: try Self.table(returns, assets: 1)))
    #expect(abs((result.worstCalendarYear ?? 0) + 0.5) < 1e-12)
  }
}
