internal import GRDB
public import Measures
public import PortfolioModel
public import Statements

extension Ledger {
  /// What importing the files would do; nothing is written.
  public func plan(_ files: [ReadStatement], household: Household) throws -> ImportPlan {
    try database.read { try Importing(files, household: household, in: $0).plan }
  }

  /// Imports the files, all or none, as one import that `undo` takes back.
  ///
  /// - Parameter moment: now, as ISO 8601; the ledger has no clock.
  public func record(_ files: [ReadStatement], household: Household, at moment: String) throws -> ImportReceipt {
    try database.write { database in
      let importing = try Importing(files, household: household, in: database)
      let number = try importing.write(to: database, at: moment)
      return ImportReceipt(number: number, plan: importing.plan)
    }
  }

  /// All imports, oldest first, those that were undone included.
  public func imports() throws -> [ImportRecord] {
    try database.read { database in
      try Row.fetchAll(database, sql: "SELECT number, moment, stands FROM imports ORDER BY number").map { row in
        ImportRecord(
          number: row[0], moment: row[1], files: try Self.files(ofImport: row[0], in: database), stands: row[2])
      }
    }
  }

  /// The days of the positions that the ledger holds of a file: a day that was given once need not be given again.
  public func daysOfPositions(inFile sha256: String) throws -> Set<Day> {
    try database.read { database in
      let days = try Int32.fetchAll(
        database,
        sql: """
          SELECT DISTINCT s.as_of FROM standing_files f JOIN statements s ON s.file_id = f.id
          WHERE f.sha256 = ? AND s.as_of IS NOT NULL AND EXISTS (SELECT 1 FROM positions p WHERE p.statement_id = s.id)
          """, arguments: [sha256])
      return Set(days.map(Day.init(number:)))
    }
  }

  private static func files(ofImport number: Int, in database: Database) throws -> [ImportRecord.File] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT i.name, f.sha256,
          (SELECT count(*) FROM statements s JOIN witnesses w ON w.statement_id = s.id WHERE s.file_id = f.id)
          + (SELECT count(*) FROM statements s JOIN positions p ON p.statement_id = s.id WHERE s.file_id = f.id)
          + (SELECT count(*) FROM statements s JOIN lots l ON l.statement_id = s.id WHERE s.file_id = f.id)
          + iif(EXISTS (SELECT 1 FROM statements s WHERE s.file_id = f.id), 0,
            (SELECT count(*) FROM descriptions d WHERE d.file_id = f.id)
            + (SELECT count(*) FROM series r JOIN observations o ON o.series_id = r.id WHERE r.file_id = f.id))
          + (SELECT count(*) FROM journal j WHERE j.file_id = f.id)
        FROM import_files i JOIN files f ON f.id = i.file_id
        WHERE i.import_number = ? ORDER BY i.ordinal
        """, arguments: [number])
    return rows.map { ImportRecord.File(name: $0[0], sha256: $0[1], rows: $0[2]) }
  }
}
