public import TimeSeries

/// What a series is of, known by the names that its publishers give it.
public enum SeriesRole: String, Sendable, Hashable, CaseIterable {
  case stockPrices, stockDividends, tenYearYield, billDiscount, unemployment, consumerPrices, activity, recessions

  /// In order of preference; capitals make no difference.
  var names: [String] {
    switch self {
    case .stockPrices: ["sp500_price_avg", "SP500", "S&P 500", "P"]
    case .stockDividends: ["sp500_dividend_12m", "Dividend", "D"]
    case .tenYearYield: ["GS10", "us10y_avg", "DGS10", "us10y_monthend", "Rate GS10", "Long Interest Rate"]
    case .billDiscount: ["TB3MS", "tb3ms_avg", "DTB3"]
    case .unemployment: ["UNRATE"]
    case .consumerPrices: ["CPIAUCNS", "cpi_u_nsa", "CPIAUCSL", "Consumer Price Index", "CPI"]
    case .activity: ["CFNAI"]
    case .recessions: ["USREC"]
    }
  }

  /// What to import where the series is missing.
  public var remedy: String {
    switch self {
    case .stockPrices: "a price index of stocks, such as FRED's SP500"
    case .stockDividends: "its dividends of twelve months (Shiller's table)"
    case .tenYearYield: "the ten-year Treasury yield, FRED's GS10"
    case .billDiscount: "the three-month bill's discount rate, FRED's TB3MS"
    case .unemployment: "the unemployment rate, FRED's UNRATE"
    case .consumerPrices: "the consumer price index, FRED's CPIAUCNS"
    case .activity: "the national activity index, FRED's CFNAI"
    case .recessions: "NBER's recession months, FRED's USREC"
    }
  }
}

/// The series of a household, found by name or by what they are of.
public struct SeriesShelf: Sendable {
  public let all: [DatedSeries]
  public init(_ all: [DatedSeries]) { self.all = all }

  public subscript(name: String) -> DatedSeries? { all.first { $0.name.uppercased() == name.uppercased() } }
  public subscript(role: SeriesRole) -> DatedSeries? { role.names.lazy.compactMap { self[$0] }.first }

  /// Series of no known role: prices of funds and indexes.
  public var prices: [DatedSeries] {
    let known = Set(SeriesRole.allCases.flatMap(\.names).map { $0.uppercased() })
    return all.filter { !known.contains($0.name.uppercased()) && $0.values.allSatisfy { $0 > 0 } }
  }
}
