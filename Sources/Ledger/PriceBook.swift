import Booking
import Measures
import Statements

/// The latest price of each security on or before a day, from whichever account's statement.
///
/// A price that a statement states comes before one that only a trade implies, whatever their days.
struct PriceBook {
  struct Quote {
    fileprivate(set) var price: Price
    let day: Day
    let isStated: Bool
    /// Whether it is of a day before a split and was divided by its ratio.
    fileprivate(set) var isDivided = false
  }

  private struct Split {
    let day: Day
    let old: Quantity
    let new: Quantity

    /// Accounts book one split on several days.
    func isSame(as other: Split) -> Bool {
      let mine = Price(1).scaled(by: new, over: old, rounding: .halfEven)?.steps ?? 0
      let others = Price(1).scaled(by: other.new, over: other.old, rounding: .halfEven)?.steps ?? 0
      let distance = mine.subtractingReportingOverflow(others).partialValue.magnitude
      return abs(day - other.day) <= 10 && distance <= mine.magnitude / 1000
    }
  }

  let asOf: Day
  private var quotes: [Int: Quote] = [:]
  private var splits: [Int: [Split]] = [:]

  init(asOf: Day) { self.asOf = asOf }

  /// A price of before a split is that of as many units as one became.
  subscript(security: Int) -> Quote? {
    guard var quote = quotes[security] else { return nil }
    for split in splits[security] ?? [] where quote.day < split.day {
      guard let price = quote.price.scaled(by: split.old, over: split.new, rounding: .halfEven)?.bounded else {
        return nil
      }
      quote.price = price
      quote.isDivided = true
    }
    return quote
  }
  var securities: [Int] { quotes.keys.sorted() }

  /// Takes note of the splits among the events of a position.
  mutating func addSplits(of security: Int, _ events: [LotEvent]) {
    for event in events where event.day <= asOf {
      guard case .split(let old, let new) = event.action, old > .zero, new > .zero else { continue }
      let split = Split(day: event.day, old: old, new: new)
      if splits[security]?.contains(where: { $0.isSame(as: split) }) ?? false { continue }
      splits[security, default: []].append(split)
    }
  }

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
