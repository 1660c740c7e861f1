import Measures
import Performance
import PortfolioModel
import Statements

extension IncomeOfYear {
  /// Adds what a row received or paid.
  mutating func add(_ entry: BookedEntry, _ prices: PriceHistory) {
    guard !entry.isForeign else { return }
    let cash = entry.cash
    if entry.isTrade, let costs = entry.witness.costs { fees += costs }
    switch entry.witness.kind {
    case .dividend: dividends += cash
    case .interest: interest += cash
    case .gainShort: shortGains += cash
    case .gainLong: longGains += cash
    case .income: otherIncome += cash
    case .returnOfCapital: returnOfCapital += cash
    case .reinvest where entry.part == .income:
      switch entry.witness.incomeType {
      case "CGLONG": longGains += cash
      case "CGSHORT": shortGains += cash
      case "INTEREST": interest += cash
      default: dividends += cash
      }
    case .fee, .marginInterest: fees += entry.paid(prices)
    case .tax: taxes += entry.paid(prices)
    default: return
    }
  }
}

extension BookedEntry {
  /// Whether its printed costs are beside the trade, and no row of their own.
  fileprivate var isTrade: Bool {
    switch witness.kind {
    case .buy, .sell: true
    case .reinvest: part != .income
    default: false
    }
  }

  /// The cash that a fee took, or the worth of the units.
  fileprivate func paid(_ prices: PriceHistory) -> Money {
    if !cash.isZero { return -cash }
    guard let units = witness.units, !units.isZero else { return .zero }
    if let amount = witness.amount, !amount.isZero { return units.isNegative ? amount.magnitude : -amount.magnitude }
    let price = witness.price ?? prices.price(of: security, near: witness.day)
    return price.flatMap { Money(-units, at: $0.magnitude)?.bounded } ?? .zero
  }
}
