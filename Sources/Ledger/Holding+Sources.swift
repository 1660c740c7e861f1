import Measures
import PortfolioModel

extension Holding {
  /// Divides units and value among the plan's sources in the proportion in which the latest list of positions shows them.
  ///
  /// Trades of a plan are made for all sources alike, so the proportion goes on after that list. Lots are not divided: in a plan
  /// basis has no meaning for a sale.
  mutating func divide(among stated: [PositionList.Stated.Source]) {
    guard stated.contains(where: { !$0.name.isEmpty }), stated.allSatisfy({ $0.quantity > .zero }) else { return }
    var names: [String] = []
    var parts: [String: Quantity] = [:]
    for source in stated {
      if parts[source.name] == nil { names.append(source.name) }
      parts[source.name] = Quantity.sum([parts[source.name] ?? .zero, source.quantity])
    }
    let shares = names.map { parts[$0] ?? .zero }
    guard let whole = Quantity.sum(shares), let units = Quantity.scaled(shares, by: quantity, over: whole) else {
      return
    }
    var (left, divided) = (quantity, value)
    sources = zip(names, units).map { name, units in
      let isLast = name == names.last
      let part = isLast ? divided : divided.scaled(by: units, over: left, rounding: .halfEven) ?? .zero
      divided = divided - part
      left -= units
      return HoldingSource(name: name, quantity: units, value: part)
    }
  }
}
