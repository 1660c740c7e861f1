import Measures
import PortfolioModel

extension BookedPosition {
  /// What does not hold of this position after `events`, one sentence each; empty where all is sound.
  ///
  /// Recomputed from the events alone, without lots: units and dollars in must be units and dollars out.
  package func checkInvariants(after events: [LotEvent]) -> [String] {
    let events = LotEvent.inSequence(events)
    return brokenOrder + brokenSales(of: events) + brokenUnits(of: events) + brokenBasis(of: events)
  }

  private var brokenOrder: [String] {
    let (longs, shorts) = (lots.filter { !$0.quantity.isNegative }, lots.filter(\.quantity.isNegative))
    let isOrdered = [longs, shorts].allSatisfy { side in
      zip(side, side.dropFirst()).allSatisfy { !$1.isOlder(than: $0) }
    }
    return [
      lots.contains { $0.quantity.isZero } ? "a lot holds no units" : nil,
      isOrdered && longs + shorts == lots ? nil : "the lots are not oldest first, long before short",
    ].compactMap(\.self)
  }

  /// Every unit and every dollar of a sale is in its gains.
  private func brokenSales(of events: [LotEvent]) -> [String] {
    let gains = Dictionary(grouping: realised, by: \.sale)
    return events.compactMap { event in
      let lines = gains[event.source] ?? []
      let units = lines.reduce(Quantity.zero) { $0 + $1.quantity }
      switch event.action {
      case .dispose(let sold, let proceeds, _):
        return units == sold.magnitude && total(lines.map(\.proceeds)) == proceeds
          ? nil : "sale \(event.source) is not what its gains sum to"
      case .buyToCover(let covered, let cost):
        return units == covered.magnitude && total(lines.map(\.basis)) == cost
          ? nil : "cover \(event.source) is not what its gains sum to"
      case .returnCapital, .surrender: return units.isZero ? nil : "event \(event.source) sold units"
      default: return lines.isEmpty ? nil : "event \(event.source) is no sale and has gains"
      }
    }
  }

  /// What the broker's last lots say, and every flow and count since, is what is there.
  private func brokenUnits(of events: [LotEvent]) -> [String] {
    let last = events.lastIndex { if case .stateLots = $0.action { true } else { false } }
    var (long, short) = (Quantity.zero, Quantity.zero)
    for event in events[(last ?? 0)...] {
      switch event.action {
      case .acquire(let units, _, _), .receive(let units, _), .exchange(let units, _): long += units.magnitude
      case .dispose(let units, _, _), .remove(let units), .surrender(let units, _, _):
        long = max(.zero, long - units.magnitude)
      case .sellShort(let units, _): short += units.magnitude
      case .buyToCover(let units, _): short = max(.zero, short - units.magnitude)
      case .split:
        guard let (old, new) = event.splitRatio else { continue }
        long = long.scaled(by: new, over: old, rounding: .halfEven) ?? long
        short = short.scaled(by: new, over: old, rounding: .halfEven) ?? short
      case .returnCapital, .allocate: continue
      case .stateLots(let lots):
        long = lots.filter { !$0.quantity.isNegative }.reduce(.zero) { $0 + $1.quantity }
        short = lots.filter(\.quantity.isNegative).reduce(.zero) { $0 - $1.quantity }
      case .count(let units, _):
        // A difference is first taken from the other side.
        let surplus = units - long + short
        if surplus.isNegative {
          (long, short) = (max(.zero, long + surplus), short + max(.zero, -surplus - long))
        } else {
          (long, short) = (long + max(.zero, surplus - short), max(.zero, short - surplus))
        }
      }
    }
    return quantity == long - short ? [] : ["\(quantity) units are there where \(long - short) should be"]
  }

  /// Where nothing leaves without a gain and nobody states a basis, costs are what is held and what was sold.
  private func brokenBasis(of events: [LotEvent]) -> [String] {
    var (cost, proceeds) = (Money.zero, Money.zero)
    for event in events {
      switch event.action {
      // A gift's second basis is no cost.
      case .acquire where event.origin.received != nil: return []
      case .acquire(let units, let paid, _): cost += units.isZero ? .zero : paid ?? .zero
      case .sellShort(let units, let received): proceeds += units.isZero ? .zero : received ?? .zero
      case .dispose(_, _, let choices) where choices.contains { $0.basis != nil }: return []
      case .dispose, .buyToCover, .split: continue
      case .remove, .surrender, .receive, .exchange, .allocate, .returnCapital, .stateLots, .count: return []
      }
    }
    let covers = Set(
      events.filter { if case .buyToCover = $0.action { true } else { false } }.map(\.source))
    for lot in lots where lot.quantity.isNegative { proceeds += lot.basis ?? .zero }
    for lot in lots where !lot.quantity.isNegative { cost -= lot.basis ?? .zero }
    for gain in realised {
      if covers.contains(gain.sale) { proceeds -= gain.proceeds ?? .zero } else { cost -= gain.basis ?? .zero }
    }
    return [
      cost.isZero ? nil : "\(cost) of cost is neither held nor sold",
      proceeds.isZero ? nil : "\(proceeds) of short proceeds are neither open nor covered",
    ].compactMap(\.self)
  }
}

/// `nil` where one of `amounts` is not known.
private func total(_ amounts: [Money?]) -> Money? {
  let known = amounts.compactMap(\.self)
  return known.count == amounts.count ? known.reduce(.zero, +) : nil
}
