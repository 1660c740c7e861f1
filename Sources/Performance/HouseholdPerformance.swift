public import Measures
public import PortfolioModel

/// What each account and the whole household earned, as far as the ledger knows it.
public struct HouseholdPerformance: Sendable {
  public struct Account: Sendable {
    public let id: AccountID
    public let record: ReturnRecord
    /// What was received and paid, by year.
    public let income: [Int: IncomeOfYear]

    public init(id: AccountID, record: ReturnRecord, income: [Int: IncomeOfYear]) {
      self.id = id
      self.record = record
      self.income = income
    }
  }

  /// By name.
  public let accounts: [Account]
  public let total: ReturnRecord
  /// Cash that counts as moved between own accounts because the amounts are equal; nobody has said so.
  public let matched: [MatchedTransfer]

  public init(accounts: [Account], total: ReturnRecord, matched: [MatchedTransfer] = []) {
    self.accounts = accounts
    self.total = total
    self.matched = matched
  }

  /// Of all accounts, by year.
  public var income: [Int: IncomeOfYear] {
    accounts.reduce(into: [:]) { sum, account in sum.merge(account.income) { $0 + $1 } }
  }
}

/// Cash that left one account and the same amount that came into another within days.
public struct MatchedTransfer: Sendable, Hashable {
  public let from: AccountID
  public let to: AccountID
  public let left: Day
  public let arrived: Day
  public let amount: Money

  public init(from: AccountID, to: AccountID, left: Day, arrived: Day, amount: Money) {
    self.from = from
    self.to = to
    self.left = left
    self.arrived = arrived
    self.amount = amount
  }
}
