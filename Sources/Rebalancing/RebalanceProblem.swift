public import Measures
public import Policy
public import PortfolioModel
public import Taxes

/// One household on one day, as the optimiser sees it: field for field the format `household-case/1`.
///
/// `canonical` sorts every list by id, so that the order of the input never changes a proposal.
public struct RebalanceProblem: Sendable, Equatable {
  public struct AssetClass: Sendable, Hashable {
    public var id: AssetClassID
    /// What people call it; its id where nobody said.
    public var name: String
    /// Fraction of household value.
    public var target: Weight
    /// Absolute half-width.
    public var band: Weight
    public init(id: AssetClassID, target: Weight, band: Weight) {
      self.id = id
      name = id.rawValue
      self.target = target
      self.band = band
    }
  }

  public struct Security: Sendable, Hashable {
    /// `fund` trades in fractions; the others in whole shares unless the account allows fractions.
    public enum Kind: String, Sendable, Hashable, CaseIterable { case etf, stock, fund }

    public var id: SecurityID
    public var kind: Kind
    public var price: Price
    public var classes: [AssetClassID: Weight] = [:]
    public var expenseRatio: Rate = .zero
    public var yield: Rate = .zero
    public var qualified: Weight = .zero
    public var exempt: Weight = .zero
    public var foreignTax: Rate = .zero
    public var spread: Rate = .zero
    public var group: String
    public var isBuyable: Bool = true
    /// Whether its long-term gains are those of a collectible, taxed up to 28 %: gold and silver trusts.
    public var isCollectible = false
    /// Most that all securities of one issuer may weigh after the trades, as a fraction of household value.
    public var maximumWeight: Weight?
    public var issuer: String
    /// Whether an account that averages does so for its lots; the format has no word for it and averages everything.
    public var allowsAverageBasis = true
    public init(id: SecurityID, kind: Kind, price: Price) {
      self.id = id
      self.kind = kind
      self.price = price
      group = id.rawValue
      issuer = id.rawValue
    }
  }

  public struct Account: Sendable, Hashable {
    public var id: AccountID
    /// What people call it; its id where nobody said.
    public var name: String
    public var owner: MemberID
    public var treatment: TaxTreatment
    public var taxReturn: TaxReturnID
    public var cash: Money
    public var cashReserve: Money = .zero
    /// What has left `cash` already, so that sales have to raise it.
    public var withdrawn: Money = .zero
    /// Most that trades may leave in cash, where an account is no place for it; `nil` for any amount.
    public var largestCash: Money?
    public var commission: Money = .zero
    public var allowsFractionalShares = false
    public var lotMethod: PortfolioModel.Account.LotMethod = .specific
    public var menu: [SecurityID]?
    public var neverBuy: [SecurityID] = []
    public var neverSell: [SecurityID] = []
    public var canTrade = true
    public var tradingLimit = TradingLimit()
    /// Weight of the account's dollars in the allocation: 1 in the pre-tax view.
    public var valueFactor: Weight = Weight(1)
    public init(
      id: AccountID, owner: MemberID, treatment: TaxTreatment, taxReturn: TaxReturnID, cash: Money
    ) {
      self.id = id
      name = id.rawValue
      self.owner = owner
      self.treatment = treatment
      self.taxReturn = taxReturn
      self.cash = cash
    }
  }

  public struct Lot: Sendable, Hashable {
    public var id: LotID
    public var account: AccountID
    public var security: SecurityID
    public var shares: Quantity
    /// Per share.
    public var basis: Price
    public var acquired: Day
    /// May not be sold.
    public var isHeld = false
    /// Fraction of proceeds.
    public var redemptionFee: Rate = .zero
    public init(
      id: LotID, account: AccountID, security: SecurityID, shares: Quantity, basis: Price, acquired: Day
    ) {
      self.id = id
      self.account = account
      self.security = security
      self.shares = shares
      self.basis = basis
      self.acquired = acquired
    }
  }

  public struct RecentTransaction: Sendable, Hashable {
    public var account: AccountID
    public var security: SecurityID
    public var day: Day
    public var action: RecentTrade.Action
    public var shares: Quantity
    public var gain: Money?
    public var lot: LotID?
    public init(
      account: AccountID, security: SecurityID, day: Day, action: RecentTrade.Action, shares: Quantity,
      gain: Money?, lot: LotID?
    ) {
      self.account = account
      self.security = security
      self.day = day
      self.action = action
      self.shares = shares
      self.gain = gain
      self.lot = lot
    }
  }

  public struct ScheduledBuy: Sendable, Hashable {
    public var account: AccountID
    public var security: SecurityID
    public var day: Day
    /// `nil` where nobody has said how many: then they replace whatever is sold at a loss.
    public var shares: Quantity?
    public init(account: AccountID, security: SecurityID, day: Day, shares: Quantity? = nil) {
      self.account = account
      self.security = security
      self.day = day
      self.shares = shares
    }
  }

  public var name: String
  public var asOf: Day
  public var settings: PlacementSettings
  public var forbidsRoundTrips = true
  /// Whether the lots carry already what recorded wash sales did to them, so that no share is used by a recorded loss alone.
  public var recordedLossesAreMatched = false
  /// Whole shares per lot, not only per position.
  public var requiresWholeSharesPerLot = false
  /// Cap on half the L1 distance from target, as a fraction of value.
  public var maximumMisallocation: Weight?
  public var cashClass: AssetClassID
  public var taxReturns: [TaxReturnProfile] = []
  public var assetClasses: [AssetClass] = []
  public var securities: [Security] = []
  public var accounts: [Account] = []
  public var lots: [Lot] = []
  public var recentTransactions: [RecentTransaction] = []
  public var scheduledBuys: [ScheduledBuy] = []

  public init(name: String, asOf: Day, settings: PlacementSettings, cashClass: AssetClassID) {
    self.name = name
    self.asOf = asOf
    self.settings = settings
    self.cashClass = cashClass
  }
}

extension RebalanceProblem.Account {
  /// The lot method for a security: what may not be averaged goes by first in, first out.
  func lotMethod(for security: RebalanceProblem.Security?) -> PortfolioModel.Account.LotMethod {
    lotMethod == .average && security?.allowsAverageBasis == false ? .fifo : lotMethod
  }
}

extension RebalanceProblem {
  /// What an account's trading limit allows on the day of the proposal.
  func tradingState(of account: Account) -> TradingLimit.State {
    guard !account.tradingLimit.isNone else { return .free }
    let sales = recentTransactions.filter { $0.account == account.id && $0.action == .sell }
    return account.tradingLimit.state(on: asOf, after: sales.map(\.day))
  }

  /// The issuers whose weight is capped, each with its cap: the smallest that one of its securities states.
  var issuerCaps: [(issuer: String, cap: Weight)] {
    let capped = securities.compactMap { security in security.maximumWeight.map { (security.issuer, $0) } }
    return Dictionary(capped, uniquingKeysWith: min).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
