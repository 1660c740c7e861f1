internal import RealModule
public import TimeSeries

/// Returns that are derived from published figures rather than from prices.
public enum AssetReturns {
  /// Stocks with their dividends: `(P_t + D_t / 12) / P_(t-1) - 1`, where `D` is the dividend of the twelve months through `t`.
  public static func stocks(prices: MonthlySeries, dividends: MonthlySeries) -> MonthlySeries {
    prices.map { month in
      guard let price = prices[month], let before = prices[month - 1], let dividend = dividends[month] else {
        return nil
      }
      return (price + dividend / 12) / before - 1
    }
  }

  /// A bond of constant ten-year maturity from its yields in percent, bought at par and sold a month later (R. Shiller):
  /// `y0/y1 + y0/1200 + (1 + y1/1200)^-119 (1 - y0/y1) - 1`.
  public static func tenYearBond(yields: MonthlySeries) -> MonthlySeries {
    yields.map { month in
      guard let before = yields[month - 1], let now = yields[month], now != 0 else { return nil }
      let ratio = before / now
      return ratio + before / 1200 + Double.pow(1 + now / 1200, -119) * (1 - ratio) - 1
    }
  }

  /// A bill's month: a twelfth of its bond-equivalent yield of the month before, in percent.
  public static func bill(yields: MonthlySeries) -> MonthlySeries {
    yields.map { month in yields[month - 1].map { $0 / 1200 } }
  }
}
