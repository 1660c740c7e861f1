public import TimeSeries

/// Rules over what statistical offices publish.
public enum Economy {
  /// The Sahm rule (C. Sahm 2019; FRED SAHMREALTIME): the three-month mean of unemployment against its lowest of the twelve months
  /// before. On from half a point, as the two-decimal figure has it.
  ///
  /// The current month is not in the minimum. A mean is unknown while one of its months is missing, and an unknown mean is left out of the
  /// minimum. It begins with the sixteenth month of a series. Computed from revised data it differs from what was known at the time.
  public static func sahm(unemployment: MonthlySeries) -> SignalHistory {
    let means = unemployment.map { unemployment.mean(of: 3, through: $0) }
    let values = unemployment.map { month -> Double? in
      let before = (1...12).compactMap { means[month - $0] }
      guard let mean = means[month], let least = before.min(), month - unemployment.first >= 15 else { return nil }
      return mean - least
    }
    return SignalHistory(
      name: "Sahm rule", meaning: "unemployment has risen by half a point", source: "Sahm 2019",
      inputs: [unemployment.name], values: values, test: .atLeast(0.5, places: 2), lag: .unemployment)
  }

  /// The change of a price index over twelve months. High from 5 %.
  public static func inflation(index: MonthlySeries) -> SignalHistory {
    SignalHistory(
      name: "inflation", meaning: "prices rise by 5 % a year or more", source: "Bureau of Labor Statistics",
      inputs: [index.name], values: index.map { index.growth(over: 12, through: $0) }, test: .atLeast(0.05),
      lag: .prices)
  }

  /// On while the ten-year yield is above that of twelve months ago.
  public static func risingRates(tenYear: MonthlySeries) -> SignalHistory {
    SignalHistory(
      name: "interest rates", meaning: "the ten-year yield is higher than a year ago", source: "Federal Reserve H.15",
      inputs: [tenYear.name],
      values: tenYear.map { month in
        guard let now = tenYear[month], let then = tenYear[month - 12] else { return nil }
        return now - then
      }, test: .above(0), lag: .none)
  }

  /// On while the three-month mean of the national activity index is below -0.70: a recession has likely begun (Chicago Fed).
  public static func activity(index: MonthlySeries) -> SignalHistory {
    SignalHistory(
      name: "national activity", meaning: "a recession has likely begun", source: "Federal Reserve Bank of Chicago",
      inputs: [index.name], values: index.map { index.mean(of: 3, through: $0) }, test: .below(-0.7), lag: .activity)
  }
}

/// The level of inflation in words. The bounds are Hearth's own: no standard was found.
public enum InflationRegime: String, Sendable, Hashable, CaseIterable {
  case deflation, low, moderate, high

  public init(yearly rate: Double) {
    self = rate < 0 ? .deflation : rate < 0.03 ? .low : rate < 0.05 ? .moderate : .high
  }
}
