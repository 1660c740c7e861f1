internal import GRDB
import Measures
public import PortfolioModel
import Statements

extension Ledger {
  /// What came into each account in a year, counted once however many statements tell of it.
  ///
  /// A row counts where its words call it a contribution, a deferral or payroll, and not a rollover, a transfer or an exchange.
  /// The source of plan money, or the words, tell the employer's part. What statements call otherwise is not seen.
  public func contributions(in year: Int, household: Household) throws -> [AccountID: YearContributions] {
    try database.read { database in
      let contents = try LedgerContents(database, household: household)
      guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31) else {
        return [:]
      }
      var words: [Int: String] = [:]
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT id, source || ' ' || coalesce(source_401k, '') || ' ' || coalesce(memo, '')
          FROM witnesses WHERE day BETWEEN ? AND ? AND kind IN ('buy', 'cash', 'other', 'income')
          """, arguments: [first.number, last.number])
      while let row = try rows.next() { words[row[0]] = (row[1] as String).lowercased() }
      var found: [AccountID: YearContributions] = [:]
      for (account, history) in contents.histories {
        for entry in history.entries(until: last, currency: household.baseCurrency) where !entry.isForeign {
          guard let words = words[entry.witness.id], words.tellsOfContribution,
            let money = entry.witness.contributed
          else { continue }
          let part: WritableKeyPath<YearContributions, Money> = words.tellsOfEmployer ? \.employer : \.own
          let sum = Money.sum([found[account]?[keyPath: part] ?? .zero, money])?.bounded
          if let sum { found[account, default: YearContributions()][keyPath: part] = sum }
        }
      }
      return found
    }
  }
}

extension String {
  fileprivate var tellsOfContribution: Bool {
    ["contribution", "deferral", "payroll"].contains(where: contains)
      && !["rollover", "transfer", "exchange"].contains(where: contains)
  }

  fileprivate var tellsOfEmployer: Bool {
    ["employer", "match", "profitsharing", "profit sharing"].contains(where: contains)
  }
}

extension Witness {
  /// The money that came in; less than nothing where it went back.
  fileprivate var contributed: Money? {
    if kind != .buy, let cash, !cash.isZero { return cash }
    return kind == .buy ? tradedMoney : amount
  }
}
