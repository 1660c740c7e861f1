import Measures
public import PortfolioModel

extension BookedPosition {
  /// What to fold: the events of a position and its account's methods.
  public struct Unbooked: Sendable {
    public let events: [LotEvent]
    public let methods: LotMethodHistory

    public init(events: [LotEvent], methods: LotMethodHistory) {
      self.events = events
      self.methods = methods
    }
  }

  /// Positions whose lots go from one to another: between accounts, and from one security to the next.
  ///
  /// A position waits for the lots that it receives until the one that gives them is folded so far. Two that wait for
  /// each other on one day give before they receive.
  public static func folding(_ positions: [Unbooked]) -> [BookedPosition] {
    var runs = positions.map(Run.init)
    var departed: [Int: [OpenLot]] = [:]
    while true {
      var hasMoved = false
      for index in runs.indices where runs[index].advance(&departed) { hasMoved = true }
      if hasMoved { continue }
      let waiting = runs.indices.filter { !runs[$0].isDone }
      guard let first = waiting.min(by: { runs[$0].day < runs[$1].day }) else { break }
      let day = runs[first].day
      var hasDeferred = false
      for index in waiting where runs[index].day == day && runs[index].deferReceipt() { hasDeferred = true }
      if !hasDeferred { runs[first].step(&departed) }
    }
    return runs.map { BookedPosition(lots: $0.fold.lots, realised: $0.fold.realised, findings: $0.fold.findings) }
  }
}

/// A fold that stops where it needs lots that nobody has given yet.
private struct Run {
  var events: [LotEvent]
  var fold: Fold
  var next = 0

  init(_ position: BookedPosition.Unbooked) {
    events = LotEvent.inSequence(position.events)
    fold = Fold(methods: position.methods, opening: Opening(provenBy: events))
  }

  var isDone: Bool { next == events.count }
  var day: Int32 { events[next].day.number }

  /// Goes on as far as it can; whether that was anywhere.
  mutating func advance(_ departed: inout [Int: [Fold.OpenLot]]) -> Bool {
    let start = next
    while !isDone {
      if let giver = events[next].giver, departed[giver] == nil { break }
      step(&departed)
    }
    return next > start
  }

  /// Lets the rest of the day come before what it waits for; whether there is any.
  mutating func deferReceipt() -> Bool {
    let later = events[next...].prefix { $0.day == events[next].day && !$0.isStatement }
    guard let last = later.lastIndex(where: { $0.giver == nil }) else { return false }
    events.insert(events.remove(at: next), at: last)
    return true
  }

  mutating func step(_ departed: inout [Int: [Fold.OpenLot]]) {
    let event = events[next]
    next += 1
    if let giver = event.giver, let parts = departed[giver] {
      for part in event.acquisitions(from: parts) { fold.apply(part) }
      return
    }
    fold.apply(event)
    if let parts = fold.departed[event.source] { departed[event.source] = parts }
  }
}

extension LotEvent {
  /// The event whose lots it takes.
  fileprivate var giver: Int? {
    switch action {
    case .receive(_, let giver), .exchange(_, let giver): giver
    default: nil
    }
  }

  fileprivate func acquisitions(from parts: [BookedPosition.OpenLot]) -> [LotEvent] {
    switch action {
    case .receive(let units, _): acquisitions(of: units.magnitude, from: parts)
    case .exchange(let units, _):
      acquisitions(of: units.magnitude, from: Self.scaled(parts, to: units.magnitude))
    default: [self]
    }
  }

  /// The lots as lots of the new security, in proportion to their units.
  private static func scaled(_ parts: [BookedPosition.OpenLot], to units: Quantity) -> [BookedPosition.OpenLot] {
    let old = parts.reduce(Quantity.zero) { $0 + $1.quantity }
    guard let quantities = Quantity.scaled(parts.map(\.quantity), by: units, over: old) else { return [] }
    return zip(parts, quantities).map { part, quantity in
      var part = part
      part.quantity = quantity
      return part
    }
  }

  /// The lots that came, as acquisitions; what the giver could not explain has neither basis nor date.
  private func acquisitions(of units: Quantity, from parts: [BookedPosition.OpenLot]) -> [LotEvent] {
    var rest = units
    var found: [LotEvent] = []
    for (index, whole) in parts.enumerated() where !rest.isZero {
      var part = whole
      let isLast = index == parts.count - 1
      // Brokers print different digits of one number of units.
      let isAll = isLast && (rest - part.quantity).magnitude <= Quantity(steps: 100_000)
      let taken = isAll ? rest : min(rest, part.quantity)
      rest -= taken
      found.append(
        LotEvent(
          day: day, order: order, source: source, action: .acquire(taken, cost: part.basis, acquired: part.acquired),
          origin: part.origin.take(taken, of: part.quantity)))
    }
    if !rest.isZero {
      found.append(LotEvent(day: day, order: order, source: source, action: .acquire(rest, cost: nil, acquired: nil)))
    }
    return found
  }
}
