import Diagnostics
import Measures
import Statements

extension TableReader {
  /// What an entry does to the account: signs by the rule, else by the table, else by the kind.
  mutating func effect(
    of entry: StatementEntry, _ row: Row, _ rule: ActionRule?, movesUnits: Bool
  ) -> StatementEntry.Effect {
    let table = row.table.layout
    if entry.kind == .sweep { return .init() }
    // Units of a sweep vehicle are cash.
    if entry.kind == .cash, rule?.kindOfCore == .cash, let units = entry.units, row.matches(table.core) {
      return .init(cash: units)
    }
    let unitsSign = rule?.units ?? table.unitsSign
    let cashSign = rule?.cash ?? table.amountSign
    let statesValue = (movesUnits && entry.kind.movesUnitsUnpaid) || row.says(table.notCash)
    let isCash = rule?.cash != nil || !statesValue
    var cash = cashSign.change(entry.amount, direction: rule?.cash == nil ? entry.kind.cashDirection : nil)
    for cost in table.amountExcludes {
      guard let figure = row.figure(cost), !figure.isZero else { continue }
      // A commission with a currency of its own is settled with the currencies.
      if cost == .commission, row.text(.commissionCurrency).flatMap(Statements.currencyCode) != nil { continue }
      let before = cash
      cash = before.map { $0.adding(-figure.magnitude) } ?? -figure.magnitude
      if cash == nil { doubtSum(row, cost) }
    }
    return .init(
      units: unitsSign.change(entry.units, direction: rule?.units == nil ? entry.kind.unitsDirection : nil),
      cash: isCash ? cash : nil)
  }

  /// A purchase or sale without a security changes one currency into another; the row states one side of it.
  mutating func becomeExchange(_ entry: inout StatementEntry, _ row: Row) {
    entry.kind = .cash
    entry.effect.units = nil
    report(
      .warning, "csv-no-security", "The row trades \(entry.units?.description ?? "units") and names no security", row,
      .units,
      remedy: "It is read as a change of currency, of which only the amount is booked; record the other side by hand.")
  }

  /// Tells of units that come or go without a name.
  mutating func doubtSecurity(_ row: Row, _ entry: StatementEntry) {
    report(
      .warning, "csv-no-security",
      "The row moves \(entry.effect.units?.description ?? "some") units and names no security", row, .units,
      remedy: "No lots are changed by it; write the event down with “hearth record”.")
  }
}

extension StatementEntry.Kind {
  /// Whether units move without being paid for, so that an amount beside them is their value.
  fileprivate var movesUnitsUnpaid: Bool {
    switch self {
    case .transferIn, .transferOut, .journal, .spinOff: true
    default: false
    }
  }
}
