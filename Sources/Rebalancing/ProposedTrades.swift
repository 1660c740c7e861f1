public import Measures
public import PortfolioModel

/// The trades of one proposal: sales by lot, purchases by position.
public struct ProposedTrades: Sendable, Hashable {
  public struct Sale: Sendable, Hashable {
    public var account: AccountID
    public var security: SecurityID
    /// `nil` in sheltered accounts, where lots have no tax meaning.
    public var lot: LotID?
    public var shares: Quantity
    public init(account: AccountID, security: SecurityID, lot: LotID?, shares: Quantity) {
      self.account = account
      self.security = security
      self.lot = lot
      self.shares = shares
    }
  }

  public struct Purchase: Sendable, Hashable {
    public var account: AccountID
    public var security: SecurityID
    public var shares: Quantity
    public init(account: AccountID, security: SecurityID, shares: Quantity) {
      self.account = account
      self.security = security
      self.shares = shares
    }
  }

  public var sales: [Sale]
  public var purchases: [Purchase]
  public init(sales: [Sale] = [], purchases: [Purchase] = []) {
    self.sales = sales
    self.purchases = purchases
  }
}

extension ProposedTrades {
  /// Trades as the rules count them: account, security and side.
  public var count: Int {
    Set(sales.map { PositionKey(account: $0.account, security: $0.security) }).count + purchases.count
  }
}
