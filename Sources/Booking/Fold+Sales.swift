import Measures
import PortfolioModel

extension Fold {
  /// Sells the lots that the sale names, where the account's method lets it, and the oldest for the rest.
  ///
  /// Reg. 1.1012-1(c)(1): a sale that identifies no lot is charged against the earliest. A named lot that is not there is no
  /// identification either. Where a named lot was acquired before the history begins, the name itself tells day and basis.
  mutating func sell(_ units: Quantity, proceeds: Money?, choices: [LotChoice], by event: LotEvent) {
    var parts: [OpenLot] = []
    var unmet: [(choice: LotChoice?, units: Quantity)] = []
    var rest = units
    for choice in method == .specific ? choices : [] where choice.namesLots {
      let wanted = min(choice.quantity?.magnitude ?? rest, rest)
      let named = longs.take(wanted, namedBy: choice)
      let missing = named.reduce(wanted) { $0 - $1.quantity }
      parts += named
      rest -= wanted
      if !missing.isZero { unmet.append((choice, missing)) }
    }
    if !unmet.isEmpty { findings.append(.noSuchLot(day: event.day, sale: event.source)) }

    var absent = Quantity.zero
    for (choice, units) in unmet + [(nil, rest)] {
      let oldest = longs.takeOldest(units)
      let missing = oldest.reduce(units) { $0 - $1.quantity }
      parts += oldest
      guard !missing.isZero || parts.isEmpty else { continue }
      let unknown = OpenLot(source: nil, quantity: missing, basis: nil, acquired: nil)
      parts.append(choice.map { unknown.completed(by: $0, selling: units) } ?? unknown)
      absent += missing
    }
    if !absent.isZero { findings.append(.missingHistory(day: event.day, quantity: absent)) }
    realise(parts, proceeds: Pool(proceeds, over: units), by: event)
  }

  private mutating func realise(_ parts: [OpenLot], proceeds: Pool, by event: LotEvent) {
    var proceeds = proceeds
    for part in parts {
      let amount = proceeds.part(for: part.quantity)
      let counting = part.origin.taxed(basis: part.basis, acquired: part.acquired, for: amount)
      realised.append(
        BookedPosition.RealisedGain(
          sale: event.source, lot: part.source, sold: event.day, acquired: counting.acquired, quantity: part.quantity,
          proceeds: amount, basis: counting.basis, isInherited: part.origin == .inheritance))
    }
  }

  /// Closes short lots, the oldest first.
  ///
  /// The gain is that of property acquired on the day of the cover and delivered at once, so its term is short (IRC
  /// 1233; Reg. 1.1233-1(a)). The exceptions of 1233(b) and (d), for one who holds the same stock long, are left out.
  mutating func cover(_ units: Quantity, cost: Money?, by event: LotEvent) {
    var cost = Pool(cost, over: units)
    var parts = shorts.takeOldest(units)
    let missing = parts.reduce(units) { $0 - $1.quantity }
    if !missing.isZero {
      parts.append(OpenLot(source: nil, quantity: missing, basis: nil, acquired: nil))
      findings.append(.missingHistory(day: event.day, quantity: -missing))
    }
    for part in parts {
      realised.append(
        BookedPosition.RealisedGain(
          sale: event.source, lot: part.source, sold: event.day, acquired: event.day, quantity: part.quantity,
          proceeds: part.basis, basis: cost.part(for: part.quantity)))
    }
  }

  mutating func remove(_ units: Quantity, by event: LotEvent) {
    let parts = longs.takeOldest(units)
    let missing = parts.reduce(units) { $0 - $1.quantity }
    if !missing.isZero { findings.append(.missingHistory(day: event.day, quantity: missing)) }
    departed[event.source] = parts
  }
}
