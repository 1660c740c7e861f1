public import Diagnostics
public import Measures
public import PortfolioModel

/// Trades that bring a household nearer to its policy, with what they cost and the proof of how good they are.
///
/// A value, never an action: nothing trades by itself.
public struct Proposal: Sendable {
  public enum Status: String, Sendable, Hashable {
    /// Proven within the gap that was asked for.
    case optimal
    /// A limit was reached first; `gap` says how far away the optimum may be.
    case feasible
    /// A demand cannot be met: this is the nearest plan, and `diagnostics` names the demand.
    case infeasible
    /// The user stopped the search; this is the best plan so far.
    case stopped
  }

  public var problem: RebalanceProblem
  public var status: Status
  public var trades: ProposedTrades
  /// The rounded trades, priced in exact arithmetic.
  public var evaluation: Evaluation
  /// Making no trade, priced the same way.
  public var nothing: Evaluation
  /// No plan costs less than this; `nil` where the search ended before it knew.
  public var bound: Money?
  public var reasons: [TradeReason] = []
  public var doNotBuy: [PurchaseBan] = []
  /// Classes outside their bands after the trades, each in one sentence with what holds it there.
  public var stillOffTarget: [String] = []
  public var diagnostics: [Diagnostic] = []

  public var objective: Money { evaluation.parts.objective }
  public var gap: Money? { bound.map { objective - $0 } }
}

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
  public let lots: [LotPart]
  public let reason: String
}

/// Substantially identical securities that nobody in the household may buy for a while, or the loss is lost (IRC 1091).
public struct PurchaseBan: Sendable, Hashable {
  public let group: String
  public let securities: [SecurityID]
  /// The day of the loss sale, and the last day of the ban.
  public let from: Day
  public let until: Day
  public let reason: String
}
