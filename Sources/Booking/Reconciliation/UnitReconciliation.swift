public import Diagnostics
public import Measures

/// Holds what statements count of one security against what its events give from one count to the next.
public struct UnitReconciliation: Sendable {
  /// What a statement says is there at the end of a day.
  public struct Count: Sendable {
    public let day: Day
    public let quantity: Quantity
    public let place: SourceLocation?

    public init(day: Day, quantity: Quantity, place: SourceLocation?) {
      self.day = day
      self.quantity = quantity
      self.place = place
    }
  }

  /// A count that differs; `nil` as the day of the one before means that nothing was counted before.
  public struct Difference: Sendable {
    public let count: Count
    public let derived: Quantity
    public let previous: Day?
    /// The first day of the events that were added up; where there were none, nothing moved.
    public let firstEvent: Day?
  }

  public private(set) var differences: [Difference] = []
  public private(set) var checked = 0

  /// - Parameters:
  ///   - events: in any order; what statements say among them is left out.
  ///   - counts: oldest first.
  public init(events: [LotEvent], counts: [Count]) {
    let flows = LotEvent.inSequence(events.filter { !$0.isStatement })
    var next = 0
    var previous: Count?
    for count in counts {
      var derived = previous?.quantity ?? .zero
      let first = next < flows.count && flows[next].day <= count.day ? flows[next].day : nil
      let start = next
      while next < flows.count, flows[next].day <= count.day {
        derived = flows[next].moving(derived)
        next += 1
      }
      if previous != nil || first != nil {
        checked += 1
        // Rows print thousandths of a unit, so that each may hide half of one.
        let slack = Quantity(steps: Int64(next - start + 2) * 50_000)
        if (Int128(count.quantity.steps) - Int128(derived.steps)).magnitude > slack.steps.magnitude {
          differences.append(
            Difference(count: count, derived: derived, previous: previous?.day, firstEvent: first))
        }
      }
      previous = count
    }
  }
}

extension LotEvent {
  /// The units of a position after the event; those of a short position are negative.
  func moving(_ units: Quantity) -> Quantity {
    switch action {
    case .acquire(let moved, _, _), .receive(let moved, _), .exchange(let moved, _), .buyToCover(let moved, _):
      return units.changed(by: moved.magnitude)
    case .dispose(let moved, _, _), .remove(let moved), .surrender(let moved, _, _), .sellShort(let moved, _):
      return units.changed(by: -moved.magnitude)
    case .split:
      guard let (old, new) = splitRatio else { return units }
      return units.scaled(by: new, over: old, rounding: .halfEven) ?? units
    case .returnCapital, .allocate, .stateLots, .count: return units
    }
  }
}

extension Quantity {
  /// The sum, or the farthest number there is: a count that is so far off differs anyway.
  fileprivate func changed(by moved: Self) -> Self {
    Self.sum([self, moved]) ?? Self(steps: moved.isNegative ? -Int64.max : .max)
  }
}

extension Discrepancy.Cause {
  /// The split that makes `derived` units `stated` ones, where there is one of a usual ratio.
  public static func split(from derived: Quantity, to stated: Quantity) -> Self? {
    guard derived > .zero, stated > .zero else { return nil }
    let ratios = [(2, 3), (3, 4), (4, 5)] + [2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 40, 50, 100].map { (1, $0) }
    for (small, large) in ratios {
      for (old, new) in [(small, large), (large, small)] {
        guard let split = derived.scaled(by: Quantity(new), over: Quantity(old), rounding: .halfEven) else { continue }
        if (split - stated).magnitude <= Quantity(steps: 100_000) { return .split(old: old, new: new) }
      }
    }
    return nil
  }
}
