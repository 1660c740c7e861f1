import Measures
import Statements

extension TableReader {
  /// Reinvestments beside which no row of income stands are income and purchase in one: no cash moves.
  ///
  /// Such a row stands beside its income where both are of one security and one amount, a few days apart.
  mutating func settleLoneReinvestments() {
    guard !loneReinvestments.isEmpty else { return }
    var incomes: Set<Income> = []
    for place in Set(loneReinvestments.map(\.place)) {
      for entry in statements.statements[place].entries where entry.kind.isIncome {
        if let income = Income(entry, at: place) { incomes.insert(income) }
      }
    }
    for (place, index) in loneReinvestments {
      guard let wanted = Income(statements.statements[place].entries[index], at: place) else { continue }
      let hasIncome = (-5...5).contains { incomes.contains(wanted.moved(days: $0)) }
      if !hasIncome { statements.change(place) { $0.entries[index].effect.cash = nil } }
    }
  }
}

/// What makes a row of income the one that a reinvestment spends.
private struct Income: Hashable {
  let place: Int
  let security: SecurityReference?
  let amount: PrintedNumber
  var day: Int

  init?(_ entry: StatementEntry, at place: Int) {
    guard let amount = entry.amount?.magnitude else { return nil }
    (self.place, security, self.amount, day) = (place, entry.security, amount, Int(entry.day.number))
  }

  func moved(days: Int) -> Income {
    var income = self
    income.day += days
    return income
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
