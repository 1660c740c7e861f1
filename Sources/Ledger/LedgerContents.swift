internal import GRDB
import Measures
import PortfolioModel
import Statements

/// Everything in the ledger, with names resolved by a household file and rows clustered into transactions.
struct LedgerContents {
  let catalog: Catalog
  let claims: AccountClaims
  let securities: SecurityBook
  let descriptions: [SecurityBook.Description]
  private(set) var histories: [AccountID: AccountHistory] = [:]

  init(_ database: Database, household: Household) throws {
    let catalog = try Catalog(database)
    let loader = try FactLoader(database)
    let standing = try loader.accounts()
    self.catalog = catalog
    claims = AccountClaims(catalog.accounts.filter { standing.contains($0.key) }, household: household)
    descriptions = try loader.descriptions()
    securities = SecurityBook(aliases: catalog.aliases, descriptions: descriptions, household: household)
    for (account, facts) in try loader.facts(of: claims.accounts) {
      var history = AccountHistory()
      for file in facts { history.add(file, securities) }
      histories[account] = history
    }
  }
}

extension LedgerContents {
  /// The price of a unit that a list of prices or of positions states for that very day.
  func price(of security: Int, on day: Day) -> Price? {
    for description in descriptions.reversed() where description.priceDay == day {
      if let price = description.price, securities.number(of: description.aliases[0]) == security { return price }
    }
    for file in histories.sorted(by: { $0.key < $1.key }).flatMap(\.value.files) {
      for statement in file.statements where statement.stateDay == day {
        let stated = statement.positions.first { securities.number(of: $0.alias) == security }
        if let stated, stated.statedPriceDay(or: day) == day, let price = stated.unitPrice { return price }
      }
    }
    return nil
  }
}
