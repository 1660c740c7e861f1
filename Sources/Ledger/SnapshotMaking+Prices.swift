import Measures
import PortfolioModel
import Statements

extension SnapshotMaking {
  /// The prices that an account's positions state and its trades imply, in the household's currency.
  mutating func addPrices(of history: AccountHistory, _ entries: [BookedEntry]) {
    for file in history.files {
      for statement in file.statements where statement.currency == household.baseCurrency {
        guard let day = statement.stateDay, day <= asOf else { continue }
        for position in statement.positions {
          prices.add(
            position.unitPrice ?? (position.units == nil ? Price(1) : nil),
            of: contents.securities.number(of: position.alias), on: position.statedPriceDay(or: day))
        }
      }
    }
    for entry in entries where !entry.isForeign && entry.security != 0 && entry.part != .income {
      prices.add(entry.witness.impliedPrice, of: entry.security, on: entry.witness.day, isStated: false)
    }
  }

  /// Prices in lists of securities; those of bonds and options are per hundred and per share, and so no price of a unit.
  mutating func addListedPrices() {
    for description in contents.descriptions {
      guard let price = description.price, let day = description.priceDay else { continue }
      if description.kind == .bond || description.kind == .option { continue }
      prices.add(price, of: contents.securities.number(of: description.aliases[0]), on: day)
    }
  }
}
