import Diagnostics
import Measures

/// The positions that one file states for one account at the end of one day: a security that it does not name is not held.
struct PositionList {
  struct Stated {
    var quantity: Quantity
    /// Total of the account's currency; `nil` where a part has none.
    var value: Money?
    var basis: Money?
    /// The day of its price.
    var priceDay: Day
    /// Where it is another than the household's.
    var currency: String?
    /// The line that states it.
    var place: SourceLocation?
    /// How many units came from which of a plan's sources, where one is printed.
    var sources: [Source] = []

    struct Source {
      let name: String
      let quantity: Quantity
    }

    var isForeign: Bool { currency != nil }
  }

  let day: Day
  /// The file that states it, the last one of several.
  private(set) var file: String
  /// Whether it names what somebody told by hand, and says nothing of other securities.
  private(set) var isPartial: Bool
  private(set) var stated: [Int: Stated] = [:]
  /// Securities of which the parts are too many units to be added up.
  private(set) var oversized: Set<Int> = []

  init(day: Day, file: String, isPartial: Bool) {
    self.day = day
    self.file = file
    self.isPartial = isPartial
  }

  /// Whether it says how many units of the security are held; none is an answer.
  func counts(_ security: Int) -> Bool { !isPartial || stated[security] != nil }

  /// Adds a position; the same security may stand in several parts (sub-accounts, plan sources).
  mutating func add(_ position: StatedPosition, security: Int, currency: String?) {
    guard let quantity = position.quantity else { return }
    var part = Stated(
      quantity: quantity, value: position.value, basis: currency == nil ? position.costBasis : nil,
      priceDay: position.statedPriceDay(or: day), currency: currency,
      place: SourceLocation(file: file, line: position.line))
    part.sources = [Stated.Source(name: position.source ?? "", quantity: quantity)]
    guard let other = stated[security] else {
      stated[security] = part
      return
    }
    guard let quantity = Quantity.sum([other.quantity, part.quantity]), Bound.units > Int128(quantity.steps.magnitude)
    else {
      oversized.insert(security)
      return
    }
    stated[security] = Stated(
      quantity: quantity, value: sum(other.value, part.value),
      basis: sum(other.basis, part.basis), priceDay: min(other.priceDay, part.priceDay),
      currency: other.currency ?? part.currency, place: other.place, sources: other.sources + part.sources)
  }

  /// Takes what a later file says about the same day.
  mutating func overwrite(with later: PositionList) {
    stated.merge(later.stated) { $1 }
    oversized.formUnion(later.oversized)
    file = later.file
    isPartial = isPartial && later.isPartial
  }

  private func sum(_ left: Money?, _ right: Money?) -> Money? {
    guard let left, let right else { return nil }
    return Money.sum([left, right])?.bounded
  }
}

extension StatedPosition {
  /// The units; what is only stated in money counts as that many units of one.
  var quantity: Quantity? {
    if let units { return units }
    guard let value else { return nil }
    guard let price, !price.isZero else { return Quantity(steps: value.steps).scaledFromMoney }
    return value.scaled(by: Price(1), over: price, rounding: .halfEven).flatMap {
      Quantity(steps: $0.steps).scaledFromMoney
    }
  }

  /// Money per unit: the printed price where it explains the value, else what the value says (options count contracts, bonds
  /// print percentages of par).
  var unitPrice: Price? {
    guard let quantity, !quantity.isZero, let value, let implied = value.perShare(of: quantity)?.bounded
    else { return price }
    guard let price, let explained = Money(quantity, at: price)?.bounded else { return implied.magnitude }
    let distance = explained.magnitude.steps.subtractingReportingOverflow(value.magnitude.steps).partialValue
    return distance.magnitude <= value.magnitude.steps.magnitude / 200 ? price : implied.magnitude
  }

  /// The printed day of the price; placeholders such as 1 January 1990 and later days than the statement's do not count.
  func statedPriceDay(or day: Day) -> Day {
    guard let priceDay, priceDay <= day, day - priceDay < 3650 else { return day }
    return priceDay
  }
}

extension Quantity {
  /// A number of money's steps as as many units.
  fileprivate var scaledFromMoney: Quantity? {
    let (steps, overflow) = steps.multipliedReportingOverflow(by: Quantity.stepsPerUnit / Money.stepsPerUnit)
    return overflow ? nil : Quantity(steps: steps).bounded
  }
}
