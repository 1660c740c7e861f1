/// A policy tried on a history: it starts at its target with one dollar, or with `start` dollars.
///
/// Each period the assets grow; then money comes in; then, where the rule looks and fires, everything is traded at that close.
public struct Backtest: Sendable, Hashable {
  public enum Target: Sendable, Hashable {
    /// The same weights throughout.
    case fixed([Double])
    /// Weights that hold from the close of each period on; the first entry is the start. One more than there are periods.
    case changing([[Double]])
  }

  public var target: Target
  public var rule: RebalanceRule
  /// A fraction of every dollar traded, bought and sold counted apart.
  public var costRate: Double
  /// Dollars for every asset traded at a rebalance.
  public var fee: Double
  public var start: Double
  /// Dollars that come in at the end of each period and are bought where most is missing.
  public var contribution: Double
  /// `nil`: an account that pays no tax on trades.
  public var tax: LotTax?

  public init(
    _ target: Target, rule: RebalanceRule, costRate: Double = 0, fee: Double = 0, start: Double = 1,
    contribution: Double = 0, tax: LotTax? = nil
  ) {
    self.target = target
    self.rule = rule
    self.costRate = costRate
    self.fee = fee
    self.start = start
    self.contribution = contribution
    self.tax = tax
  }
}
