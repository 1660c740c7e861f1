public import Measures
public import PortfolioModel

/// A trade in a person's words.
public struct TradeReason: Sendable, Hashable {
  public enum Side: String, Sendable, Hashable { case sell, buy }
  public struct LotPart: Sendable, Hashable {
    public let lot: LotID?
    public let shares: Quantity
    public let gain: Money?
    public let isLongTerm: Bool
  }

  public let account: AccountID
  public let security: SecurityID
  public let side: Side
  public let shares: Quantity
  public let dollars: Money
  /// What a sale realises; `nil` where gains are not taxed.
  public let gain: Money?
  /// By how much more the return is taxed with this sale than without it, all others made.
  public let tax: Money?
  public let lots: [LotPart]
  public let reason: String
}
