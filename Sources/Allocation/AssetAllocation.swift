public import Measures
public import PortfolioModel

/// Where a household's money is on one day, looked through to the asset classes, against where it should be.
///
/// Every cent is somewhere: leaf classes and `unclassifiedValue` sum to `total`, and so do accounts, owners and treatments.
/// A security's value is divided among its classes by largest remainder, so no rounding is lost (see `apportioned(by:)`).
public struct AssetAllocation: Sendable, Hashable {
  public var asOf: Day
  public var view: AllocationView
  public var total: Money
  /// Classes that hold something or have a target, parents before children.
  public var classes: [ClassShare] = []
  public var accounts: [AccountShare] = []
  public var owners: [OwnerShare] = []
  public var treatments: [TreatmentShare] = []
  /// Holdings of which no class, or only a part, is known.
  public var unclassified: [UnclassifiedHolding] = []
  public var unclassifiedValue: Money = .zero
  /// Prices and cash older than the household tolerates, or without a day.
  public var stale: [StaleValue] = []

  public init(asOf: Day, view: AllocationView, total: Money) {
    self.asOf = asOf
    self.view = view
    self.total = total
  }

  /// Accounts whose kind nobody has said: counted here, left out of proposals.
  public var unassigned: [AccountShare] { accounts.filter(\.isUnassigned) }

  /// The classes that carry a target and a band: their values and the unclassified part sum to the total.
  public var targeted: [ClassShare] { classes.filter { $0.band != nil } }
}

/// One class of the tree with everything below it.
public struct ClassShare: Sendable, Hashable {
  public var id: AssetClassID
  public var name: String
  /// How many classes stand above it.
  public var depth: Int
  public var isLeaf: Bool
  public var value: Money
  /// Fraction of the household's value.
  public var weight: Weight
  /// Its own, or the sum of those below it; `nil` where only a class above it has one.
  public var target: Weight?
  /// Half-width as a fraction of the household's value, where the class itself is held to a target.
  public var band: Weight?

  public init(
    id: AssetClassID, name: String, depth: Int, isLeaf: Bool, value: Money, weight: Weight, target: Weight?,
    band: Weight?
  ) {
    self.id = id
    self.name = name
    self.depth = depth
    self.isLeaf = isLeaf
    self.value = value
    self.weight = weight
    self.target = target
    self.band = band
  }

  /// Actual minus target, as a fraction of the household's value.
  public var drift: Weight? { target.map { weight - $0 } }

  /// Actual minus target in percentage points: 82 % against 70 % is 12.
  public var driftPoints: Weight? { drift.map { Weight(steps: $0.steps * 100) } }

  /// Drift as a fraction of the target; `nil` for a target of zero.
  public var relativeDrift: Weight? {
    guard let drift, let target, !target.isZero else { return nil }
    return drift.scaled(by: Weight(1), over: target, rounding: .halfEven)
  }

  /// Whether the drift is smaller than the band's half-width; at the edge it is not, since a rule fires at "5 points or more".
  ///
  /// A band of no width tolerates exactly the target.
  public var isInBand: Bool? {
    guard let drift, let band else { return nil }
    return band.isZero ? drift.isZero : drift.magnitude < band
  }
}

public struct AccountShare: Sendable, Hashable {
  public var id: AccountID
  public var name: String
  public var kind: AccountKind?
  public var treatment: TaxTreatment?
  public var value: Money
  public var weight: Weight
  public var cash: Money
  public var isUnassigned: Bool
}

public struct OwnerShare: Sendable, Hashable {
  /// `nil` for what no member is said to own.
  public var id: MemberID?
  public var name: String
  public var value: Money
  public var weight: Weight
}

public struct TreatmentShare: Sendable, Hashable {
  /// `nil` for accounts whose kind nobody has said.
  public var treatment: TaxTreatment?
  public var value: Money
  public var weight: Weight
}

public struct UnclassifiedHolding: Sendable, Hashable {
  public var security: SecurityID
  public var name: String
  /// The part of its value that belongs to no known class.
  public var value: Money
  public var weight: Weight
}

public struct StaleValue: Sendable, Hashable {
  public var account: AccountID
  /// `nil` for the account's cash.
  public var security: SecurityID?
  public var value: Money
  /// The day of the price or of the statement; `nil` where none is known.
  public var day: Day?
  /// Days from `day` to the day of the allocation.
  public var age: Int?
}
