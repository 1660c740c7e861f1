import Booking
import Diagnostics
internal import GRDB
import Measures
import PortfolioModel
import Statements

/// Files on their way into the ledger: what they would change, and the change.
struct Importing {
  private var catalog: Catalog
  private var incoming: [IncomingFile] = []
  /// For each file that the ledger holds already, what reads otherwise in it now.
  private var restatements: [Restatement?] = []
  private(set) var plan = ImportPlan()

  init(_ files: [ReadStatement], household: Household, in database: Database) throws {
    catalog = try Catalog(database)
    let loader = try FactLoader(database)
    for file in files { incoming.append(IncomingFile(file, catalog: &catalog)) }
    for file in incoming {
      let held = try Self.held(file, loader, in: database)
      restatements.append(held.map { Restatement($0, read: file, catalog: catalog) })
    }
    try makePlan(household: household, loader)
  }

  private mutating func makePlan(household: Household, _ loader: FactLoader) throws {
    let held = restatements.compactMap { $0?.held }
    let mentioned = Set(incoming.flatMap(\.accountNumbers) + held.flatMap { $0.statements.map(\.account) })
    let standing = try loader.accounts()
    let claims = AccountClaims(
      catalog.accounts.filter { standing.contains($0.key) || mentioned.contains($0.key) }, household: household)
    let descriptions = try loader.descriptions() + incoming.flatMap(\.descriptions)
    let securities = SecurityBook(aliases: catalog.aliases, descriptions: descriptions, household: household)
    let affected = Set(mentioned.compactMap { claims.accounts[$0] })
    let facts = try loader.facts(of: claims.accounts.filter { affected.contains($0.value) })
    var histories = Self.histories(of: facts, without: [], securities)
    let names = SecurityNames(catalog, securities, descriptions, household: household)
    let before = Self.discrepancies(of: histories, household: household, names: names, securities)
    let restated = Set(restatements.compactMap { $0?.changes.isEmpty == false ? $0?.held.number : nil })
    if !restated.isEmpty { histories = Self.histories(of: facts, without: restated, securities) }
    var balances = StatedBalances(facts)
    for (index, file) in incoming.enumerated() {
      var planned = PlannedFile(file)
      var verdicts: [AccountHistory.RowVerdict] = []
      for (account, facts) in file.factsByAccount(claims) {
        planned.countCash(of: facts, in: account, &balances)
        guard restatements[index].map({ !$0.changes.isEmpty }) ?? true else { continue }
        let added = histories[account, default: AccountHistory()].add(facts, securities)
        verdicts += histories[account]?.rows(added) ?? []
      }
      if let restatement = restatements[index] {
        planned.count(restatement, verdicts)
      } else {
        planned.count(verdicts)
      }
      plan.files.append(planned.file)
      plan.diagnostics += file.reader.diagnostics
    }
    plan.unmappedAccounts = claims.unassigned
      .filter { name, _ in affected.contains(name) }.map(\.value.title).sorted()
    let after = Self.discrepancies(of: histories, household: household, names: names, securities)
    let known = Set(before)
    plan.diagnostics += claims.diagnostics + securities.diagnostics
    plan.diagnostics += after.filter { !known.contains($0) }.map(\.diagnostic)
    plan.diagnostics += SecurityOffers(catalog, securities, descriptions, histories, names: names)
      .diagnostics(touching: Set(catalog.newAliases.map { securities.number(of: $0) }))
  }

  private static func histories(
    of facts: [AccountID: [AccountFacts]], without restated: Set<Int>, _ securities: SecurityBook
  ) -> [AccountID: AccountHistory] {
    facts.mapValues { files in
      var history = AccountHistory()
      for file in files where !restated.contains(file.file) { history.add(file, securities) }
      return history
    }
  }

  private static func discrepancies(
    of histories: [AccountID: AccountHistory], household: Household, names: SecurityNames, _ securities: SecurityBook
  ) -> [Discrepancy] {
    histories.sorted { $0.key < $1.key }.flatMap { id, history in
      guard history.statesBalances else { return [Discrepancy]() }
      let book = HouseholdBooks.AccountBook(
        id, history, history.entries(until: .distantFuture, currency: household.baseCurrency),
        currency: household.baseCurrency, asOf: .distantFuture, securities)
      return AccountReconciling(book, household: household, names: names, securities: securities)
        .reconciliation.discrepancies
    }
  }

  /// Stores the files that say something new; nothing where the ledger holds them all as they are.
  func write(to database: Database, at moment: String) throws -> Int? {
    guard !restatements.allSatisfy({ $0?.changes.isEmpty ?? false }) else { return nil }
    try database.execute(sql: "INSERT INTO imports (moment) VALUES (?)", arguments: [moment])
    let number = Int(database.lastInsertedRowID)
    try catalog.storeNew(in: database)
    let writer = try StatementWriter(database)
    for (ordinal, file) in incoming.enumerated() {
      let id = try store(file, over: restatements[ordinal], in: database, writer)
      try database.execute(
        sql: "INSERT INTO import_files (import_number, ordinal, file_id, name) VALUES (?, ?, ?, ?)",
        arguments: [number, ordinal, id, file.read.file.file])
    }
    return number
  }

  /// The file's number. A file that the ledger holds is stored again only where its importer reads it otherwise now; the
  /// earlier reading then rests, and comes back when this import is undone.
  private func store(
    _ file: IncomingFile, over earlier: Restatement?, in database: Database, _ writer: StatementWriter
  ) throws -> Int {
    if let earlier, earlier.changes.isEmpty { return earlier.held.number }
    if let twin = try Self.number(of: file, in: database), twin.number != earlier?.held.number { return twin.number }
    let parsed = file.read.file
    try database.execute(
      sql: """
        INSERT INTO files (sha256, accounts, format, profile, data_rows, used_rows) VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        file.read.sha256, file.accounts + (earlier.map { "\(Self.successorMark)\($0.held.number)" } ?? ""),
        parsed.format.rawValue, parsed.profile, parsed.rows.data, parsed.rows.used,
      ])
    let id = Int(database.lastInsertedRowID)
    if let earlier {
      try database.execute(
        sql: "UPDATE files SET superseded_by = ? WHERE id = ?", arguments: [id, earlier.held.number])
    }
    try writer.store(file, as: id)
    return id
  }

  /// Between the accounts of a later reading and the number of the earlier one.
  private static let successorMark = "\nafter "

  /// The ledger's number and name of the same bytes about the same accounts, or else under the same name: then the accounts
  /// are read otherwise now.
  private static func number(of file: IncomingFile, in database: Database) throws -> (number: Int, name: String)? {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT f.id, f.accounts, i.name FROM standing_files f JOIN import_files i ON i.file_id = f.id
        WHERE f.sha256 = ? ORDER BY i.import_number, i.ordinal
        """, arguments: [file.read.sha256])
    let same = rows.first { row in
      let accounts: String = row[1]
      return accounts == file.accounts || accounts.hasPrefix(file.accounts + successorMark)
    }
    let base = { (name: String) in name.split(separator: "/").last.map(String.init) ?? name }
    let found = same ?? rows.first { base($0[2]) == base(file.read.file.file) }
    return found.map { ($0[0], $0[2]) }
  }

  private static func held(
    _ file: IncomingFile, _ loader: FactLoader, in database: Database
  ) throws -> Restatement.Held? {
    guard let (number, name) = try number(of: file, in: database) else { return nil }
    return Restatement.Held(
      number: number, name: name, statements: try loader.statements(ofFile: number),
      descriptions: try loader.descriptions(ofFile: number))
  }
}
