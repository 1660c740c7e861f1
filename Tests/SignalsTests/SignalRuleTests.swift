import Measures
import Signals
import TestSupport
import Testing
import TimeSeries

@Suite("Signals on invented series")
struct SignalRuleTests {
  private func series(_ name: String, _ values: [Double?]) -> MonthlySeries {
    MonthlySeries(name: name, first: Month(2020, 1), values: values)
  }

  @Test("the average needs its ten months; a price equal to it is off")
  func average() {
    let flat = Trend.movingAverage(of: series("flat", Array(repeating: 100, count: 11)))
    #expect(flat.state(in: Month(2020, 9)) == .unknown)
    #expect(flat.state(in: Month(2020, 10)) == .off)
    let rising = Trend.movingAverage(of: series("up", (1...11).map { Double($0) }))
    #expect(rising.state(in: Month(2020, 10)) == .on)
    #expect(rising.state(in: Month(2021, 12)) == .unknown)
  }

  @Test("a crash of one day inside a month flips no monthly signal")
  func oneDayCrash() {
    var observations: [(day: Day, value: Double)] = []
    for month in 0..<14 {
      for day in [5, 12, 19] {
        observations.append((Month(2020, 1 + month).lastDay.adding(days: -25 + day), 100 + Double(month)))
      }
      observations.append((Month(2020, 1 + month).lastDay, 100 + Double(month)))
    }
    let calm = Trend.movingAverage(of: DatedSeries(name: "calm", observations: observations).monthly)
    let crash = DatedSeries(name: "calm", observations: observations + [("2021-01-12", 40)])
    #expect(crash.value(on: "2021-01-12") == 40)
    #expect(Trend.movingAverage(of: crash.monthly) == calm)
    #expect(calm.state(in: Month(2021, 1)) == .on)
  }

  @Test(
    "no figure is used before it is published",
    arguments: [
      ("2024-02-07", ReleaseLag.unemployment, Month(2023, 12)), ("2024-02-08", .unemployment, Month(2024, 1)),
      ("2024-02-14", .prices, Month(2023, 12)), ("2024-02-15", .prices, Month(2024, 1)),
      ("2024-01-31", ReleaseLag.none, Month(2024, 1)), ("2024-01-30", ReleaseLag.none, Month(2023, 12)),
    ] as [(Day, ReleaseLag, Month)])
  func lag(day: Day, lag: ReleaseLag, month: Month) {
    #expect(lag.lastKnownMonth(on: day) == month)
  }

  @Test("a change of what is not yet published changes no reading")
  func lookAhead() {
    let index = (0..<40).map { 100 * (1 + 0.003 * Double($0)) as Double? }
    let history = Economy.inflation(index: series("CPI", index))
    var later = index
    for month in 30..<40 { later[month] = 400 }
    let shocked = Economy.inflation(index: series("CPI", later))
    let dayBefore = (Month(2020, 1) + 30).lastDay.adding(days: 14)
    #expect(history.reading(on: dayBefore).value == shocked.reading(on: dayBefore).value)
    #expect(
      history.reading(on: dayBefore.adding(days: 1)).value != shocked.reading(on: dayBefore.adding(days: 1)).value)
  }

  @Test("13612W weighs 12, 4, 2 and 1")
  func weighted() throws {
    var values = Array(repeating: 100.0 as Double?, count: 13)
    values[12] = 110
    let momentum = try #require(Trend.weightedMomentum(of: series("X", values), in: Month(2021, 1)))
    #expect(abs(momentum - 19 * 0.1) < 1e-12)
    #expect(Trend.weightedMomentum(of: series("X", Array(values.dropFirst())), in: Month(2020, 12)) == nil)
  }

  private func steady(_ name: String, _ growth: Double) -> MonthlySeries {
    var price = 100.0
    return series(
      name,
      (0..<14).map { _ in
        price *= 1 + growth
        return price
      })
  }

  @Test("VAA: the best of four while all rise, else the best refuge")
  func vigilant() {
    let refuge = [steady("LQD", 0.001), steady("SHY", 0.002)]
    let calm = TacticalModel.vigilant(offensive: [steady("SPY", 0.01), steady("EFA", 0.02)], defensive: refuge)
    #expect(calm.weights(after: Month(2021, 1)) == ["EFA": 1])
    let alarm = TacticalModel.vigilant(offensive: [steady("SPY", 0.01), steady("EFA", -0.001)], defensive: refuge)
    #expect(alarm.weights(after: Month(2021, 1)) == ["SHY": 1])
    #expect(alarm.weights(after: Month(2020, 12)) == nil)
  }

  @Test(
    "DAA: half for each canary that falls, the rest equally in the best risky assets",
    arguments: [
      (0.01, 0.01, ["A": 0.5, "B": 0.5]), (0.01, -0.01, ["SHY": 0.5, "A": 0.25, "B": 0.25]),
      (-0.01, -0.01, ["SHY": 1.0]),
    ])
  func defensive(first: Double, second: Double, weights: [String: Double]) {
    let model = TacticalModel.defensive(
      canaries: [steady("EEM", first), steady("AGG", second)],
      risky: [steady("A", 0.03), steady("C", 0.01), steady("B", 0.02)], defensive: [steady("SHY", 0.001)], top: 2)
    #expect(model.weights(after: Month(2021, 1)) == weights)
  }

  @Test("dual momentum: the winner if it beats bills, else bonds; the order of the two tests matters")
  func dual() {
    func model(_ us: Double, _ foreign: Double, _ testsWinner: Bool) -> [String: Double]? {
      TacticalModel.dualMomentum(
        us: steady("US", us), foreign: steady("exUS", foreign), bonds: steady("AGG", 0), bills: steady("bills", 0.002),
        testsWinner: testsWinner
      ).weights(after: Month(2021, 1))
    }
    #expect(model(0.01, 0.02, true) == ["exUS": 1])
    #expect(model(0.01, 0, true) == ["US": 1])
    #expect(model(0, 0.001, true) == ["AGG": 1])
    #expect(model(0, 0.02, true) == ["exUS": 1])
    #expect(model(0, 0.02, false) == ["AGG": 1])
  }

  @Test("the volatility target holds less when prices move more, and never more than its cap")
  func volatility() throws {
    let calm = (0..<30).map { 100 * (1 + 0.0001 * Double($0 % 2)) }
    let wild = (0..<30).map { 100 * (1 + 0.05 * Double($0 % 2)) }
    let rule = VolatilityTarget(wanted: 0.1)
    #expect(rule.weight(calm) == 1)
    let weight = try #require(rule.weight(wild))
    #expect(weight > 0 && weight < 0.2)
    #expect(rule.weight(Array(calm.prefix(21))) == nil)
  }
}
