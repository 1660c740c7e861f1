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
  /// The ledger's number of each file that it already holds.
  private var known: [Int?] = []
  private(set) var plan = ImportPlan()

  init(_ files: [ReadStatement], household: Household, in database: Database) throws {
    catalog = try Catalog(database)
    for file in files {
      let new = IncomingFile(file, catalog: &catalog)
      known.append(
        try Int.fetchOne(
          database, sql: "SELECT id FROM files WHERE sha256 = ? AND accounts = ?",
          arguments: [file.sha256, new.accounts]))
      incoming.append(new)
    }
    try makePlan(household: household, in: database)
  }

  private mutating func makePlan(household: Household, in database: Database) throws {
    let mentioned = Set(incoming.flatMap(\.accountNumbers))
    let standing = Set(try Int.fetchAll(database, sql: "SELECT DISTINCT account_id FROM statements"))
    let claims = AccountClaims(
      catalog.accounts.filter { standing.contains($0.key) || mentioned.contains($0.key) }, household: household)
    let loader = try FactLoader(database)
    let descriptions = try loader.descriptions() + incoming.flatMap(\.descriptions)
    let securities = SecurityBook(aliases: catalog.aliases, descriptions: descriptions, household: household)
    let affected = Set(mentioned.compactMap { claims.accounts[$0] })
    var histories: [AccountID: AccountHistory] = [:]
    for (account, facts) in try loader.facts(of: claims.accounts.filter { affected.contains($0.value) }) {
      var history = AccountHistory()
      for file in facts { _ = history.add(file, securities) }
      histories[account] = history
    }
    let names = SecurityNames(catalog, securities, descriptions, household: household)
    let before = Self.discrepancies(of: histories, household: household, names: names, securities)
    for (index, file) in incoming.enumerated() {
      var verdicts: [AccountHistory.RowVerdict] = []
      for (account, facts) in file.factsByAccount(claims) {
        verdicts += histories[account, default: AccountHistory()].add(facts, securities)
      }
      var planned = ImportPlan.File(file, verdicts)
      if file.facts.isEmpty {
        // A file of prices or series alone: a file is all new or all known.
        let count = file.descriptions.count + file.read.file.series.reduce(0) { $0 + $1.observations.count }
        planned.new = known[index] == nil ? count : 0
        planned.duplicate = count - planned.new
      }
      plan.files.append(planned)
      plan.diagnostics += file.reader.diagnostics
    }
    plan.unmappedAccounts = claims.unassigned
      .filter { name, _ in affected.contains(name) }.map(\.value.title).sorted()
    let after = Self.discrepancies(of: histories, household: household, names: names, securities)
    let known = Set(before)
    plan.diagnostics += claims.diagnostics + securities.diagnostics
    plan.diagnostics += after.filter { !known.contains($0) }.map(\.diagnostic)
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
    let isUnchanged = zip(known, plan.files).allSatisfy { known, file in
      known != nil && file.new == 0 && file.conflicting == 0
    }
    guard !isUnchanged else { return nil }
    try database.execute(sql: "INSERT INTO imports (moment) VALUES (?)", arguments: [moment])
    let number = Int(database.lastInsertedRowID)
    try catalog.storeNew(in: database)
    let writer = try StatementWriter(database)
    for (ordinal, file) in incoming.enumerated() {
      let isRestated = plan.files[ordinal].new + plan.files[ordinal].conflicting > 0
      let id = try store(file, isRestated: isRestated, in: database, writer)
      try database.execute(
        sql: "INSERT INTO import_files (import_number, ordinal, file_id, name) VALUES (?, ?, ?, ?)",
        arguments: [number, ordinal, id, file.read.file.file])
    }
    return number
  }

  /// The file's number. A file that the ledger holds is stored again only where its importer reads it differently now.
  private func store(
    _ file: IncomingFile, isRestated: Bool, in database: Database, _ writer: StatementWriter
  ) throws -> Int {
    let parsed = file.read.file
    let held = try Int.fetchOne(
      database, sql: "SELECT id FROM files WHERE sha256 = ? AND accounts = ?",
      arguments: [file.read.sha256, file.accounts])
    let id: Int
    if let held {
      guard isRestated else { return held }
      id = held
      for table in ["statements", "descriptions", "unused_rows"] {
        try database.execute(sql: "DELETE FROM \(table) WHERE file_id = ?", arguments: [id])
      }
      try database.execute(
        sql: "UPDATE files SET format = ?, profile = ?, data_rows = ?, used_rows = ? WHERE id = ?",
        arguments: [parsed.format.rawValue, parsed.profile, parsed.rows.data, parsed.rows.used, id])
    } else {
      try database.execute(
        sql: """
          INSERT INTO files (sha256, accounts, format, profile, data_rows, used_rows) VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          file.read.sha256, file.accounts, parsed.format.rawValue, parsed.profile, parsed.rows.data, parsed.rows.used,
        ])
      id = Int(database.lastInsertedRowID)
    }
    try writer.store(file, as: id)
    return id
  }
}

extension ImportPlan.File {
  /// Counts the verdicts; what is not new is listed with the row that it matches.
  fileprivate init(_ incoming: IncomingFile, _ verdicts: [AccountHistory.RowVerdict]) {
    let parsed = incoming.read.file
    self.init(file: parsed.file, sha256: incoming.read.sha256)
    skipped = parsed.rows.skipped.map { ImportPlan.SkippedRow(line: $0.line, reason: $0.reason, matches: nil) }
    for line in incoming.undatedLines {
      skipped.append(
        ImportPlan.SkippedRow(line: line, reason: "the file does not say of which day it is", matches: nil))
    }
    for row in verdicts {
      switch row.verdict {
      case .new: new += 1
      case .duplicate:
        duplicate += 1
        let reason = row.isMoved ? "already in the ledger, under another day" : "already in the ledger"
        skipped.append(ImportPlan.SkippedRow(line: row.line, reason: reason, matches: row.matches))
      case .conflicting:
        conflicting += 1
        let reason = "differs from the row of the same id that is in the ledger, which stands"
        skipped.append(
          ImportPlan.SkippedRow(line: row.line, reason: reason, matches: row.matches, isConflict: true))
      }
    }
    skipped.sort { ($0.line, $0.reason) < ($1.line, $1.reason) }
  }
}
