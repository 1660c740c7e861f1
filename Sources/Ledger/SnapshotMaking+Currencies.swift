import Measures
import PortfolioModel
import Statements

extension SnapshotMaking {
  /// The latest rate of a currency on or before the day: what one unit is worth in the household's currency.
  func rate(of currency: String) -> PriceBook.Quote? { currencies[currency].flatMap { prices[$0] } }

  /// The cash that statements state in other currencies, at their rates; what no rate values is left out.
  func foreignCash(of history: AccountHistory) -> (amount: Money, day: Day?)? {
    var sum: (amount: Money, day: Day?)?
    for currency in history.currencies.subtracting([household.baseCurrency]).sorted() {
      let book = CashBook(
        history, entries: [], asOf: asOf, currency: currency, isSweep: { _ in false }, contents.securities)
      guard let rate = rate(of: currency), !book.isAssumedNone,
        let amount = book.amount?.scaled(by: rate.price, over: Price(1), rounding: .halfEven),
        let all = Money.sum([sum?.amount ?? .zero, amount])?.bounded
      else { continue }
      sum = (all, sum?.day ?? book.day)
    }
    return sum
  }
}

extension Holding {
  /// Values a holding that is stated in another currency, in proportion to the units that are left.
  mutating func value(by stated: PositionList.Stated, _ rate: PriceBook.Quote) {
    guard let foreign = stated.value, !stated.quantity.isZero,
      let whole = foreign.scaled(by: rate.price, over: Price(1), rounding: .halfEven),
      let part = whole.scaled(by: quantity, over: stated.quantity, rounding: .halfEven)
    else { return }
    value = part
    price = part.perShare(of: quantity)?.bounded
    priceDay = min(stated.priceDay, rate.day)
  }
}
