import Foundation
import GRDB
import Schemas
import Testing

/// `Schemas/ledger.sql` is the schema after all migrations, for people to read.
struct SchemaTests {
  static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Schemas/ledger.sql")

  @Test func theWrittenSchemaIsThatOfTheMigrations() throws {
    let queue = try DatabaseQueue()
    let schema = try queue.write { database in
      for migration in Migration.all { try database.execute(sql: migration.sql) }
      return try String.fetchAll(
        database,
        sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name <> 'sqlite_sequence' ORDER BY rowid")
    }
    let text =
      "-- The ledger after migration \(Migration.latestVersion). Made from Migrations/; record again with RECORD=1.\n\n"
      + schema.map { $0 + ";\n" }.joined(separator: "\n")
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try text.write(to: Self.file, atomically: true, encoding: .utf8)
      Issue.record("Schemas/ledger.sql was recorded; run again without RECORD.")
    }
    #expect(try String(contentsOf: Self.file, encoding: .utf8) == text)
  }

  @Test func migrationsAreNumberedInTheOrderOfTheirNames() {
    #expect(!Migration.all.isEmpty)
    #expect(Set(Migration.all.map(\.version)).count == Migration.all.count)
    for migration in Migration.all {
      let digits = String(migration.version)
      #expect(migration.name.hasPrefix("v" + String(repeating: "0", count: 3 - digits.count) + digits + "_"))
    }
  }
}
