public import Measures
public import PortfolioModel

/// What a set of trades costs and where it leaves the household, recomputed from the rounded trades in exact arithmetic.
public struct Evaluation: Sendable {
  /// The objective, part by part, in dollars; each is a change against making no trade.
  public struct Parts: Sendable, Hashable {
    public var tax: Money = .zero
    public var carryValue: Money = .zero
    public var embedded: Money = .zero
    public var spread: Money = .zero
    public var commission: Money = .zero
    public var redemption: Money = .zero
    public var drift: Money = .zero
    public var location: Money = .zero
    public var nuisance: Money = .zero
    public init() {}
    public var cost: Money { spread + commission + redemption }
    /// Everything but the policy's own prices of drift and of a trade.
    public var dollars: Money { tax + carryValue + embedded + cost + location }
    public var objective: Money { tax + carryValue + embedded + cost + drift + location + nuisance }
  }

  /// How far the household is from its targets: half the sum of all distances, as a fraction of its value.
  public func misallocation(from assetClasses: [RebalanceProblem.AssetClass]) -> Weight {
    let sum = assetClasses.reduce(Weight.zero) { $0 + ((weightsAfter[$1.id] ?? .zero) - $1.target).magnitude }
    return Weight(steps: sum.steps / 2)
  }

  /// The tax side of one return: gains that the trades realise and that count, the change of each tax, and the losses
  /// carried out of the year.
  public struct ReturnDetail: Sendable, Hashable {
    public var short: Money = .zero
    public var long: Money = .zero
    /// The part of `long` that comes from collectibles.
    public var collectible: Money = .zero
    public var federal: Money = .zero
    public var netInvestmentIncomeTax: Money = .zero
    public var state: Money = .zero
    public var cliffs: Money = .zero
    public var carryShort: Money = .zero
    public var carryLong: Money = .zero
    public init() {}
    /// The change of all taxes.
    public var total: Money { federal + netInvestmentIncomeTax + state + cliffs }
  }

  /// A loss, or a part of one, that shares which replace those sold disallow.
  public struct WashSale: Sendable, Hashable {
    public let group: String
    public let account: AccountID
    public let security: SecurityID
    /// The lot that is sold.
    public let sale: LotID
    /// Of the lot.
    public let shares: Quantity
    public let disallowed: Money
    /// The lot that replaces it; where it is not listed, account, security and day.
    public let replacement: String
    public let replacementAccount: AccountID
    public let replacementSecurity: SecurityID
    /// The day on which the replacement was or will be bought.
    public let bought: Day
    /// The day from which the replacement counts as held (IRC 1223(3)), the loss being in its basis; `nil` where the loss is gone
    /// for good, since the replacement is in a sheltered account (Rev. Rul. 2008-5).
    public let heldSince: Day?
    public var isLost: Bool { heldSince == nil }
  }

  /// One broken rule in one sentence; empty where the trades are feasible.
  public var violations: [String] = []
  public var parts = Parts()
  /// The drift part of making no trade: what `parts.drift` is to be compared with.
  public var driftBefore: Money = .zero
  public var disallowedLoss: Money = .zero
  /// What disallows it, in the order of groups, lots and replacements; empty where the policy is not `match`.
  public var washes: [WashSale] = []
  public var returns: [TaxReturnID: ReturnDetail] = [:]
  /// What all gains of the year, those before the trades included, add to the taxes of all returns; and their sum.
  public var yearlyTax: Money = .zero
  public var yearlyGain: Money = .zero
  public var totalValue: Money = .zero
  public var weightsBefore: [AssetClassID: Weight] = [:]
  public var weightsAfter: [AssetClassID: Weight] = [:]
  public var cashAfter: [AccountID: Money] = [:]
  public init() {}
  public var isFeasible: Bool { violations.isEmpty }
}

extension Evaluation.Parts {
  public static func - (left: Self, right: Self) -> Self {
    var difference = Self()
    for part in [
      \Self.tax, \.carryValue, \.embedded, \.spread, \.commission, \.redemption, \.drift, \.location, \.nuisance,
    ] { difference[keyPath: part] = left[keyPath: part] - right[keyPath: part] }
    return difference
  }
}
