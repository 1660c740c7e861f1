import Measures
import Statements

/// The latest price of each security on or before a day, from whichever account's statement.
///
/// A price that a statement states comes before one that only a trade implies, whatever their days.
struct PriceBook {
  struct Quote {
    let price: Price
    let day: Day
    let isStated: Bool
  }

  let asOf: Day
  private var quotes: [Int: Quote] = [:]

  init(asOf: Day) { self.asOf = asOf }

  subscript(security: Int) -> Quote? { quotes[security] }
  var securities: [Int] { quotes.keys.sorted() }

  mutating func add(_ price: Price?, of security: Int, on day: Day, isStated: Bool = true) {
    guard let price, price > .zero, day <= asOf else { return }
    let quote = Quote(price: price, day: day, isStated: isStated)
    guard let known = quotes[security] else {
      quotes[security] = quote
      return
    }
    let isBetter = known.isStated == isStated ? day >= known.day : isStated
    if isBetter { quotes[security] = quote }
  }
}

extension Witness {
  /// Money per unit that the trade implies: the printed price where it explains the amount to a fiftieth, else what was paid.
  var impliedPrice: Price? {
    guard isTrade, let units, !units.isZero, let paid = tradedMoney, !paid.isZero,
      let implied = paid.perShare(of: units.magnitude)
    else { return nil }
    guard let price, let explained = Money(units.magnitude, at: price) else { return implied }
    let distance = explained.steps.subtractingReportingOverflow(paid.steps).partialValue
    return distance.magnitude <= paid.steps.magnitude / 50 ? price : implied
  }
}
