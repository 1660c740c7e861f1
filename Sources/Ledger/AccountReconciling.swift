import Booking
import Diagnostics
import Measures
import PortfolioModel

/// Holds what one account's statements say against its transactions: units, cash and values.
struct AccountReconciling {
  private let book: HouseholdBooks.AccountBook
  private let names: SecurityNames
  /// Whether basis matters: not in sheltered accounts, nor where nobody said what kind an account is.
  private let isTaxable: Bool
  private(set) var reconciliation = Reconciliation()

  init(
    _ book: HouseholdBooks.AccountBook, household: Household, names: SecurityNames, securities: SecurityBook
  ) {
    self.book = book
    self.names = names
    isTaxable = household.accounts.first { $0.id == book.id }?.treatment == .taxable
    let counted = Set(book.lists.flatMap(\.stated.keys)).union(book.positions.events.keys)
    let cash = CashReconciliation(book, currency: household.baseCurrency, names: names, securities)
    let unbalanced = Set(cash.differences.map(\.day))
    for (security, number) in names.sorted(counted) where !names.isCash(number) {
      reconcileUnits(security, number, unbalanced: unbalanced)
    }
    reconcileCash(cash)
    reconcileValues(securities)
    if isTaxable {
      reportTransfers()
      for (security, number) in names.sorted(counted) where !names.isCash(number) { reportUntold(security, number) }
      reconcileDisallowed(securities)
    }
  }

  /// Where a broker's file of realised lots speaks of a sale, its disallowed loss beside ours.
  private mutating func reconcileDisallowed(_ securities: SecurityBook) {
    let ours = book.disallowed
    for (sale, stated) in book.history.disallowedByBroker(securities).sorted(by: { $0.key < $1.key }) {
      let derived = ours[sale] ?? .zero
      reconciliation.checked += 1
      if (derived - stated.amount).magnitude <= Money(steps: 50_000) { continue }
      add(
        .disallowed(stated: stated.amount, derived: derived), security: names.ids[sale.security], day: sale.day,
        at: stated.place)
    }
  }

  /// What only lists of positions show, none of them with a basis.
  private mutating func reportUntold(_ security: SecurityID, _ number: Int) {
    guard let events = book.positions.events[number], events.allSatisfy(\.isCountWithoutBasis),
      book.lists.last(where: { $0.counts(number) })?.stated[number]?.quantity.isZero == false,
      let list = book.lists.first(where: { $0.stated[number] != nil }), let stated = list.stated[number]
    else { return }
    add(.history(units: stated.quantity.magnitude), security: security, day: list.day, at: stated.place)
  }

  /// Units that came without basis, and that nothing has told it of since.
  private mutating func reportTransfers() {
    for entry in book.entries where entry.isTransfer {
      guard let units = entry.witness.units, !units.isNegative, let position = book.books[entry.security] else {
        continue
      }
      reconciliation.checked += 1
      let id = entry.witness.id
      let isOpen = position.lots.contains { $0.source == id && $0.basis == nil }
      let isSold = position.realised.contains { $0.lot == id && $0.basis == nil }
      guard isOpen || isSold else { continue }
      add(.transfer(units: units), security: names.ids[entry.security], day: entry.witness.day, at: nil)
    }
  }

  private mutating func add(
    _ subject: Discrepancy.Subject, severity: Diagnostic.Severity = .warning, security: SecurityID? = nil, day: Day,
    at place: SourceLocation?
  ) {
    reconciliation.discrepancies.append(
      Discrepancy(subject, severity: severity, account: book.id, security: security, day: day, place: place))
  }

  /// - Parameter unbalanced: the days on which cash differs too: what moved it was no split.
  private mutating func reconcileUnits(_ security: SecurityID, _ number: Int, unbalanced: Set<Day>) {
    let counts = book.lists.filter { $0.counts(number) }.map { list in
      let stated = list.stated[number]
      return UnitReconciliation.Count(
        day: list.day, quantity: stated?.quantity ?? .zero,
        place: stated.map(\.place) ?? SourceLocation(file: list.file))
    }
    let units = UnitReconciliation(events: book.positions.events[number] ?? [], counts: counts)
    reconciliation.checked += units.checked
    for difference in units.differences {
      report(difference, of: security, number, mayBeSplit: !unbalanced.contains(difference.count.day))
    }
  }

  private mutating func report(
    _ difference: UnitReconciliation.Difference, of security: SecurityID, _ number: Int, mayBeSplit: Bool
  ) {
    let count = difference.count
    if difference.previous == nil, let first = difference.firstEvent, count.quantity > difference.derived,
      let missing = Quantity.sum([count.quantity, -difference.derived])
    {
      add(
        .history(units: missing), severity: isTaxable ? .warning : .note, security: security, day: first,
        at: count.place)
      return
    }
    let from = (difference.previous ?? difference.firstEvent ?? count.day).adding(days: 1)
    let uncovered = book.history.uncovered(from: from, to: count.day)
    let gap = uncovered.map { Discrepancy.Cause.uncovered(from: $0.from, to: $0.to) }
    let isUnlisted = uncovered?.isWhole ?? false
    let split =
      mayBeSplit && !isUnlisted ? Discrepancy.Cause.split(from: difference.derived, to: count.quantity) : nil
    add(
      .units(
        stated: count.quantity, derived: difference.derived,
        cause: book.row(explaining: difference, of: number) ?? split ?? gap ?? .unknown),
      severity: isUnlisted ? .note : .warning, security: security, day: count.day, at: count.place)
  }

  private mutating func reconcileCash(_ cash: CashReconciliation) {
    reconciliation.checked += cash.checked
    for difference in cash.differences {
      let uncovered = book.history.uncovered(from: difference.previous.adding(days: 1), to: difference.day)
      // Where no transactions are known at all, cash proves nothing.
      if uncovered?.isWhole ?? false { continue }
      add(
        .cash(stated: difference.stated, derived: difference.derived), severity: uncovered == nil ? .warning : .note,
        day: difference.day, at: SourceLocation(file: difference.file))
    }
  }

  private mutating func reconcileValues(_ securities: SecurityBook) {
    for file in book.history.files {
      for statement in file.statements {
        guard let day = statement.stateDay else { continue }
        for position in statement.positions {
          guard let value = position.value, let explained = position.explainedValues else { continue }
          reconciliation.checked += 1
          if explained.contains(where: { $0.isNear(value, of: position.quantity ?? .zero) }) { continue }
          add(
            .value(stated: value, derived: explained[0]), severity: .note,
            security: names.ids[securities.number(of: position.alias)], day: day,
            at: SourceLocation(file: file.name, line: position.line))
        }
      }
    }
  }
}

extension StatedPosition {
  /// Units × price, and what it is where the price is per hundred of par or per share of a contract of a hundred.
  fileprivate var explainedValues: [Money]? {
    guard let units, let price, let plain = Money(units, at: price)?.bounded,
      let hundredth = plain.scaled(by: Money(1), over: Money(100), rounding: .halfEven),
      let hundredfold = plain.scaled(by: Money(100), over: Money(1), rounding: .halfEven)
    else { return nil }
    return [plain, hundredth, hundredfold]
  }
}

extension Money {
  /// Prices are printed to the cent: half of one for each unit, and a cent for the value itself.
  fileprivate func isNear(_ value: Money, of units: Quantity) -> Bool {
    let slack = Money(units.magnitude, at: Price(steps: 50_000_000)) ?? .zero
    return (magnitude - value.magnitude).magnitude <= slack + Money(steps: 10_000)
  }
}
