import Booking
import Measures

extension PositionEvents {
  /// Lets a broker's files of realised lots say which lots were sold, with basis and date where transactions lack them.
  ///
  /// Rows are one sale's where units and day agree (or, days being printed as trade or settlement, within four days). A
  /// sale that only such a file tells is booked by it, unless a file lists the transactions of that day and shows none.
  mutating func identify(by closed: [Int: [Day: [StatedLotRow]]], isListed: (Day) -> Bool) {
    for (security, days) in closed {
      var found = events[security] ?? []
      let sales = Dictionary(grouping: found.indices.filter { found[$0].isUnidentifiedSale }) { found[$0].day }
      var free = Set(sales.keys)
      for (day, lots) in days.sorted(by: { $0.key < $1.key }) {
        if let match = Self.match(day, lots, among: free, units: { sales[$0, default: []].map { found[$0].soldUnits } })
        {
          free.remove(match)
          name(lots, for: sales[match] ?? [], in: &found)
        } else if !isListed(day), !found.contains(where: { $0.isSale(near: day) }) {
          found += lots.map(\.sale)
        }
      }
      events[security] = found.isEmpty ? nil : found
    }
    leaveOutOversized(among: closed.keys)
  }

  private static func match(
    _ day: Day, _ lots: [StatedLotRow], among days: Set<Day>, units: (Day) -> [Quantity]
  ) -> Day? {
    guard let closed = Quantity.sum(lots.map(\.units.magnitude)) else { return nil }
    let near = days.filter { abs($0 - day) <= 4 }.sorted { (abs($0 - day), $0) < (abs($1 - day), $1) }
    return near.first { candidate in
      (units(candidate).reduce(.zero, +) - closed).magnitude <= Quantity(steps: 100_000)
    }
  }

  /// Deals the lots out to the sales of one day, in the order of both.
  private func name(_ lots: [StatedLotRow], for sales: [Int], in events: inout [LotEvent]) {
    var rest = lots.map { LotChoice(acquired: $0.acquired, quantity: $0.units.magnitude, basis: $0.basis) }
    for index in sales {
      guard case .dispose(let units, let proceeds, _) = events[index].action else { continue }
      var wanted = units.magnitude
      var choices: [LotChoice] = []
      while let next = rest.first, let quantity = next.quantity, !wanted.isZero {
        let taken = min(quantity, wanted)
        let basis = next.basis?.scaled(by: taken, over: quantity, rounding: .halfEven)
        choices.append(LotChoice(acquired: next.acquired, quantity: taken, basis: basis))
        wanted -= taken
        rest.removeFirst()
        if taken < quantity {
          let left = next.basis.flatMap { whole in basis.map { whole - $0 } }
          rest.insert(LotChoice(acquired: next.acquired, quantity: quantity - taken, basis: left), at: 0)
        }
      }
      events[index] = LotEvent(
        day: events[index].day, order: events[index].order, source: events[index].source,
        action: .dispose(units, proceeds: proceeds, choices: choices))
    }
  }
}

extension LotEvent {
  fileprivate var isUnidentifiedSale: Bool {
    if case .dispose(_, _, let choices) = action { choices.isEmpty } else { false }
  }

  fileprivate var soldUnits: Quantity {
    if case .dispose(let units, _, _) = action { units.magnitude } else { .zero }
  }

  fileprivate func isSale(near other: Day) -> Bool {
    if case .dispose = action { abs(day - other) <= 4 } else { false }
  }
}

extension StatedLotRow {
  /// The sale that the row tells.
  fileprivate var sale: LotEvent {
    LotEvent(
      day: closed ?? Day(number: 0), order: 3, source: -id,
      action: .dispose(
        units.magnitude, proceeds: proceeds?.magnitude,
        choices: [LotChoice(acquired: acquired, quantity: units.magnitude, basis: basis)]))
  }
}

extension AccountHistory {
  /// The lots that files of realised lots close until `asOf`, by security and day of sale; of a sale, what the last file says.
  func closedLots(until asOf: Day, currency: String, _ securities: SecurityBook) -> [Int: [Day: [StatedLotRow]]] {
    var closed: [Int: [Day: [StatedLotRow]]] = [:]
    for file in files {
      var ofFile: [Int: [Day: [StatedLotRow]]] = [:]
      for statement in file.statements where statement.currency == currency {
        for lot in statement.lots {
          guard let day = lot.closed, day <= asOf, !lot.units.isZero else { continue }
          ofFile[securities.number(of: lot.alias), default: [:]][day, default: []].append(lot)
        }
      }
      closed.merge(ofFile) { $0.merging($1) { $1 } }
    }
    return closed
  }
}
