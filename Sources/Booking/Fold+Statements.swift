import Measures
import PortfolioModel

extension Fold {
  /// The broker's own lots replace what was derived, whole; before any history they simply are the opening.
  ///
  /// An opening that only they prove is reported where a sale before them needed it: after them nothing is missing.
  mutating func state(_ lots: [StatedLot], on day: Day) {
    if let opening, opening.isProvenByLots, realised.contains(where: { $0.lot == nil && $0.basis == nil }) {
      reportMissing(opening)
    }
    let stated = lots.reduce(.zero) { $0 + $1.quantity }
    if hasBegun, !agrees(with: stated) {
      findings.append(.lotsDiffer(day: day, stated: stated, derived: quantity))
    }
    opening = nil
    let special = Dictionary(longs.open.filter { $0.origin != .purchase }.map { ($0.acquired, $0) }) { first, _ in first
    }
    longs.replace(
      with: lots.filter { !$0.quantity.isNegative }.map { stated in
        var lot = stated.lot(of: stated.quantity, basis: stated.basis)
        // A broker's file does not say how a lot came; what is known of one of that day stays known.
        if let known = special[lot.acquired] {
          lot.origin = known.origin.scaled(to: lot.quantity, from: known.quantity)
        }
        return lot
      })
    shorts.replace(
      with: lots.filter(\.quantity.isNegative).map { $0.lot(of: -$0.quantity, basis: $0.basis?.magnitude) })
  }

  /// The broker's count stands from the end of the day on: a surplus is a lot of which nothing is known, a deficit leaves
  /// the oldest lots without a gain.
  mutating func count(_ stated: Quantity, basis: Money?, on day: Day) {
    let agrees = agrees(with: stated)
    if !agrees {
      findings.append(.countDiffers(day: day, stated: stated, derived: quantity))
    }
    opening = nil
    let surplus = stated - quantity
    if surplus.isNegative {
      longs.move(surplus.magnitude, beyond: &shorts)
    } else {
      shorts.move(surplus, beyond: &longs)
    }
    if agrees || !surplus.isNegative, let basis { longs.completeBasis(total: basis) }
  }

  /// Whether the lots give what a statement says, but for what rounding an opening through splits may leave.
  private func agrees(with stated: Quantity) -> Bool {
    (stated - quantity).magnitude <= opening?.slack ?? .zero
  }
}

extension LotQueue {
  /// Lets go of `units`; what is more than is here is an unknown lot of the other side.
  fileprivate mutating func move(_ units: Quantity, beyond other: inout LotQueue) {
    let rest = takeOldest(units).reduce(units) { $0 - $1.quantity }
    other.insert(OpenLot(source: nil, quantity: rest, basis: nil, acquired: nil))
  }
}

extension StatedLot {
  fileprivate func lot(of units: Quantity, basis: Money?) -> BookedPosition.OpenLot {
    BookedPosition.OpenLot(source: source, quantity: units, basis: basis, acquired: acquired)
  }
}
