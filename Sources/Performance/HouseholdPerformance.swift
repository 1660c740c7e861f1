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

  public init(accounts: [Account], total: ReturnRecord) {
    self.accounts = accounts
    self.total = total
  }

  /// Of all accounts, by year.
  public var income: [Int: IncomeOfYear] {
    accounts.reduce(into: [:]) { sum, account in sum.merge(account.income) { $0 + $1 } }
  }
}
