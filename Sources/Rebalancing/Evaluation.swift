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

  /// One broken rule in one sentence; empty where the trades are feasible.
  public var violations: [String] = []
  public var parts = Parts()
  /// The drift part of making no trade: what `parts.drift` is to be compared with.
  public var driftBefore: Money = .zero
  public var disallowedLoss: Money = .zero
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
