public import Measures
public import Signals
import TimeSeries

/// All signals that the household's series allow, and what is missing for the others.
public struct SignalPanel: Sendable {
  public struct Missing: Sendable, Hashable {
    public let signal: String
    public let remedy: String
  }

  public let asOf: Day
  public let readings: [SignalReading]
  public let missing: [Missing]
}

extension HouseholdFolder {
  /// What each published rule says on a day, from what was published by then: `hearth signals`.
  public func signals(asOf day: Day) throws -> SignalPanel { SeriesShelf(try series()).signals(asOf: day) }
}

extension SeriesShelf {
  public func signals(asOf day: Day) -> SignalPanel {
    var histories: [SignalHistory] = []
    var missing: [SignalPanel.Missing] = []
    func add(_ name: String, _ roles: [SeriesRole], _ make: ([MonthlySeries]) -> [SignalHistory]) {
      let found = roles.map { self[$0] }
      let lacking = zip(roles, found).filter { $0.1 == nil }.map { $0.0.remedy }
      if lacking.isEmpty {
        histories += make(found.compactMap { $0?.through(day).monthlyMeans })
      } else {
        missing.append(SignalPanel.Missing(signal: name, remedy: lacking.joined(separator: " and ")))
      }
    }
    if self[.stockPrices] == nil { add("10-month average", [.stockPrices]) { _ in [] } }
    for prices in [self[.stockPrices]].compactMap(\.self) + prices {
      let monthly = prices.through(day).monthly
      histories += [Trend.movingAverage(of: monthly), Trend.momentum(of: monthly)]
    }
    add("yield curve", [.tenYearYield, .billDiscount]) {
      [
        YieldCurve.inversion(tenYear: $0[0], billDiscount: $0[1]),
        YieldCurve.recessionRisk(tenYear: $0[0], billDiscount: $0[1]),
      ]
    }
    add("interest rates", [.tenYearYield]) { [Economy.risingRates(tenYear: $0[0])] }
    add("Sahm rule", [.unemployment]) { [Economy.sahm(unemployment: $0[0])] }
    add("inflation", [.consumerPrices]) { [Economy.inflation(index: $0[0])] }
    add("national activity", [.activity]) { [Economy.activity(index: $0[0])] }
    return SignalPanel(asOf: day, readings: histories.map { $0.reading(on: day) }, missing: missing)
  }
}
