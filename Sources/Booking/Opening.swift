import Measures

/// The units that were there before the first event, as the first statement proves them.
///
/// A position is linear in its opening: without one the events give `b`, with one `a × opening + b`, `a` being the product of
/// the splits. So what the statement says beyond `b` is carried back through the splits. It is rounded away from zero, so
/// that no sale lacks a last step; `slack` is how much that may leave at the statement.
struct Opening: Sendable {
  private(set) var long = Quantity.zero
  private(set) var short = Quantity.zero
  private(set) var slack = Quantity.zero
  /// The day of the first event: the history before it is missing.
  let day: Day
  /// Whether the broker's own lots prove it, which then replace it.
  let isProvenByLots: Bool

  /// `nil` where the events explain the first statement, or there is none.
  init?(provenBy events: [LotEvent]) {
    guard let first = events.first, let index = events.firstIndex(where: \.isStatement) else { return nil }
    let stated: Quantity
    switch events[index].action {
    case .stateLots(let lots):
      if index == 0 { return nil }
      stated = lots.reduce(.zero) { $0 + $1.quantity }
      isProvenByLots = true
    case .count(let quantity, _):
      stated = quantity
      isProvenByLots = false
    default: return nil
    }
    day = first.day
    let flow = UnitFlow(events[..<index])
    // A position is long or short on the day of a statement, never both.
    long = max(.zero, max(.zero, stated) - flow.long)
    short = max(.zero, max(.zero, -stated) - flow.short)
    if long.isZero, short.isZero { return nil }
    for event in events[..<index].reversed() {
      guard let (old, new) = event.splitRatio else { continue }
      long = long.scaled(by: old, over: new, rounding: .up) ?? long
      short = short.scaled(by: old, over: new, rounding: .up) ?? short
    }
    for event in events[..<index] {
      guard let (old, new) = event.splitRatio else { continue }
      slack = ((slack + Quantity(steps: 1)).scaled(by: new, over: old, rounding: .up) ?? slack) + Quantity(steps: 2)
    }
  }
}

/// Units in less units out of both sides, from nothing, through the splits.
private struct UnitFlow {
  var long = Quantity.zero
  var short = Quantity.zero

  init(_ events: some Sequence<LotEvent>) {
    for event in events {
      switch event.action {
      case .acquire(let units, _, _), .receive(let units, _), .exchange(let units, _): long += units.magnitude
      case .dispose(let units, _, _), .remove(let units), .surrender(let units, _, _): long -= units.magnitude
      case .sellShort(let units, _): short += units.magnitude
      case .buyToCover(let units, _): short -= units.magnitude
      case .split:
        guard let (old, new) = event.splitRatio else { continue }
        long = long.scaled(by: new, over: old, rounding: .halfEven) ?? long
        short = short.scaled(by: new, over: old, rounding: .halfEven) ?? short
      case .returnCapital, .allocate, .stateLots, .count: continue
      }
    }
  }
}
