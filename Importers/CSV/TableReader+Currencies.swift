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

extension TableReader {
  /// The currency in which all figures of the file stand, where each row that tells one names the same; else those in another
  /// than the file's are left out, since a position has no currency of its own.
  mutating func settlePositionCurrencies() {
    let named = Set(positionCurrencies.map(\.currency))
    if currency == nil, named.count == 1 { currency = named.first }
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

  /// Notes the currency that a row of positions names.
  mutating func noteCurrency(of row: Row, at place: Int) {
    guard let printed = row.text(.currency), let code = currencyCode(printed, line: row.line) else { return }
    let index = statements.statements[place].positions.count - 1
    positionCurrencies.append(PositionCurrency(place: place, index: index, currency: code, row: row))
  }
}
