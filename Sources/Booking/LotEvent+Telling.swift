import Measures
import PortfolioModel

extension LotEvent {
  /// The events with lots that somebody told later: units whose basis and date nothing else explains become these lots.
  ///
  /// First the units that were there before the first event, then those that came without basis since the lot was acquired,
  /// then those that came between two counts; what is told beyond is units of its own.
  public static func telling(_ told: [StatedLot], in events: [LotEvent]) -> [LotEvent] {
    var events = inSequence(events)
    var opening = Opening(provenBy: events)?.long ?? .zero
    var surpluses = surpluses(in: events)
    var added: [LotEvent] = []
    for lot in told.sorted(by: { ($0.acquired?.number ?? .min, $0.source) < ($1.acquired?.number ?? .min, $1.source) })
    {
      guard let acquired = lot.acquired else { continue }
      var rest = Pool(lot.basis, over: lot.quantity)
      var origin = lot.origin
      let before = min(opening, rest.units)
      opening -= before
      var early = before
      var later: [(index: Int, units: Quantity)] = []
      var missing = rest.units - before
      for index in events.indices where !missing.isZero && events[index].day >= acquired {
        guard case .acquire(let units, nil, nil) = events[index].action, !units.isZero else { continue }
        let taken = min(units.magnitude, missing)
        missing -= taken
        later.append((index, taken))
      }
      for index in surpluses.indices where !missing.isZero && surpluses[index].day >= acquired {
        let taken = min(surpluses[index].units, missing)
        guard !taken.isZero else { continue }
        missing -= taken
        surpluses[index].units -= taken
        let part = origin.take(taken, of: rest.units)
        added.append(
          LotEvent(
            day: max(part.received ?? acquired, surpluses[index].since), order: 1, source: lot.source,
            action: .acquire(taken, cost: rest.part(for: taken), acquired: acquired), origin: part))
      }
      early += missing
      if !early.isZero {
        let part = origin.take(early, of: rest.units)
        added.append(
          LotEvent(
            day: before.isZero ? part.received ?? acquired : acquired, order: 1, source: lot.source,
            action: .acquire(early, cost: rest.part(for: early), acquired: acquired), origin: part))
      }
      for (index, taken) in later {
        guard case .acquire(let units, _, _) = events[index].action else { continue }
        let part = origin.take(taken, of: rest.units)
        added.append(
          LotEvent(
            day: events[index].day, order: events[index].order, source: lot.source,
            action: .acquire(taken, cost: rest.part(for: taken), acquired: acquired), origin: part))
        events[index] = LotEvent(
          day: events[index].day, order: events[index].order, source: events[index].source,
          action: .acquire(units.magnitude - taken, cost: nil, acquired: nil))
      }
    }
    return events + added
  }
}
