import Diagnostics
import Measures
import Statements

/// The balance of a statement's cash after a row, in the row's currency or the file's.
struct StatedBalance {
  let place: Int
  let currency: String?
  let point: RunningBalance.Point
}

extension TableReader {
  private struct Purse: Hashable {
    let place: Int
    let currency: String
  }

  /// Notes the balance that a row states, whether the row moves anything or not; each currency has its own.
  mutating func noteBalance(_ row: Row, change: PrintedNumber?, on day: Day) {
    guard let balance = row.figure(.balance) else { return }
    let currency = currency(of: row, .balanceCurrency, .currency)
    let point = RunningBalance.Point(balance: balance, change: change, day: day)
    balances.append(StatedBalance(place: statement(of: row), currency: currency, point: point))
  }

  mutating func closeBalances() {
    var running: [Purse: RunningBalance] = [:]
    for balance in balances {
      let purse = Purse(place: balance.place, currency: balance.currency ?? ownCurrency)
      running[purse, default: RunningBalance()].note(balance.point)
    }
    for (purse, balance) in running.sorted(by: { ($0.key.place, $0.key.currency) < ($1.key.place, $1.key.currency) }) {
      guard let closing = balance.closing else {
        doubtBalance(of: statements.statements[purse.place].account, balance)
        continue
      }
      guard purse.currency == ownCurrency else {
        if !closing.balance.isZero { reportForeign(closing.balance, purse.currency) }
        continue
      }
      statements.change(purse.place) { [asOf] statement in
        statement.cash = closing.balance
        statement.asOf = statement.asOf ?? asOf ?? closing.day
      }
    }
  }

  /// The cash that a line states is the account's where the file has only one.
  mutating func takeCash() {
    guard let cash else { return }
    guard statements.statements.count == 1, let statement = statements.statements.first else {
      return doubtCash(cash, statements.statements.isEmpty ? "no account" : "no one of its accounts")
    }
    guard statement.cash == nil else { return }
    guard let day = statement.asOf ?? asOf ?? statement.to else { return doubtCash(cash, "no day") }
    statements.change(0) { statement in
      statement.cash = cash
      statement.asOf = day
    }
  }

  private mutating func doubtCash(_ cash: PrintedNumber, _ lack: String) {
    report(
      .warning, "csv-cash-unplaced", "The file states cash of \(cash), and \(lack) that it is of",
      remedy: "It is not taken; write it down with “hearth record cash”.")
  }

  private mutating func doubtBalance(of account: PrintedAccount, _ balance: RunningBalance) {
    let name = account.number.isEmpty ? "the account" : account.number
    let day = balance.newestDay.map { " of \($0)" } ?? ""
    report(
      .warning, "csv-balance-unclear",
      "The balances of \(name) do not tell which of its rows\(day) is the newest",
      remedy: "No balance is taken; download a longer period.")
  }

  mutating func reportForeign(_ balance: PrintedNumber, _ currency: String, line: Int? = nil) {
    report(
      .warning, "csv-balance-currency",
      "The file also states a balance of \(balance) \(currency), which a statement in \(ownCurrency) does not hold",
      line: line,
      remedy: "Cash in \(currency) is what its transactions add up to; compare the sum with the broker's.")
  }
}
