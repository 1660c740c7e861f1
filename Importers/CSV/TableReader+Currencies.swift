import Diagnostics
import Measures
import Statements

/// A row of positions that names the currency of its figures.
struct PositionCurrency {
  let place: Int
  let index: Int
  let currency: String
  let row: Row
}

/// A row that states cash of its account.
struct StatedCash {
  let place: Int
  let amount: PrintedNumber
  let currency: String?
  let row: Row
}

/// A commission whose currency is printed beside it.
struct StatedCommission {
  let place: Int
  let index: Int
  let amount: PrintedNumber
  let currency: String
  let row: Row
}

/// What stands in which currency: settled when all rows are read, since they tell the file's own.
extension TableReader {
  mutating func settleCurrencies() {
    currency = currency ?? onlyCurrency
    settlePositions()
    settleCash()
    settleCommissions()
    closeBalances()
  }

  /// The currency of all that the file books, of all its positions, or else of all its cash, where each names the same.
  private var onlyCurrency: String? {
    let booked = statements.statements.lazy.flatMap(\.entries).filter { $0.effect.cash != nil }.map(\.currency)
    let all = [Set(booked), Set(positionCurrencies.map(\.currency)), Set(statedCash.map(\.currency))]
    return all.first { !$0.isEmpty }.flatMap { $0.count == 1 ? $0.first ?? nil : nil }
  }

  /// A position has no currency of its own: figures in another than the file's are left out.
  private mutating func settlePositions() {
    for position in positionCurrencies where position.currency != ownCurrency {
      statements.change(position.place) { statement in
        statement.positions[position.index].price = nil
        statement.positions[position.index].value = nil
        statement.positions[position.index].costBasis = nil
      }
      report(
        .warning, "csv-position-currency",
        "The row states its figures in \(position.currency), and the file's others are in \(ownCurrency)",
        position.row, .currency,
        remedy: "Only its units are taken; give its price with “hearth prices import”.")
    }
  }

  private mutating func settleCash() {
    for cash in statedCash {
      if let currency = cash.currency, currency != ownCurrency {
        reportForeign(cash.amount, currency, line: cash.row.line)
        skip(cash.row, "cash in \(currency)")
        continue
      }
      let before = statements.statements[cash.place].cash
      guard let sum = before.map({ $0.adding(cash.amount) }) ?? cash.amount else {
        doubtSum(cash.row, .value)
        skip(cash.row, "too many digits to be added up")
        continue
      }
      statements.change(cash.place) { statement in
        statement.cash = sum
        statement.cashLines.append(cash.row.line)
      }
      use(cash.row, as: .cash)
    }
  }

  /// A commission in the row's currency comes off its amount, where the table says so; one in another, as of a change of
  /// currencies, is told and not taken.
  private mutating func settleCommissions() {
    for commission in commissions {
      let entry = statements.statements[commission.place].entries[commission.index]
      let currency = entry.currency ?? ownCurrency
      guard commission.currency == currency else {
        report(
          .warning, "csv-foreign-commission",
          "The commission of \(commission.amount.magnitude) is in \(commission.currency), and the amount is in \(currency)",
          commission.row, .commission, remedy: "Only the amount is booked; record the commission by hand.")
        statements.change(commission.place) { $0.entries[commission.index].commission = nil }
        continue
      }
      guard commission.row.table.layout.amountExcludes.contains(.commission), entry.kind != .sweep else { continue }
      let cash = (entry.effect.cash ?? PrintedNumber(significand: 0, scale: 0)).adding(-commission.amount.magnitude)
      if cash == nil { doubtSum(commission.row, .commission) }
      statements.change(commission.place) { $0.entries[commission.index].effect.cash = cash }
    }
  }

  /// Notes the currency that a row of positions names.
  mutating func noteCurrency(of row: Row, at place: Int) {
    guard let code = currency(of: row, .currency) else { return }
    let index = statements.statements[place].positions.count - 1
    positionCurrencies.append(PositionCurrency(place: place, index: index, currency: code, row: row))
  }

  /// Notes a commission that names its currency, of the newest entry of a statement.
  mutating func noteCommission(of row: Row, at place: Int) {
    guard let amount = row.figure(.commission), !amount.isZero, let code = currency(of: row, .commissionCurrency)
    else { return }
    let index = statements.statements[place].entries.count - 1
    commissions.append(StatedCommission(place: place, index: index, amount: amount, currency: code, row: row))
  }

  /// The currency that a row names; what is none is complained about and counts as not said.
  mutating func currency(of row: Row, _ roles: ColumnRole...) -> String? {
    roles.lazy.compactMap { row.text($0) }.first.flatMap { currencyCode($0, line: row.line) }
  }
}
