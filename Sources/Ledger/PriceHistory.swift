import Measures
import Statements

/// Every price that statements, lists of prices and trades tell, by security and day, in the household's currency.
struct PriceHistory {
  /// How old a price may be and still say what something is worth.
  static let tolerance = 10

  private var prices: [Int: [Day: Price]] = [:]

  init(_ contents: LedgerContents, _ accounts: [HouseholdBooks.AccountBook], currency: String) {
    for account in accounts {
      for entry in account.entries where !entry.isForeign && entry.security != 0 && entry.part != .income {
        if let price = entry.witness.impliedPrice { prices[entry.security, default: [:]][entry.witness.day] = price }
      }
    }
    for file in accounts.flatMap(\.history.files) {
      for statement in file.statements where statement.currency == currency {
        guard let day = statement.stateDay else { continue }
        for position in statement.positions {
          guard let price = position.unitPrice else { continue }
          prices[contents.securities.number(of: position.alias), default: [:]][position.statedPriceDay(or: day)] = price
        }
      }
    }
    for description in contents.descriptions where description.kind != .bond && description.kind != .option {
      guard let price = description.price, let day = description.priceDay else { continue }
      prices[contents.securities.number(of: description.aliases[0]), default: [:]][day] = price
    }
  }

  /// The price nearest to a day, of two as near the earlier one; `nil` where none is near enough.
  func price(of security: Int, near day: Day) -> Price? {
    let near = (prices[security] ?? [:]).filter { abs($0.key - day) <= Self.tolerance && $0.value > .zero }
    return near.min { (abs($0.key - day), $0.key) < (abs($1.key - day), $1.key) }?.value
  }
}
