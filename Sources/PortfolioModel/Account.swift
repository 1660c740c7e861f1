public import Measures

/// One custodial account, with what may be done in it.
public struct Account: Sendable, Hashable {
  public struct Ownership: Sendable, Hashable {
    public let member: MemberID
    public let share: Weight
    public init(member: MemberID, share: Weight) {
      self.member = member
      self.share = share
    }
  }

  /// Which lots a sale takes when the sale itself does not name them (Reg. 1.1012-1(c), (e)).
  public enum LotMethod: String, Sendable, Hashable, CaseIterable {
    case specific, fifo, average
  }

  public let id: AccountID
  public var name: String
  public var institution: String?
  /// The numbers, masks and former numbers that statements print for it.
  public var numbers: [String]
  public var kind: AccountKind
  public var treatment: TaxTreatment
  /// Shares sum to one.
  public var owners: [Ownership]
  public var taxReturn: TaxReturnID?
  /// What may be bought; `nil` for everything that the household knows.
  public var menu: [SecurityID]?
  public var neverBuy: [SecurityID]
  public var neverSell: [SecurityID]
  public var canTrade: Bool
  public var cashReserve: Money
  /// Per trade.
  public var commission: Money
  public var allowsFractionalShares: Bool
  public var lotMethods: LotMethodHistory
  /// What its broker tells the tax office of sales; `nil` for what the law demands of each lot.
  public var brokerReport: BrokerReport?
  /// What of a Roth IRA was paid in and has not been taken out; `nil` where nobody has said.
  public var rothBasis: Money?
  /// How often money may move.
  public var tradingLimit = TradingLimit()

  public init(
    id: AccountID, name: String, kind: AccountKind, treatment: TaxTreatment, owners: [Ownership] = []
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.treatment = treatment
    self.owners = owners
    numbers = []
    neverBuy = []
    neverSell = []
    canTrade = true
    cashReserve = .zero
    commission = .zero
    allowsFractionalShares = false
    lotMethods = LotMethodHistory(.specific)
  }
}

extension Account {
  /// The method that is in force last.
  public var lotMethod: LotMethod {
    get { lotMethods.latest }
    set { lotMethods.latest = newValue }
  }

  /// The lot methods for a security of a kind: what may not be averaged goes by first in, first out.
  public func lotMethods(for kind: Security.Kind) -> LotMethodHistory {
    kind.allowsAverageBasis ? lotMethods : lotMethods.mapped { $0 == .average ? .fifo : $0 }
  }
}

extension Security.Kind {
  /// Whether lots may share one average basis: shares of regulated investment companies alone (Reg. 1.1012-1(e)(1)).
  ///
  /// That holds for mutual funds and nearly every ETF; what nobody has described is as the account says.
  public var allowsAverageBasis: Bool {
    switch self {
    case .fund, .etf, .cash, .other: true
    case .stock, .bond, .option: false
    }
  }
}
