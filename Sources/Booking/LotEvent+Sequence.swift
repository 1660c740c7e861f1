import Measures

extension LotEvent {
  /// `events` as they are folded: by day, a day's transactions before its statements, then by order and source.
  ///
  /// Of the statements of a day, lots come before counts: a count then has something to agree with.
  package static func inSequence(_ events: [LotEvent]) -> [LotEvent] {
    let places = events.map(\.place)
    if zip(places, places.dropFirst()).allSatisfy({ $0 <= $1 }) { return events }
    return events.indices.sorted { places[$0] == places[$1] ? $0 < $1 : places[$0] < places[$1] }.map { events[$0] }
  }

  private var place: (Int32, Int, Int, Int) {
    let rank =
      switch action {
      case .count: 2
      case .stateLots: 1
      default: 0
      }
    return (day.number, rank, order, source)
  }

  /// The ratio of a split; `nil` for all else, and for a ratio that is not positive and so splits nothing.
  var splitRatio: (old: Quantity, new: Quantity)? {
    guard case .split(let old, let new) = action, old > .zero, new > .zero else { return nil }
    return (old, new)
  }

  /// Whether it says what is there rather than what happened.
  var isStatement: Bool {
    switch action {
    case .stateLots, .count: true
    default: false
    }
  }
}
