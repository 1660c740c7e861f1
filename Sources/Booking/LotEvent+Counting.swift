import Measures

extension LotEvent {
  /// Of the counts of a position those that its fold needs: the latest, and before it those that pin what was there.
  ///
  /// A count leaves what its events do not explain. Where that is as before, nothing happened in between; where it changed,
  /// units came or went since the last count that agreed with an earlier one, or with the events alone. What differs
  /// only for a while, as a list that was downloaded before a trade of its day was booked, says nothing.
  ///
  /// - Parameters:
  ///   - counts: oldest first.
  ///   - events: in sequence, without counts.
  ///   - isPinned: whether the first count is known to stand, the events having begun after it.
  package static func counting(_ counts: [LotEvent], among events: [LotEvent], isPinned: Bool) -> [LotEvent] {
    guard counts.count > 1 else { return counts }
    let marks = marks(counts, events, isPinned: isPinned)
    var kept: Set<Int> = isPinned ? [0, counts.count - 1] : [counts.count - 1]
    var last = marks.indices.last
    while let end = last, let first = marks[...end].firstIndex(where: { $0.agrees(with: marks[end]) }) {
      kept.formUnion([marks[first].count, marks[end].count].compactMap(\.self))
      last = marks[..<first].indices.last { index in marks[..<index].contains { $0.agrees(with: marks[index]) } }
    }
    return counts.indices.filter(kept.contains).map { counts[$0] }
  }

  /// What each count leaves unexplained, in units of today; the broker's own lots begin anew.
  private static func marks(_ counts: [LotEvent], _ events: [LotEvent], isPinned: Bool) -> [Mark] {
    let start = Mark(count: nil, rest: .zero, rows: 0)
    var marks = isPinned ? [] : [start]
    var held = Quantity.zero
    var next = 0
    for (index, count) in counts.enumerated() {
      guard case .count(let stated, _) = count.action else { continue }
      while next < events.count, events[next].day <= count.day {
        held = events[next].moving(held)
        if case .stateLots(let lots) = events[next].action {
          held = lots.reduce(.zero) { Quantity.sum([$0, $1.quantity]) ?? $0 }
          marks = [start]
        }
        if let (old, new) = events[next].splitRatio {
          for index in marks.indices {
            marks[index].rest = marks[index].rest.scaled(by: new, over: old, rounding: .halfEven) ?? marks[index].rest
          }
        }
        next += 1
      }
      marks.append(Mark(count: index, rest: Quantity.sum([stated, -held]) ?? stated, rows: next))
    }
    return marks
  }
}

extension LotEvent {
  /// The units that a count shows beyond what was counted before it and what came since, with the first day on which they
  /// may have come.
  static func surpluses(in events: [LotEvent]) -> [(since: Day, day: Day, units: Quantity)] {
    var found: [(since: Day, day: Day, units: Quantity)] = []
    var held = Quantity.zero
    var last: Day?
    for event in events {
      switch event.action {
      case .count(let stated, _):
        if let last, stated > held, let units = Quantity.sum([stated, -held]) {
          found.append((min(event.day, last.adding(days: 1)), event.day, units))
        }
        (held, last) = (stated, event.day)
      case .stateLots(let lots):
        (held, last) = (lots.reduce(.zero) { Quantity.sum([$0, $1.quantity]) ?? $0 }, event.day)
      default: held = event.moving(held)
      }
    }
    return found
  }
}

/// What a count says beyond the events; without a number the time before all.
private struct Mark {
  let count: Int?
  var rest: Quantity
  /// How many events lie before it.
  let rows: Int

  /// Rows print thousandths of a unit, so that each may hide half of one; what they hide does not grow without end.
  func agrees(with other: Mark) -> Bool {
    let slack = Int64(min(20, abs(rows - other.rows) + 2)) * 50_000
    return (Int128(rest.steps) - Int128(other.rest.steps)).magnitude <= slack.magnitude
  }
}
