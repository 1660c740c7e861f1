internal import GRDB
public import Measures
public import Performance
public import PortfolioModel

extension Ledger {
  /// Worth, flows and income of every account until a day. Nothing is invented: what has no price or no history says so.
  public func performance(
    asOf day: Day, household: Household, describedBy describe: @escaping (Security) -> Security = { $0 }
  ) throws -> HouseholdPerformance {
    let contents = try database.read { try LedgerContents($0, household: household) }
    var records = ReturnRecords(contents, household: household, asOf: day, describedBy: describe)
    let (accounts, total, matched) = records.made()
    return HouseholdPerformance(
      accounts: zip(records.books.accounts, accounts).map { book, record in
        var income: [Int: IncomeOfYear] = [:]
        for entry in book.entries { income[entry.witness.day.year, default: IncomeOfYear()].add(entry, records.prices) }
        return HouseholdPerformance.Account(
          id: book.id, record: record, income: income.filter { $0.value != IncomeOfYear() })
      }, total: total, matched: matched)
  }
}
