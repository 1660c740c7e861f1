import Diagnostics
import Measures
import Statements

/// The balance of one statement in one currency.
struct StatedBalance: Hashable {
  let place: Int
  let currency: String
}

extension TableReader {
  /// Notes the balance that a row states, whether the row moves anything or not; each currency has its own.
  mutating func noteBalance(_ row: Row, change: PrintedNumber?, on day: Day) {
    guard let balance = row.figure(.balance) else { return }
    let printed = row.text(.balanceCurrency) ?? row.text(.currency)
    let currency = printed.flatMap { currencyCode($0, line: row.line) } ?? ownCurrency
    let key = StatedBalance(place: statement(of: row), currency: currency)
    balances[key, default: RunningBalance()].note(balance, change: change, on: day)
  }

  mutating func closeBalances() {
    let asOf = asOf
    for (key, balance) in balances.sorted(by: { ($0.key.place, $0.key.currency) < ($1.key.place, $1.key.currency) }) {
      guard let closing = balance.closing else {
        report(
          .warning, "csv-balance-unclear",
          "All rows are of one day, and their balances do not tell which of them is the newest",
          remedy: "No balance is taken; download a longer period.")
        continue
      }
      guard key.currency == ownCurrency else {
        if !closing.balance.isZero { reportForeign(closing.balance, key.currency) }
        continue
      }
      statements.change(key.place) { statement in
        statement.cash = closing.balance
        statement.asOf = statement.asOf ?? asOf ?? closing.day
      }
    }
  }

  /// The cash that a line states is the account's where the file has only one.
  mutating func takeCash() {
    guard let cash, statements.statements.count == 1 else { return }
    let day = asOf ?? to
    statements.change(0) { statement in
      guard statement.cash == nil, let day = statement.asOf ?? day else { return }
      statement.cash = cash
      statement.asOf = day
    }
  }

  mutating func reportForeign(_ balance: PrintedNumber, _ currency: String) {
    report(
      .warning, "csv-balance-currency",
      "The file also states a balance of \(balance) \(currency), which a statement in \(ownCurrency) does not hold",
      remedy: "Cash in \(currency) is what its transactions add up to; compare the sum with the broker's.")
  }
}
