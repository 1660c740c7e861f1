public import Diagnostics
public import Measures

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
  /// In the order of `reasons`; empty unless `Rebalancer.explaining` was asked.
  public var worths: [TradeWorth] = []
  public var prices: [RulePrice] = []
  public var doNotBuy: [PurchaseBan] = []
  public var waiting: [WaitingDate] = []
  /// How much more the best plan without wash sales costs; `nil` where this one has none, or nobody asked.
  public var avoidingWashSales: Money?
  /// Classes outside their bands after the trades, each in one sentence with what holds it there.
  public var stillOffTarget: [String] = []
  public var diagnostics: [Diagnostic] = []

  public var objective: Money { evaluation.parts.objective }
  public var gap: Money? { bound.map { objective - $0 } }
}
