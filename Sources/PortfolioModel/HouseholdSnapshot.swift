public import Measures

/// Units of one security acquired on one day at one basis in one account.
public struct TaxLot: Sendable, Hashable {
  public let id: LotID
  public var quantity: Quantity
  /// Total basis; `nil` where no statement told it. It is never invented.
  public var basis: Money?
  /// The day from which the holding period counts; `nil` where no statement told it.
  public var acquired: Day?
  public var origin: LotOrigin

  public init(id: LotID, quantity: Quantity, basis: Money?, acquired: Day?, origin: LotOrigin = .purchase) {
    self.id = id
    self.quantity = quantity
    self.basis = basis
    self.acquired = acquired
    self.origin = origin
  }
}

/// The lots of one security in one account, with a price and its day.
public struct Holding: Sendable, Hashable {
  public let account: AccountID
  public let security: SecurityID
  public var lots: [TaxLot]
  /// `nil` where no statement printed one.
  public var price: Price?
  public var priceDay: Day?
  /// In base currency; quantity × price unless the statement's own value says otherwise.
  public var value: Money
  /// Its parts by a plan's kinds of money, where the plan prints them; they sum to the holding.
  public var sources: [HoldingSource] = []

  public init(
    account: AccountID, security: SecurityID, lots: [TaxLot], price: Price?, priceDay: Day?, value: Money
  ) {
    self.account = account
    self.security = security
    self.lots = lots
    self.price = price
    self.priceDay = priceDay
    self.value = value
  }

  public var quantity: Quantity { lots.reduce(.zero) { $0 + $1.quantity } }

  /// The basis of all lots; `nil` if any is unknown.
  public var basis: Money? {
    var sum = Money.zero
    for lot in lots {
      guard let basis = lot.basis else { return nil }
      sum = sum + basis
    }
    return sum
  }
}

/// Cash of one account, with the day of the statement that says so.
public struct CashHolding: Sendable, Hashable {
  public let account: AccountID
  public var amount: Money
  public var day: Day?
  public init(account: AccountID, amount: Money, day: Day?) {
    self.account = account
    self.amount = amount
    self.day = day
  }
}

/// A purchase or sale of the last 61 days, which the wash-sale rule looks at.
public struct RecentTrade: Sendable, Hashable {
  public enum Action: String, Sendable, Hashable, CaseIterable { case buy, sell }
  public let account: AccountID
  public let security: SecurityID
  public let day: Day
  public let action: Action
  public let quantity: Quantity
  /// Realised gain of a sale in a taxable account, where its basis is known; without what a wash sale disallows.
  public let gain: Money?
  /// The open lot that a purchase made, where it is still there.
  public let lot: LotID?

  public init(
    account: AccountID, security: SecurityID, day: Day, action: Action, quantity: Quantity, gain: Money?,
    lot: LotID?
  ) {
    self.account = account
    self.security = security
    self.day = day
    self.action = action
    self.quantity = quantity
    self.gain = gain
    self.lot = lot
  }
}

/// Gains realised in one account since the first of January, without the losses that wash sales disallow.
public struct RealisedGains: Sendable, Hashable {
  public let account: AccountID
  public var short: Money
  public var long: Money
  /// Whether a sale of this year had an unknown basis, so that the figures are too small.
  public var isIncomplete: Bool
  public init(account: AccountID, short: Money, long: Money, isIncomplete: Bool) {
    self.account = account
    self.short = short
    self.long = long
    self.isIncomplete = isIncomplete
  }
}

/// All holdings and cash of all accounts on one day, with what taxes need to know of the year so far.
public struct HouseholdSnapshot: Sendable {
  public let asOf: Day
  /// The household, completed with what only the ledger knows: accounts nobody has claimed (see `unassigned`) and
  /// securities that the household file does not describe.
  public var household: Household
  public var holdings: [Holding]
  public var cash: [CashHolding]
  /// The latest price known of securities that nobody holds, so that they may be bought.
  public var prices: [SecurityID: Price]
  public var recentTrades: [RecentTrade]
  public var realised: [RealisedGains]
  /// What sales of each security have brought of the long-term gains in `realised`.
  public var longGains: [AccountID: [SecurityID: Money]] = [:]
  /// Accounts of the ledger whose kind nobody has said: shown in every view, left out of proposals.
  public var unassigned: Set<AccountID>

  public init(asOf: Day, household: Household) {
    self.asOf = asOf
    self.household = household
    holdings = []
    cash = []
    prices = [:]
    recentTrades = []
    realised = []
    unassigned = []
  }

  public var total: Money {
    holdings.reduce(.zero) { $0 + $1.value } + cash.reduce(.zero) { $0 + $1.amount }
  }
}
