public import Allocation
public import Measures
public import PortfolioModel

/// What the household wants: targets with bands, and how it weighs drift against dollars.
public struct InvestmentPolicy: Sendable, Hashable {
  public var targets: [Target]
  /// Every set of targets that the household has had or plans to have, oldest first; `inForce(on:)` chooses among them.
  public var history: [DatedTargets] = []
  /// For targets that state no band of their own, and for classes without a target, which want nothing.
  ///
  /// Five points or a quarter of the target, whichever is narrower: the common "5/25" rule (L. Swedroe).
  public var band: Band = Band(absolute: Weight(steps: 50_000_000_000), relative: Weight(steps: 250_000_000_000))
  public var trigger: RebalanceTrigger = .threshold
  /// How far a rebalancing goes.
  public var destination: Destination = .target
  /// From when the targets hold, and when somebody last confirmed them.
  public var effective: Day?
  public var reviewed: Day?
  /// The household's own path from stocks to bonds, shown beside the published ones.
  public var glidePath: GlidePath?
  public var goals: [Goal] = []
  /// What moves with a signal, in the tactical plan alone.
  public var tilt: TacticalTilt?
  /// The accounts that rebalance themselves.
  public var automatic: [AccountID: AutomaticRebalancing] = [:]
  public var placement: PlacementSettings
  /// Prices older than this many days count as stale.
  public var staleAfterDays: Int

  public init(targets: [Target], placement: PlacementSettings = PlacementSettings()) {
    self.targets = targets
    self.placement = placement
    staleAfterDays = 7
  }
}

extension InvestmentPolicy {
  /// Where the household's money is against these targets.
  public func allocation(of snapshot: HouseholdSnapshot, view: AllocationView = .preTax) -> AssetAllocation {
    AssetAllocation(of: snapshot, targets: targets, band: band, staleAfterDays: staleAfterDays, view: view)
  }
}

/// How a placement weighs what is not a dollar by itself. The fields are `settings` of the format `household-case/1`.
public struct PlacementSettings: Sendable, Hashable {
  public enum WashSalePolicy: String, Sendable, Hashable, CaseIterable {
    /// No loss sale that the wash-sale rule touches.
    case forbid
    /// Such a sale may be made; its loss counts zero and its basis as lost.
    case price
    /// The law: the loss of as many shares as were replaced counts zero, and goes into the basis of a taxable replacement.
    case match
  }

  /// Smallest dollar amount of one trade.
  public var minimumTrade: Money = Money(250)
  /// Objective dollars for each trade: the price of the user's attention, not a cash cost.
  public var nuisance: Money = Money(5)
  /// Present-value factor that turns yearly holding cost into dollars today.
  public var annuity: Weight = Weight(8)
  /// Objective dollars per dollar of class deviation inside the band, and for the part beyond it.
  /// High enough that a class is not kept small for what it costs to hold; what a gain costs may still be more.
  public var driftInside: Rate = Rate(steps: 20_000_000_000)
  public var driftOutside: Rate = Rate(steps: 60_000_000_000)
  /// Days before and after a loss sale that the wash-sale rule covers (IRC 1091(a)).
  public var washDays: Int = 30
  /// Yearly yield of cash.
  public var cashYield: Rate = .zero
  public var maximumTrades: Int?
  public var washSalePolicy: WashSalePolicy = .price
  /// Whether a lot may be sold at a gain before it is long-term.
  public var realisesShortGains = true
  /// Most that all gains of the year, those until now included, may add to the household's taxes.
  public var yearlyTaxBudget: Money?
  /// Most that all returns together may realise in the year, gains less losses, before carryovers.
  public var yearlyGainBudget: Money?
  public init() {}
}
