import Booking
import Measures
import Statements

/// What came beside the stock of a reorganisation, and what that stock was worth.
struct Boot: Hashable {
  let cash: Money
  /// `nil` where nobody told a price of its day.
  let value: Money?
}

/// The two rows of a change of one security into another, or of old units into new ones, with the cash beside them.
struct ReorganisationRows {
  let old: BookedEntry
  let new: BookedEntry
  let boot: Boot?

  /// `nil` where a day's rows do not say which became which.
  ///
  /// - Parameters:
  ///   - rows: those of one day, the ones that only bring cash included.
  ///   - price: what a unit of a security was worth on a day.
  init?(_ rows: [BookedEntry], price: (_ security: Int, _ day: Day) -> Price?) {
    let moving = rows.filter(\.isReorganisation)
    let gone = moving.filter { $0.witness.units.map(\.isNegative) ?? false }
    let come = moving.filter { !($0.witness.units.map(\.isNegative) ?? true) }
    guard let old = gone.first, let new = come.first, gone.count == 1, come.count == 1 else { return nil }
    (self.old, self.new) = (old, new)
    guard let cash = Money.sum(rows.filter { $0.pays(in: old, or: new) }.map(\.cash)) else { return nil }
    if cash.isZero {
      boot = nil
      return
    }
    guard cash > .zero, !rows.contains(where: \.isForeign) else { return nil }
    let units = new.witness.units?.magnitude ?? .zero
    let told = new.witness.price ?? price(new.security, new.witness.day)
    boot = Boot(cash: cash, value: told.flatMap { $0.isZero ? nil : Money(units, at: $0.magnitude)?.bounded })
  }
}

extension BookedEntry {
  /// Whether the row is a side of a change of one security into another, or of old units into new ones.
  var isReorganisation: Bool {
    guard part == .whole, security != 0, let units = witness.units, !units.isZero else { return false }
    return witness.kind == .merger || witness.kind == .split
  }

  /// Whether the row only brings the cash of a merger.
  var isCashOfMerger: Bool {
    part == .whole && witness.kind == .merger && (witness.units ?? .zero).isZero && !cash.isZero
  }

  fileprivate func pays(in old: BookedEntry, or new: BookedEntry) -> Bool {
    isReorganisation || [0, old.security, new.security].contains(security)
  }
}
