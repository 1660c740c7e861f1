import Booking
import Measures
import Statements

extension HouseholdBooks.AccountBook {
  /// The row of a security whose units are the difference between a count and what is derived: one that a statement does not
  /// have yet, though of its day, or one that is there twice.
  func row(explaining difference: UnitReconciliation.Difference, of security: Int) -> Discrepancy.Cause? {
    let count = difference.count
    guard let missing = Quantity.sum([count.quantity, -difference.derived]) else { return nil }
    func units(_ entry: BookedEntry) -> Quantity? {
      entry.security == security && entry.part != .income && entry.witness.kind != .split ? entry.witness.units : nil
    }
    func isDifference(_ units: Quantity, _ sought: Quantity) -> Bool {
      Quantity.sum([units, -sought]).map { $0.magnitude <= Quantity(steps: 100_000) } ?? false
    }
    let since = difference.previous?.adding(days: 1) ?? Day(number: .min)
    let unseen = entries.filter { entry in
      (since...max(since, count.day)).contains(entry.witness.day)
        && (units(entry).map { isDifference($0, -missing) } ?? false)
    }
    let twice = zip(unseen, unseen.dropFirst()).first { entry, next in
      next.cash == entry.cash && next.witness.day - entry.witness.day <= Clustering.tolerance
    }?.0
    let late = entries.first { entry in
      entry.witness.day == difference.previous && (units(entry).map { isDifference($0, missing) } ?? false)
    }
    guard let row = twice ?? unseen.last ?? late, let moved = units(row) else { return nil }
    return .row(day: row.witness.day, units: moved, isRepeated: twice != nil)
  }
}

extension LotEvent {
  /// Whether it counts units of which it tells no basis.
  var isCountWithoutBasis: Bool {
    if case .count(_, nil) = action { true } else { false }
  }
}
