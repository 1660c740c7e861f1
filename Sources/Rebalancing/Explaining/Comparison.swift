public import Measures

/// Plans side by side, all priced by the rules of one household, and what coming nearer to its targets costs.
public struct Comparison: Sendable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Making no trade.
    case nothing
    /// Money that is there is placed; nothing is sold.
    case buyOnly
    /// No return's tax may rise.
    case noTax
    /// Every class into its band, for the least dollars.
    case withinBands
    /// What the policy's prices of drift call for.
    case proposal
    /// To the targets, whatever it costs.
    case target
    /// Every account to the household's targets by itself, knowing nothing of the others.
    case separate
    /// As near to the targets as the accounts come by themselves, for the least dollars.
    case asNearAsSeparate
    /// A point of the frontier.
    case frontier
  }

  public struct Plan: Sendable {
    public let kind: Kind
    public let trades: ProposedTrades
    public let tradeCount: Int
    /// By the household's own rules; losses of wash sales do not count.
    public let evaluation: Evaluation
    /// Half the sum of the distances from target, as a fraction of the household's value.
    public let offTarget: Weight
    /// Whether the search for it ended within the gap that was asked for.
    public let isProven: Bool
  }

  public let problem: RebalanceProblem
  public var plans: [Plan] = []
  /// From far to near; each is dearer than the one before, and none is beaten by another.
  public var frontier: [Plan] = []
  /// Whether the user stopped before all plans were found.
  public var wasStopped = false
}
