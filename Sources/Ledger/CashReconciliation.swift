import Measures
import PortfolioModel

/// Holds the cash that statements state against what transactions moved from one to the next.
///
/// Money-market positions are cash here, since brokers move money between both without a row, and state the same money as
/// both (OFX 13.9.2.7). A balance counts rows by their trade day or by their settlement, whichever fits.
struct CashReconciliation {
  struct Difference {
    let previous: Day
    let day: Day
    let file: String
    let stated: Money
    let derived: Money
  }

  private struct Balance {
    let day: Day
    let amount: Money
    let file: String
  }

  private(set) var checked = 0
  private(set) var differences: [Difference] = []

  init(_ book: HouseholdBooks.AccountBook, currency: String, names: SecurityNames, _ securities: SecurityBook) {
    let balances = Self.balances(of: book.history, currency: currency, isCash: names.isCash, securities)
    let movements = book.entries.compactMap { entry -> (traded: Day, settled: Day, amount: Money)? in
      guard !entry.isForeign else { return nil }
      var amount = entry.cash
      if names.isCash(entry.security), entry.part != .income, let units = entry.witness.units {
        amount += Money(units, at: Price(1)) ?? .zero  // Both are bounded.
      }
      if amount.isZero { return nil }
      return (entry.witness.day, max(entry.witness.day, entry.witness.settleDay ?? entry.witness.day), amount)
    }
    var start = 0
    for (last, next) in zip(balances, balances.dropFirst()) {
      // Trades settle within a few days.
      let reach = last.day.adding(days: -10)
      while start < movements.count, movements[start].traded < reach { start += 1 }
      var sums = [Int128](repeating: Int128(last.amount.steps), count: 4)
      for movement in movements[start...] {
        if movement.traded > next.day { break }
        for index in sums.indices {
          let begins = index & 1 == 0 ? movement.traded : movement.settled
          let ends = index & 2 == 0 ? movement.traded : movement.settled
          if begins > last.day, ends <= next.day { sums[index] += Int128(movement.amount.steps) }
        }
      }
      checked += 1
      if sums.contains(where: { ($0 - Int128(next.amount.steps)).magnitude <= 10_000 }) { continue }
      differences.append(
        Difference(
          previous: last.day, day: next.day, file: next.file, stated: next.amount,
          derived: Money(steps: Int64(clamping: sums[0]))))
    }
  }

  /// One balance for each day that states one, oldest first; of a day, the last file's.
  private static func balances(
    of history: AccountHistory, currency: String, isCash: (Int) -> Bool, _ securities: SecurityBook
  ) -> [Balance] {
    var found: [Day: Balance] = [:]
    for file in history.files {
      var days: [Day: (cash: Money?, sweep: Money)] = [:]
      for statement in file.statements where statement.currency == currency {
        guard let day = statement.stateDay else { continue }
        let sweep = statement.positions.filter { isCash(securities.number(of: $0.alias)) }
          .compactMap(\.value)
        guard let sweep = Money.sum(sweep), statement.cash != nil || !sweep.isZero else { continue }
        let isSame = statement.cash == sweep
        let known = days[day]
        let cash = statement.cash.map { [known?.cash ?? .zero, isSame ? .zero : $0] }
        guard let all = Money.sum([known?.sweep ?? .zero, sweep]) else { continue }
        days[day] = (cash.map { Money.sum($0) } ?? known?.cash, all)
      }
      for (day, part) in days {
        guard let amount = Money.sum([part.cash ?? .zero, part.sweep]) else { continue }
        found[day] = Balance(day: day, amount: amount, file: file.name)
      }
    }
    return found.values.sorted { $0.day < $1.day }
  }
}
