import Booking
import Measures
import PortfolioModel
import Statements

/// What happened to each security of an account, for the fold to lots.
struct PositionEvents {
  var events: [Int: [LotEvent]] = [:]
  /// Securities whose numbers are too large to be added up.
  private(set) var oversized: Set<Int> = []

  /// - Parameter transfers: which rows of the household's accounts are two sides of one transfer.
  init(
    entries: [BookedEntry], lists: [PositionList], lots: [Int: [Day: [StatedLot]]], transfers: TransferPairs? = nil
  ) {
    var told: [Int: [StatedLot]] = [:]
    var movements: [Int: [BookedEntry]] = [:]
    for entry in entries {
      let lots = entry.toldLots
      if !lots.isEmpty {
        told[entry.security, default: []] += lots
      } else if entry.security != 0 {
        movements[entry.security, default: []].append(entry)
      }
    }
    for (security, entries) in movements {
      let list = Self.count(of: security, entries, in: lists)
      let counted = list.flatMap { list in list.stated[security].map { (list.day, $0.quantity) } }
      add(entries, of: security, counted: counted, transfers)
    }
    for (security, days) in lots {
      for (day, lots) in days {
        events[security, default: []].append(
          LotEvent(day: day, source: lots.first?.source ?? 0, action: .stateLots(lots)))
      }
    }
    count(lists, firstDays: movements.compactMapValues { $0.first?.witness.day })
    for list in lists { oversized.formUnion(list.oversized) }
    events = events.mapValues(LotEvent.inSequence)
    leaveOutOversized(among: events.keys)
    for (security, lots) in told where !oversized.contains(security) {
      events[security] = LotEvent.telling(lots, in: events[security] ?? [])
    }
    leaveOutOversized(among: told.keys)
  }

  /// Leaves out those securities whose numbers do not add up.
  mutating func leaveOutOversized(among securities: some Sequence<Int>) {
    for security in securities {
      if let events = events[security], !Self.sumsFit(events) { oversized.insert(security) }
    }
    for security in oversized { events[security] = nil }
  }

  private mutating func add(
    _ entries: [BookedEntry], of security: Int, counted: (day: Day, units: Quantity)?, _ transfers: TransferPairs?
  ) {
    var held = Quantity.zero
    if let counted {
      // What a statement proves beyond the transactions was there before them; a split without a ratio needs to know it.
      for entry in entries where entry.witness.day <= counted.day && entry.part != .income {
        held = Self.sum(held, entry.witness.units, -1)
      }
      held = max(.zero, Self.sum(held, counted.units, 1))
    }
    let splits = Set(entries.filter { $0.witness.kind == .split }.map(\.witness.day))
    let days =
      splits.isEmpty ? [:] : Dictionary(grouping: entries.filter { splits.contains($0.witness.day) }) { $0.witness.day }
    var found: [LotEvent] = []
    var (today, heldAtStart) = (Day(number: .min), held)
    var early: Set<Int> = []
    for entry in entries {
      let witness = entry.witness
      if witness.day != today {
        (today, heldAtStart, early) = (witness.day, held, [])
        for split in days[today] ?? [] where split.witness.kind == .split {
          early = SplitPlace(of: split.witness, among: days[today] ?? [], heldAtStart: held).before
        }
      }
      if let transfers, transfers.isWithinAccount(witness.id) { continue }
      let before =
        witness.kind == .split
        ? SplitPlace(of: witness, among: days[today] ?? [], heldAtStart: heldAtStart).held : held
      guard var action = witness.lotAction(part: entry.part, held: before, isForeign: entry.isForeign) else { continue }
      if case .allocate = action, !(transfers?.isAllocating(witness.id) ?? false) { continue }
      var day = witness.day
      if let transfers, let units = witness.units {
        if let giver = transfers.giver(of: witness.id) { action = .receive(units, from: giver) }
        if let giver = transfers.exchanged(for: witness.id) { action = .exchange(units, for: giver) }
        if transfers.isExchanged(witness.id) { action = .remove(units.magnitude) }
        if let boot = transfers.boot(for: witness.id) {
          action = .surrender(units.magnitude, cash: boot.cash, value: boot.value)
        }
        day = min(day, transfers.arrival(of: witness.id) ?? day)
      }
      if entry.part != .income { held = Self.sum(held, witness.units, 1) }
      let order = early.contains(witness.id) ? action.rank - Self.ranks : action.rank
      found.append(LotEvent(day: day, order: order, source: witness.id, action: action))
    }
    if !found.isEmpty { events[security] = found }
  }

  /// More than there are ranks: what a split came after.
  private static let ranks = 10

  /// The latest list counts a security; earlier ones say when that came which its transactions do not explain, from the last
  /// before the first transaction on. Without transactions nothing is held against them.
  private mutating func count(_ lists: [PositionList], firstDays: [Int: Day]) {
    for security in Set(lists.flatMap(\.stated.keys)).union(events.keys) {
      let speaking = lists.filter { $0.counts(security) }
      guard let latest = speaking.last else { continue }
      let known = events[security] ?? []
      if latest.stated[security] == nil, !known.contains(where: { $0.day <= latest.day }) { continue }
      guard let first = firstDays[security] else {
        events[security, default: []].append(latest.count(of: security))
        continue
      }
      let before = speaking.lastIndex { $0.day < first && $0.stated[security] != nil }
      let counts = speaking[(before ?? speaking.firstIndex { $0.day >= first } ?? speaking.count - 1)...]
      events[security, default: []] += LotEvent.counting(
        counts.map { $0.count(of: security) }, among: LotEvent.inSequence(known), isPinned: before != nil)
    }
  }

  /// The count that says what a split without a ratio found: the last before the first such, else the latest.
  private static func count(of security: Int, _ entries: [BookedEntry], in lists: [PositionList]) -> PositionList? {
    let split = entries.first { $0.witness.kind == .split }?.witness.day
    let speaking = lists.filter { $0.counts(security) }
    guard let split, let first = entries.first?.witness.day else { return speaking.last }
    return speaking.last { $0.day >= first && $0.day < split } ?? speaking.last
  }

  private static func sum(_ left: Quantity, _ right: Quantity?, _ sign: Int64) -> Quantity {
    let (steps, overflow) = left.steps.addingReportingOverflow(sign * (right?.steps ?? 0))
    return overflow ? left : Quantity(steps: steps)
  }

  /// Whether no sum of the events' units or money can overflow: first what they may prove of the time before them, carried
  /// back through the splits, then all that comes on top of it.
  private static func sumsFit(_ events: [LotEvent]) -> Bool {
    let events = LotEvent.inSequence(events)
    var units: Int128 = 0
    var money: Int128 = 0
    for event in events.reversed() {
      units = event.action.scaled(units, isBackward: true) + event.action.sizes.units
      guard units < Bound.units else { return false }
    }
    for event in events {
      units = event.action.scaled(units, isBackward: false) + event.action.sizes.units
      money += event.action.sizes.money
      guard units < Bound.units, money < Bound.money else { return false }
    }
    return true
  }
}

extension BookedEntry {
  /// The lots that a transfer says it brings: what somebody told by hand of units without basis.
  fileprivate var toldLots: [StatedLot] {
    guard witness.kind == .transferIn, !isForeign else { return [] }
    return witness.closes.compactMap { lot in
      guard let units = lot.quantity, let basis = lot.basis, let acquired = lot.acquired else { return nil }
      return StatedLot(
        source: witness.id, quantity: units, basis: basis, acquired: acquired, origin: witness.origin)
    }
  }
}

extension PositionList {
  /// What it says of a security; one that it does not show is not held.
  fileprivate func count(of security: Int) -> LotEvent {
    let stated = stated[security]
    return LotEvent(day: day, source: 0, action: .count(stated?.quantity ?? .zero, basis: stated?.basis))
  }
}

extension LotEvent.Action {
  /// Within a day: splits, what comes in, what changes basis, what goes out.
  fileprivate var rank: Int {
    switch self {
    case .split: 0
    case .acquire, .receive, .exchange, .sellShort: 1
    case .returnCapital, .allocate: 2
    case .dispose, .remove, .surrender, .buyToCover: 3
    case .stateLots, .count: 4
    }
  }

  fileprivate var sizes: (units: Int128, money: Int128) {
    func sizes(_ units: Quantity, _ money: Money?) -> (Int128, Int128) {
      (Int128(units.steps).magnitudeAsSigned, Int128(money?.steps ?? 0).magnitudeAsSigned)
    }
    switch self {
    case .acquire(let units, let cost, _): return sizes(units, cost)
    case .dispose(let units, let proceeds, let choices):
      let size = sizes(units, proceeds)
      return (size.0, choices.reduce(size.1) { $0 + sizes(.zero, $1.basis).1 })
    case .remove(let units), .receive(let units, _), .exchange(let units, _): return sizes(units, nil)
    case .surrender(let units, let cash, let value): return sizes(units, Money.sum([cash, value ?? .zero]))
    case .sellShort(let units, let proceeds): return sizes(units, proceeds)
    case .buyToCover(let units, let cost): return sizes(units, cost)
    case .split, .allocate: return (0, 0)
    case .returnCapital(let cash): return sizes(.zero, cash)
    case .count(let units, let basis): return sizes(units, basis)
    case .stateLots(let lots):
      return lots.reduce((0, 0)) { sum, lot in
        let size = sizes(lot.quantity, lot.basis)
        return (sum.0 + size.0, sum.1 + size.1)
      }
    }
  }
}

extension LotEvent.Action {
  /// As many units after a split, or before it, rounded up.
  fileprivate func scaled(_ units: Int128, isBackward: Bool) -> Int128 {
    guard case .split(let old, let new) = self, old > .zero, new > .zero else { return units }
    let (from, to) = isBackward ? (new, old) : (old, new)
    return units * Int128(to.steps) / Int128(from.steps) + 1
  }
}

extension Int128 {
  fileprivate var magnitudeAsSigned: Int128 { self < 0 ? -self : self }
}
