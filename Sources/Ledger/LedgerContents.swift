internal import GRDB
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
      for file in facts { _ = history.add(file, securities) }
      histories[account] = history
    }
  }
}
