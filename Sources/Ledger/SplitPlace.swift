import Booking
import Measures
import PortfolioModel
import Statements

/// Where a split stands among the trades of its day.
///
/// Exchanges trade a stock split-adjusted from the opening of the ex-date on, so a split comes before the trades of its day. But
/// plans and transfer agents book it whenever they get to it, and then print how many units they found: where what was there
/// at the start of the day does not give the units that the row adds, it stands behind those rows, in the order of the file
/// or against it, that do.
struct SplitPlace {
  /// Units that the split found.
  let held: Quantity
  /// The rows of its day that come before it.
  let before: Set<Int>

  /// - Parameter day: the rows of the security on that day, in the order of the file.
  init(of split: Witness, among day: [BookedEntry], heldAtStart: Quantity) {
    let others = day.filter {
      $0.witness.kind != .split && $0.part != .income && !($0.witness.units ?? .zero).isZero
    }
    var candidates = [(held: heldAtStart, before: Set<Int>())]
    for rows in [others, others.reversed()] {
      var (held, before) = (heldAtStart, Set<Int>())
      for row in rows {
        held = Quantity.sum([held, row.witness.units ?? .zero]) ?? held
        before.insert(row.witness.id)
        candidates.append((held, before))
      }
    }
    let place = candidates.first { split.splits($0.held) } ?? candidates[0]
    (held, before) = (place.held, place.before)
  }
}

extension Witness {
  /// Whether a split adds the units that it prints to `held`: by its own ratio, else by one that companies use.
  fileprivate func splits(_ held: Quantity) -> Bool {
    guard let units, !units.isZero else { return true }
    guard let after = Quantity.sum([held, units]), held > .zero, after > .zero else { return false }
    guard let split, split.old > .zero, split.new > .zero else {
      return Discrepancy.Cause.split(from: held, to: after) != nil
    }
    guard let expected = held.scaled(by: split.new, over: split.old, rounding: .halfEven) else { return false }
    return (expected - after).magnitude <= Quantity(steps: 100_000)
  }
}
