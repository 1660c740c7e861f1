public import Measures
public import PortfolioModel

/// An account that can give money for spending, and what the law takes of it now.
public struct WithdrawalSource: Sendable, Hashable {
  public enum Taxation: String, Sendable, Hashable, CaseIterable {
    /// Gains are taxed when something is sold for it.
    case gains
    /// Every dollar is ordinary income (IRC 72(e), 402(a), 408(d)(1)).
    case income
    /// No dollar is taxed: a qualified distribution (IRC 408A(d)), savings spent on care (IRC 223(f)(1)).
    case free
  }

  public let account: AccountID
  public let taxation: Taxation
  /// A tenth of each dollar is taken in addition: before 59½ (IRC 72(t)).
  public let isPenalised: Bool
  /// Most that is taxed so; more is not asked of it. `nil` for all that it holds.
  public let limit: Money?

  public init(account: AccountID, taxation: Taxation, isPenalised: Bool, limit: Money? = nil) {
    self.account = account
    self.taxation = taxation
    self.isPenalised = isPenalised
    self.limit = limit
  }

  /// IRC 72(t)(1).
  public static let penalty = Rate(steps: 100_000_000_000)
}

/// A question: so much cash, from these accounts, and no less than the law demands of some.
public struct WithdrawalQuestion: Sendable {
  public var amount: Money
  public var sources: [WithdrawalSource]
  /// What must leave an account this year (IRC 401(a)(9)).
  public var required: [AccountID: Money]
  /// Whether all accounts may trade besides.
  public var mayRebalance: Bool

  public init(
    amount: Money, sources: [WithdrawalSource], required: [AccountID: Money] = [:], mayRebalance: Bool = false
  ) {
    self.amount = amount
    self.sources = sources
    self.required = required
    self.mayRebalance = mayRebalance
  }
}

/// How much of a withdrawal each account gives, with its price.
public struct Withdrawal: Sendable {
  public let amounts: [AccountID: Money]
  /// The trades that raise the money. Cash before them is what is left once the money is taken, and may be less than nothing.
  public let proposal: Proposal
  /// What ordinary income and sales add to this year's tax, penalties included.
  public let taxNow: Money
  /// What the tax of later years falls by, at the rates that the household states.
  public let taxSavedLater: Money
  /// The policy's price of the whole: tax now and later, trading cost, drift.
  public let objective: Money
}
