import Measures
import Statements

extension TableReader {
  /// Reinvestments beside which no row of income stands are income and purchase in one: no cash moves.
  ///
  /// Such a row stands beside its income where both are of one security and one amount, a few days apart.
  mutating func settleLoneReinvestments() {
    for (place, index) in loneReinvestments {
      let entries = statements.statements[place].entries
      guard let amount = entries[index].amount?.magnitude else { continue }
      let hasIncome = entries.contains { entry in
        entry.kind.isIncome && entry.security == entries[index].security && entry.amount?.magnitude == amount
          && abs(entry.day.number - entries[index].day.number) <= 5
      }
      if !hasIncome { statements.change(place) { $0.entries[index].effect.cash = nil } }
    }
  }
}

extension StatementEntry.Kind {
  fileprivate var isIncome: Bool {
    switch self {
    case .dividend, .interest, .gainShort, .gainLong, .income: true
    default: false
    }
  }
}
