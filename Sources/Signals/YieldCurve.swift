internal import RealModule
public import TimeSeries

/// The slope of the Treasury curve and what it has said of recessions.
public enum YieldCurve {
  /// The bond-equivalent yield of a three-month bill, in percent, from its discount rate in percent: `100 · 365 d / (360 − 91 d)`.
  public static func bondEquivalentYield(discountPercent: Double) -> Double {
    let discount = discountPercent / 100
    return 100 * 365 * discount / (360 - 91 * discount)
  }

  /// The ten-year yield less the bill's bond-equivalent yield, in percentage points, by month average.
  public static func spread(tenYear: MonthlySeries, billDiscount: MonthlySeries) -> MonthlySeries {
    tenYear.map { month in
      guard let long = tenYear[month], let discount = billDiscount[month] else { return nil }
      return long - bondEquivalentYield(discountPercent: discount)
    }
  }

  /// On while the spread of the month's averages is below zero.
  public static func inversion(tenYear: MonthlySeries, billDiscount: MonthlySeries) -> SignalHistory {
    SignalHistory(
      name: "yield curve", meaning: "the curve is inverted", source: "Federal Reserve H.15",
      inputs: [tenYear.name, billDiscount.name], values: spread(tenYear: tenYear, billDiscount: billDiscount),
      test: .below(0), lag: .none)
  }

  /// The probability of a recession twelve months later: `Φ(−0.5333 − 0.6330 · spread)` (Federal Reserve Bank of New York).
  ///
  /// The month here is the one that the spread is of; the bank's own file stamps the one twelve months later.
  public static func recessionProbability(spread: Double) -> Double {
    let argument = -0.5333 - 0.6330 * spread
    return 0.5 * Double.erfc(-argument / Double(2).squareRoot())
  }

  /// On while the probability is at least 30 %, which is nearly the same as an inverted curve.
  public static func recessionRisk(tenYear: MonthlySeries, billDiscount: MonthlySeries) -> SignalHistory {
    let spreads = spread(tenYear: tenYear, billDiscount: billDiscount)
    return SignalHistory(
      name: "recession probability", meaning: "a recession within a year is likely",
      source: "Federal Reserve Bank of New York", inputs: [tenYear.name, billDiscount.name],
      values: spreads.map { spreads[$0].map(recessionProbability) }, test: .atLeast(0.3), lag: .none)
  }
}
