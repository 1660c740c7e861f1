import Booking
internal import GRDB
import Measures
import PortfolioModel
import Statements

/// Loads what is booked of the stored statements.
struct FactLoader {
  private let database: Database
  private let witnesses: Statement
  private let witnessCount: Statement
  private let namedLots: Statement
  private let positions: Statement
  private let lots: Statement

  init(_ database: Database) throws {
    self.database = database
    witnesses = try database.makeStatement(
      sql: """
        SELECT id, line, broker_id, kind, day, settle_day, alias_id, effect_units_e8, effect_cash_micros, units_e8,
          price_e10, amount_micros, accrued_interest_micros, currency, income_type, split_old_e8, split_new_e8,
          commission_micros, fees_micros, load_micros
        FROM witnesses WHERE statement_id = ? ORDER BY ordinal
        """)
    witnessCount = try database.makeStatement(sql: "SELECT max(ordinal) + 1 FROM witnesses WHERE statement_id = ?")
    namedLots = try database.makeStatement(
      sql: """
        SELECT w.ordinal, n.acquired, n.units_e8, n.basis_micros
        FROM witnesses w JOIN named_lots n ON n.witness_id = w.id
        WHERE w.statement_id = ? ORDER BY w.ordinal, n.ordinal
        """)
    positions = try database.makeStatement(
      sql: """
        SELECT line, alias_id, units_e8, price_e10, value_micros, cost_basis_micros, price_day, source_401k
        FROM positions WHERE statement_id = ? ORDER BY ordinal
        """)
    lots = try database.makeStatement(
      sql: """
        SELECT id, line, alias_id, units_e8, acquired, basis_micros, closed, proceeds_micros, disallowed_micros
        FROM lots WHERE statement_id = ? ORDER BY ordinal
        """)
  }

  /// The catalog's numbers of the accounts that statements speak of.
  func accounts() throws -> Set<Int> {
    try Int.fetchSet(
      database, sql: "SELECT s.account_id FROM statements s JOIN standing_files f ON f.id = s.file_id")
  }

  /// What the files say, by account of the household, in the order of their import.
  ///
  /// - Parameter claimed: the accounts to load, by the catalog's numbers.
  func facts(of claimed: [Int: AccountID]) throws -> [AccountID: [AccountFacts]] {
    let statements = try Row.fetchAll(
      database,
      sql: """
        SELECT s.id, s.file_id, s.account_id, s.as_of, s.from_day, s.to_day, s.currency, s.cash_micros,
          coalesce(f.profile, 'ofx'),
          (SELECT name FROM import_files i WHERE i.file_id = f.id ORDER BY import_number, i.ordinal LIMIT 1)
        FROM statements s JOIN standing_files f ON f.id = s.file_id
        ORDER BY s.file_id, s.ordinal
        """)
    let naming = try statementsThatNameLots()
    var found: [AccountID: [AccountFacts]] = [:]
    for row in statements {
      guard let account = claimed[row[2]] else { continue }
      let facts = try facts(of: row, naming)
      var files = found[account] ?? []
      if files.last?.file != row[1] {
        files.append(AccountFacts(file: row[1], name: row[9] ?? "", dialect: row[8]))
      }
      files[files.count - 1].statements.append(facts)
      found[account] = files
    }
    return found
  }

  /// What one file says, statement by statement.
  func statements(ofFile number: Int) throws -> [(account: Int, facts: StatementFacts)] {
    let naming = try statementsThatNameLots()
    return try Row.fetchAll(
      database,
      sql: """
        SELECT id, file_id, account_id, as_of, from_day, to_day, currency, cash_micros
        FROM statements WHERE file_id = ? ORDER BY ordinal
        """, arguments: [number]
    ).map { ($0[2], try facts(of: $0, naming)) }
  }

  private func statementsThatNameLots() throws -> Set<Int> {
    try Int.fetchSet(
      database,
      sql: "SELECT DISTINCT w.statement_id FROM named_lots n CROSS JOIN witnesses w ON w.id = n.witness_id")
  }

  private func facts(of row: Row, _ naming: Set<Int>) throws -> StatementFacts {
    var facts = StatementFacts(asOf: row.day(3), from: row.day(4), to: row.day(5), currency: row[6])
    facts.cash = row.number(7)
    facts.witnesses = try witnesses(of: row[0])
    if naming.contains(row[0]) { try addNamedLots(of: row[0], to: &facts.witnesses) }
    facts.positions = try positions(of: row[0])
    facts.lots = try lots(of: row[0])
    return facts
  }

  private static let kinds = Dictionary(
    uniqueKeysWithValues: StatementEntry.Kind.allCases.map { ($0.rawValue, $0) })

  private func witnesses(of statement: Int) throws -> [Witness] {
    var found: [Witness] = []
    found.reserveCapacity(try Int.fetchOne(witnessCount, arguments: [statement]) ?? 0)
    let rows = try Row.fetchCursor(witnesses, arguments: [statement])
    while let row = try rows.next() {
      var witness = Witness(
        id: row[0], line: row[1], kind: Self.kinds[row[3]] ?? .other, day: Day(number: row[4]))
      witness.brokerID = row[2]
      witness.settleDay = row.day(5)
      witness.alias = row[6]
      witness.units = row.steps(7)
      witness.cash = row.steps(8)
      witness.printedUnits = row.number(9)
      witness.price = row.number(10)
      witness.amount = row.number(11)
      witness.accruedInterest = row.number(12)
      witness.currency = row[13]
      witness.incomeType = row[14]
      if let old: Quantity = row.number(15), let new: Quantity = row.number(16) {
        witness.split = Witness.Split(old: old, new: new)
      }
      witness.costs = Witness.costs([row.number(17), row.number(18), row.number(19)])
      found.append(witness)
    }
    return found
  }

  private func addNamedLots(of statement: Int, to witnesses: inout [Witness]) throws {
    let rows = try Row.fetchCursor(namedLots, arguments: [statement])
    while let row = try rows.next() {
      witnesses[row[0]].closes.append(
        LotChoice(acquired: row.day(1), quantity: row.number(2), basis: row.number(3)))
    }
  }

  private func positions(of statement: Int) throws -> [StatedPosition] {
    try Row.fetchAll(positions, arguments: [statement]).map { row in
      StatedPosition(
        line: row[0], alias: row[1], units: row.number(2), price: row.number(3), value: row.number(4),
        costBasis: row.number(5), priceDay: row.day(6), source: row[7])
    }
  }

  private func lots(of statement: Int) throws -> [StatedLotRow] {
    try Row.fetchAll(lots, arguments: [statement]).compactMap { row in
      guard let units: Quantity = row.number(3) else { return nil }
      return StatedLotRow(
        id: row[0], line: row[1], alias: row[2], units: units, acquired: row.day(4), basis: row.number(5),
        closed: row.day(6), proceeds: row.number(7), disallowed: row.number(8))
    }
  }

  /// What files' lists of securities say, in the order of their import.
  ///
  /// - Parameter file: the one file to load; without it all that stand.
  func descriptions(ofFile file: Int? = nil) throws -> [SecurityBook.Description] {
    var found: [SecurityBook.Description] = []
    var last = 0
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT d.id, d.alias_id, a.alias_id, d.name, d.kind, d.price_e10, d.price_day
        FROM standing_files f JOIN descriptions d ON d.file_id = f.id
        LEFT JOIN description_aliases a ON a.description_id = d.id
        WHERE ?1 IS NULL OR f.id = ?1
        ORDER BY d.file_id, d.ordinal, a.alias_id
        """, arguments: [file])
    while let row = try rows.next() {
      if row[0] != last {
        last = row[0]
        found.append(
          SecurityBook.Description(
            aliases: [row[1]], name: row[3], kind: (row[4] as String?).flatMap(PrintedSecurity.Kind.init(rawValue:)),
            price: row.number(5), priceDay: row.day(6)))
      }
      if let alias: Int = row[2] { found[found.count - 1].aliases.append(alias) }
    }
    return found
  }
}
