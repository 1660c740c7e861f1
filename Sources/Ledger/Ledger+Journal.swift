internal import GRDB
import Measures
public import PortfolioModel

extension Ledger {
  /// Keeps a decision as an import of its own, so that `undo` takes it back.
  ///
  /// - Parameters:
  ///   - sha256: of what tells it apart from every other decision; one that is there already is not kept twice.
  ///   - moment: now, as ISO 8601; the ledger has no clock.
  /// - Returns: the number of the import; `nil` where it was there already.
  public func record(_ entry: JournalEntry, sha256: String, at moment: String) throws -> Int? {
    try database.write { database in
      let isKnown = try Bool.fetchOne(
        database, sql: "SELECT EXISTS (SELECT 1 FROM files WHERE sha256 = ? AND accounts = ?)",
        arguments: [sha256, Self.journal])
      guard isKnown != true else { return nil }
      try database.execute(sql: "INSERT INTO imports (moment) VALUES (?)", arguments: [moment])
      let number = Int(database.lastInsertedRowID)
      try database.execute(
        sql: """
          INSERT INTO files (sha256, accounts, format, profile, data_rows, used_rows) VALUES (?, ?, 'csv', ?, 1, 1)
          """,
        arguments: [sha256, Self.journal, Self.journal])
      let file = database.lastInsertedRowID
      try database.execute(
        sql: "INSERT INTO import_files (import_number, ordinal, file_id, name) VALUES (?, 0, ?, ?)",
        arguments: [number, file, entry.title])
      let figures = entry.figures
      try database.execute(
        sql: "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          file, entry.day.number, entry.verdict.rawValue, entry.reason, entry.note, figures?.total.steps,
          figures?.sold.steps, figures?.bought.steps, figures?.cost.steps, figures?.tax.steps,
        ])
      return number
    }
  }

  /// Everything that was decided, by day and then in the order in which it was told.
  public func journal() throws -> [JournalEntry] {
    try database.read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT day, verdict, reason, note, total_micros, sold_micros, bought_micros, cost_micros, tax_micros
          FROM journal ORDER BY day, file_id
          """
      ).compactMap { row in
        guard let verdict = JournalEntry.Verdict(rawValue: row[1]) else { return nil }
        var entry = JournalEntry(day: Day(number: row[0]), verdict: verdict, reason: row[2], note: row[3])
        if let total: Money = row.steps(4), let sold: Money = row.steps(5), let bought: Money = row.steps(6),
          let cost: Money = row.steps(7), let tax: Money = row.steps(8)
        {
          entry.figures = JournalEntry.Figures(total: total, sold: sold, bought: bought, cost: cost, tax: tax)
        }
        return entry
      }
    }
  }

  /// Stands in place of accounts and of a profile, where a file tells a decision.
  private static let journal = "journal"
}
