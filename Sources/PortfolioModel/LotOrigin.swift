public import Measures

/// How units came to their holder; what was not bought has rules of its own for basis and holding period.
public enum LotOrigin: Sendable, Hashable {
  case purchase
  /// Given while they were worth less than the giver's basis: `value` is what all of them were worth on the day.
  ///
  /// Then there are two bases (IRC 1015(a); Reg. 1.1015-1(a)(2)): the giver's counts for a gain, the value for a loss, and a sale
  /// between the two is neither. The giver's holding period goes along only with the giver's basis (IRC 1223(2)).
  case gift(on: Day, value: Money)
  /// Of somebody who died: the basis is the value on the day of death (IRC 1014), and it is always long-term (IRC 1223(9)).
  case inheritance

  /// The basis and the first day of the holding period that count where the units bring `proceeds`.
  public func taxed(basis: Money?, acquired: Day?, for proceeds: Money?) -> (basis: Money?, acquired: Day?) {
    guard case .gift(let day, let value) = self, let given = basis, let proceeds, proceeds < given, value < given
    else { return (basis, acquired) }
    return proceeds < value ? (value, day) : (proceeds, acquired)
  }

  /// The day on which the units came, where that is not the day from which they count as held.
  public var received: Day? {
    if case .gift(let day, _) = self { day } else { nil }
  }
}

extension TaxLot {
  /// The lot with the basis and the day that count where it is sold for `proceeds`; what was inherited is long-term at once.
  public func taxed(for proceeds: Money?) -> TaxLot {
    var lot = self
    (lot.basis, lot.acquired) = origin.taxed(basis: basis, acquired: acquired, for: proceeds)
    return lot
  }
}
