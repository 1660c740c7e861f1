public import Measures

/// An instrument, with the facts that allocation and placement need.
public struct Security: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case stock, etf, fund, bond, option, cash, other
  }

  /// The name in the household: a ticker, else the plan's code or a word the user chose.
  public let id: SecurityID
  public var name: String
  public var kind: Kind
  /// Further names under which statements print it: `CUSIP:922908363`, `NAME:FID 500 INDEX`.
  public var aliases: [String]
  /// Weights over leaf classes, summing to at most one; empty where nobody said.
  public var exposure: [AssetClassID: Weight]
  public var expenseRatio: Rate
  /// Whether somebody said what it costs; else `expenseRatio` is zero, and a proposal says that it counts as free.
  public var isExpenseRatioKnown: Bool
  /// Yearly distributions as a fraction of value.
  public var yield: Rate
  /// The fraction of the yield that is qualified dividends.
  public var qualified: Weight
  /// The fraction of the yield that is free of federal tax.
  public var exempt: Weight
  /// Yearly tax withheld abroad as a fraction of value: lost in sheltered accounts (IRC 901 credits need a taxable holder).
  public var foreignTax: Rate
  /// Full bid-ask spread as a fraction of price; half is paid on each side.
  public var spread: Rate
  /// Securities of one group are substantially identical (IRC 1091); its own id where nothing else is said.
  public var group: String
  /// Whether its long-term gains are those of a collectible (IRC 408(m), 1(h)(5)): trusts that hold gold or silver.
  public var isCollectible: Bool
  /// Part of the proceeds that a fund keeps of shares sold within so many days of their purchase.
  public var redemptionFee: Rate = .zero
  public var redemptionDays: Int?
  /// Most that all securities of `issuer` may weigh in the household after a proposal.
  public var maximumWeight: Weight?
  /// Whose securities count together: its own id where nothing else is said.
  public var issuer: String
  /// Until the day before, nobody may sell or buy it: restricted stock, a blackout.
  public var restrictedUntil: Day?

  public init(id: SecurityID, name: String, kind: Kind) {
    self.id = id
    self.name = name
    self.kind = kind
    aliases = []
    exposure = [:]
    expenseRatio = .zero
    isExpenseRatioKnown = true
    yield = .zero
    qualified = .zero
    exempt = .zero
    foreignTax = .zero
    spread = .zero
    group = id.rawValue
    isCollectible = false
    issuer = id.rawValue
  }
}
