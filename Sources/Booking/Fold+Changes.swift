import Measures
import PortfolioModel

extension LotQueue {
  /// Total basis and dates stay with every lot (IRC 305(a), 307(a), 1223(4)); lots sum to the position's exact ratio.
  ///
  /// The basis of a lot that a reverse split leaves without a single step of a unit goes to the youngest that is left.
  mutating func split(_ ratio: (old: Quantity, new: Quantity)) {
    var lots = open
    guard let quantities = Quantity.scaled(lots.map(\.quantity), by: ratio.new, over: ratio.old) else { return }
    var stray = Money.zero
    for (index, quantity) in quantities.enumerated() {
      lots[index].quantity = quantity
      if quantity.isZero { stray += lots[index].basis ?? .zero }
    }
    if let heir = lots.lastIndex(where: { !$0.quantity.isZero && $0.basis != nil }) {
      lots[heir].basis = lots[heir].basis.map { $0 + stray }
    }
    replace(with: lots)
  }

  /// The one lot of unknown basis has what the broker's `total` leaves to it beside the others.
  ///
  /// Nothing left means that the broker does not know it either.
  mutating func completeBasis(total: Money) {
    var lots = open
    let unknown = lots.indices.filter { lots[$0].basis == nil }
    let rest = lots.reduce(total) { $0 - ($1.basis ?? .zero) }
    guard unknown.count == 1, rest > .zero else { return }
    lots[unknown[0]].basis = rest
    replace(with: lots)
  }
}

extension Fold {
  /// Lowers every lot's basis by the same amount a unit; what is beyond its basis is gain (IRC 301(c)(2), (3)).
  mutating func returnCapital(_ amount: Money, by event: LotEvent) {
    var amount = Pool(amount, over: longs.quantity)
    var lots = longs.open
    if lots.isEmpty, amount.amount != .zero {
      findings.append(.missingHistory(day: event.day, quantity: .zero))
      realised.append(excess(amount.amount, over: nil, of: nil, by: event))
    }
    for index in lots.indices {
      guard let share = amount.part(for: lots[index].quantity), let basis = lots[index].basis else { continue }
      lots[index].basis = max(.zero, basis - share)
      lots[index].origin.lower(by: share)
      if share > basis { realised.append(excess(share - basis, over: .zero, of: lots[index], by: event)) }
    }
    longs.replace(with: lots)
  }

  /// Takes a part of every lot's basis, to be received with the lots' units and dates by what they gave rise to.
  mutating func allocate(_ fraction: Weight, by event: LotEvent) {
    var lots = longs.open
    departed[event.source] = lots.indices.map { index in
      var part = lots[index]
      part.basis = lots[index].basis.flatMap { $0.times(fraction) }
      lots[index].basis = lots[index].basis.flatMap { basis in part.basis.map { basis - $0 } }
      part.origin = lots[index].origin.take(fraction)
      return part
    }
    longs.replace(with: lots)
  }

  /// A gain without a sale: proceeds of no units.
  private func excess(
    _ amount: Money?, over basis: Money?, of lot: OpenLot?, by event: LotEvent
  ) -> BookedPosition.RealisedGain {
    BookedPosition.RealisedGain(
      sale: event.source, lot: lot?.source, sold: event.day, acquired: lot?.acquired, quantity: .zero,
      proceeds: amount, basis: basis, isInherited: lot?.origin == .inheritance)
  }

  /// Lots that go for stock and cash; each has its part of both (Rev. Rul. 68-23).
  mutating func surrender(_ units: Quantity, cash: Money, value: Money?, by event: LotEvent) {
    var (cash, value) = (Pool(cash, over: units), Pool(value, over: units))
    remove(units, by: event)
    departed[event.source] = departed[event.source]?.map { lot in
      var lot = lot
      let (boot, stock) = (cash.part(for: lot.quantity) ?? .zero, value.part(for: lot.quantity))
      var gain: Money?
      if let basis = lot.basis, let stock { gain = min(boot, max(.zero, boot + stock - basis)) }
      realised.append(excess(boot, over: gain.map { boot - $0 }, of: lot, by: event))
      lot.basis = lot.basis.flatMap { basis in gain.map { basis - boot + $0 } }
      return lot
    }
    // Of units that nobody knows, the cash at least.
    if let rest = cash.amount, !rest.isZero { realised.append(excess(rest, over: nil, of: nil, by: event)) }
  }
}
