import Booking
import Measures
import PortfolioModel
import Statements

extension Witness {
  /// What the row does to the lots of its security; nothing where it only moves cash.
  ///
  /// - Parameters:
  ///   - held: the units held before it, which a split without a printed ratio needs.
  ///   - isForeign: whether its amounts are in another currency than the household's, so that they are no basis.
  func lotAction(part: Leg.Part, held: Quantity, isForeign: Bool) -> LotEvent.Action? {
    if kind == .returnOfCapital, let cash, !cash.isZero { return isForeign ? nil : .returnCapital(cash) }
    if kind == .split { return splitAction(held: held) }
    if kind == .spinOff, let split, let part = Weight(1).scaled(by: split.new, over: split.old, rounding: .halfEven) {
      return .allocate(part)
    }
    guard part != .income, let units, !units.isZero else { return nil }
    let money = isForeign ? nil : tradedMoney
    switch kind {
    case .shortSale: return .sellShort(units.magnitude, proceeds: money)
    case .buyToCover: return .buyToCover(units.magnitude, cost: money)
    case .expiry where units > .zero: return .buyToCover(units, cost: .zero)
    case .expiry: return .dispose(units.magnitude, proceeds: .zero, choices: closes)
    case .exercise, .assignment:
      // The premium belongs to the shares' leg, which only the household's books can tell: the gain stays unknown.
      return units > .zero ? .buyToCover(units, cost: nil) : .remove(units.magnitude)
    case .merger where units < .zero && !(cash?.isZero ?? true):
      // A merger for cash alone is a sale (IRC 1001).
      return .dispose(units.magnitude, proceeds: money, choices: closes)
    case .transferIn, .transferOut, .spinOff, .merger, .journal, .fee, .tax:
      // Neither a statement's market value nor a spin-off's zero is a basis.
      return units > .zero ? .acquire(units, cost: nil, acquired: nil) : .remove(units.magnitude)
    case .sell where units < .zero: return .dispose(units.magnitude, proceeds: money, choices: closes)
    case .buy where units > .zero, .reinvest where units > .zero: return .acquire(units, cost: money, acquired: day)
    default:
      // What the kind does not tell, the direction of units and cash does.
      if units > .zero { return .acquire(units, cost: money, acquired: money == nil ? nil : day) }
      return money == nil ? .remove(units.magnitude) : .dispose(units.magnitude, proceeds: money, choices: closes)
    }
  }

  private func splitAction(held: Quantity) -> LotEvent.Action? {
    if let split, split.old > .zero, split.new > .zero { return .split(old: split.old, new: split.new) }
    guard let units, !units.isZero else { return nil }
    // Brokers print the additional units; the ratio follows from those held.
    if held > .zero, let after = Quantity.sum([held, units]), after > .zero { return .split(old: held, new: after) }
    return units > .zero ? .acquire(units, cost: nil, acquired: nil) : .remove(units.magnitude)
  }

  /// What was paid or received, costs included; without accrued interest, which is income and no basis (IRC 1012, Reg. 1.61-7(c)).
  var tradedMoney: Money? {
    if let reinvestedCash { return reinvestedCash }
    if let cash, !cash.isZero {
      // Formats differ on whether the printed amount holds the accrued interest; the cash always does.
      return cash.magnitude - (accruedInterest?.magnitude ?? .zero)
    }
    guard [.buy, .reinvest, .sell].contains(kind) else { return nil }
    if let amount, !amount.isZero { return amount.magnitude }
    guard let units, let price, !price.isZero else { return nil }
    return Money(units.magnitude, at: price.magnitude)?.bounded
  }

  /// How the units of a lot came that a person told: of a gift the row holds its day and the value on it.
  var origin: LotOrigin {
    switch HandWrittenFact.Origin.Word(rawValue: incomeType ?? "") {
    case .inheritance: .inheritance
    case .gift: settleDay.flatMap { day in amount.map { .gift(on: day, value: $0) } } ?? .purchase
    case nil: .purchase
    }
  }

  /// The day on which it changes the account: a lot told by hand has its giver's day, and comes with the gift.
  var arrival: Day { kind == .transferIn ? origin.received ?? day : day }

  /// Whether the row is a purchase or a sale for the wash-sale rule; transfers and splits are neither.
  var isTrade: Bool {
    switch kind {
    case .buy, .sell, .reinvest, .shortSale, .buyToCover, .other: true
    default: false
    }
  }
}
