public import TimeSeries

/// Rules over prices alone.
///
/// A series of total returns and one of prices, of month ends and of month averages, give different signals: the name of the series
/// belongs to the answer.
public enum Trend {
  /// M. Faber, "A Quantitative Approach to Tactical Asset Allocation" (2007): on while the month's price is above the mean of the last
  /// ten months, this one included. Equal is off.
  public static func movingAverage(of prices: MonthlySeries, months: Int = 10) -> SignalHistory {
    SignalHistory(
      name: "\(months)-month average", meaning: "the price is above its average",
      source: "Faber 2007", inputs: [prices.name],
      values: prices.map { month in
        guard let price = prices[month], let mean = prices.mean(of: months, through: month) else { return nil }
        return price / mean - 1
      }, test: .above(0), lag: .none)
  }

  /// Absolute momentum: on while the twelve-month return is more than the bill's (Antonacci 2014). Without bills: more than zero.
  public static func momentum(of prices: MonthlySeries, against bills: MonthlySeries? = nil, months: Int = 12)
    -> SignalHistory
  {
    SignalHistory(
      name: "\(months)-month momentum",
      meaning: bills == nil ? "the price is higher than then" : "it returned more than bills",
      source: "Antonacci 2014", inputs: [prices.name] + (bills.map { [$0.name] } ?? []),
      values: prices.map { month in
        guard let growth = prices.growth(over: months, through: month) else { return nil }
        guard let bills else { return growth }
        return bills.growth(over: months, through: month).map { growth - $0 }
      }, test: .above(0), lag: .none)
  }

  /// `P_(t-1) / P_(t-12) - 1`: the return of eleven months, the last month left out (Jegadeesh and Titman 1993).
  public static func skipMonthMomentum(of prices: MonthlySeries, in month: Month) -> Double? {
    prices.growth(over: 11, through: month - 1)
  }

  /// `12 r1 + 4 r3 + 2 r6 + r12` (Keller and Keuning 2017): recent months weigh most.
  public static func weightedMomentum(of prices: MonthlySeries, in month: Month) -> Double? {
    var sum = 0.0
    for (weight, months) in [(12.0, 1), (4.0, 3), (2.0, 6), (1.0, 12)] {
      guard let growth = prices.growth(over: months, through: month) else { return nil }
      sum += weight * growth
    }
    return sum
  }
}
