internal import GRDB
public import Measures
public import PortfolioModel

extension Ledger {
  /// The highest price of each security that statements in the household's currency show from `first` through `last`.
  ///
  /// A security that was split in that time is left out: its prices before and after are not prices of the same thing.
  public func highestPrices(
    from first: Day, through last: Day, household: Household
  ) throws -> [SecurityID: HighestPrice] {
    try database.read { database in
      let catalog = try Catalog(database)
      let descriptions = try FactLoader(database).descriptions()
      let securities = SecurityBook(aliases: catalog.aliases, descriptions: descriptions, household: household)
      let names = SecurityNames(catalog, securities, descriptions, household: household)
      let span: StatementArguments = [
        "first": first.number, "last": last.number, "currency": household.baseCurrency,
      ]
      let split = try Int.fetchAll(
        database,
        sql: """
          SELECT alias_id FROM witnesses WHERE kind = 'split' AND day BETWEEN :first AND :last AND alias_id IS NOT NULL
          """,
        arguments: ["first": first.number, "last": last.number])
      let splitNumbers = Set(split.map(securities.number(of:)))
      var highest: [SecurityID: HighestPrice] = [:]
      let rows = try Row.fetchCursor(database, sql: Self.pricesOfStatements, arguments: span)
      while let row = try rows.next() {
        let number = securities.number(of: row[0])
        guard let price: Price = row.number(1), let day = row.day(2), !splitNumbers.contains(number),
          let id = names.ids[number]
        else { continue }
        if highest[id].map({ $0.price < price }) ?? true { highest[id] = HighestPrice(price: price, day: day) }
      }
      return highest
    }
  }

  private static let pricesOfStatements = """
    SELECT p.alias_id, p.price_e10, coalesce(p.price_day, s.as_of) AS day
    FROM positions p JOIN statements s ON s.id = p.statement_id
    WHERE s.currency = :currency AND coalesce(p.price_day, s.as_of) BETWEEN :first AND :last
    UNION ALL
    SELECT w.alias_id, w.price_e10, w.day FROM witnesses w JOIN statements s ON s.id = w.statement_id
    WHERE s.currency = :currency AND w.currency IS NULL AND w.alias_id IS NOT NULL
      AND w.kind IN ('buy', 'sell', 'reinvest') AND w.day BETWEEN :first AND :last
    UNION ALL
    SELECT alias_id, price_e10, price_day FROM descriptions
    WHERE price_day BETWEEN :first AND :last AND coalesce(kind, '') NOT IN ('bond', 'option')
    ORDER BY day
    """
}
