public import Measures

/// What a policy did over a history. Returns are of a dollar that stayed in: contributions do not count as growth.
public struct BacktestResult: Sendable, Hashable {
  /// Compound growth a year.
  public var growth: Double
  /// The sample deviation of the periods' returns, by the year: times the root of 12, or of 252 for days.
  public var volatility: Double
  /// The deepest fall from a high, below zero, and the day of its bottom; `nil` where it never fell.
  public var maximumDrawdown: Double
  public var trough: Day?
  /// The worst twelve months in a row; `nil` for daily histories and short ones.
  public var worstTwelveMonths: Double?
  /// The worst January through December; `nil` where no calendar year is whole.
  public var worstCalendarYear: Double?
  public var finalValue: Double
  public var rebalances: [Day]
  /// Half of what was traded at rebalances, in portfolios a year.
  public var turnover: Double
  /// What trading cost, in fractions of the portfolio a year.
  public var costDrag: Double
  /// Dollars of tax paid on sales, and what is left after selling everything at the end; equal to `finalValue` without a tax.
  public var taxPaid: Double
  public var finalAfterTax: Double
  /// The weights after growth and before a trade, asset by asset.
  public var weights: [WeightRange]
  /// The furthest that any weight was from its target.
  public var maximumDrift: Double
  /// The value of a dollar that stayed in, at the start and after each period.
  public var path: [Double]

  public struct WeightRange: Sendable, Hashable {
    public var mean: Double
    public var least: Double
    public var most: Double
    public var end: Double
  }
}
