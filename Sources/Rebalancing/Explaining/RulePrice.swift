public import Measures

/// What a binding rule costs: the objective's fall if the rule gave way a little.
public struct RulePrice: Sendable, Hashable {
  public enum Rule: String, Sendable, Hashable {
    /// A class at or beyond the edge of its band: a wider band.
    case band
    /// An account that has no more cash to spend: more of it.
    case cash
    /// A tax budget that is used up: a larger one.
    case taxBudget
    /// No more trades are allowed: one more.
    case tradeLimit
  }

  public let rule: Rule
  /// The class, the account or the return; `nil` for the trade limit.
  public let subject: String?
  /// Dollars saved by a thousand dollars more room; by one trade more for the trade limit.
  public let price: Money
  public let sentence: String
}
