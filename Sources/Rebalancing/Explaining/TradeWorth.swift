public import PortfolioModel

/// What one trade is worth: the best plan without it, found anew, against the plan with it.
public struct TradeWorth: Sendable, Hashable {
  public let account: AccountID
  public let security: SecurityID
  public let side: TradeReason.Side
  /// The parts of the plan without the trade less those of the plan with it. Negative only within the gap of the two searches.
  public let difference: Evaluation.Parts
}
