import Diagnostics
internal import GRDB
public import PortfolioModel
public import Statements

extension Ledger {
  /// Takes an import back: its files go, unless another import brought them too, and with them each transaction that no
  /// other file states. Imports may be undone in any order.
  public func undo(_ number: Int, household: Household) throws -> UndoReceipt {
    try database.write { database in
      guard
        let stands = try Bool.fetchOne(
          database, sql: "SELECT stands FROM imports WHERE number = ?", arguments: [number])
      else {
        throw DiagnosticsError(
          Diagnostic(
            .error, code: "ledger-no-such-import", "There is no import \(number).",
            remedy: "See the numbers with: hearth imports."))
      }
      guard stands else {
        throw DiagnosticsError(
          Diagnostic(.error, code: "ledger-already-undone", "Import \(number) was undone before; nothing was changed."))
      }
      let leaving = try Int.fetchSet(
        database,
        sql: """
          SELECT file_id FROM import_files GROUP BY file_id
          HAVING min(import_number) = ?1 AND max(import_number) = ?1
          """, arguments: [number])
      // Where an earlier reading of a file comes back, its transactions stay.
      let restored = try Int.fetchSet(
        database, sql: "SELECT superseded_by FROM files WHERE superseded_by IS NOT NULL")
      let stated = try transactionCount(
        of: try files(ofImport: number, in: database), leaving: leaving.subtracting(restored), household, database)
      try database.execute(sql: "DELETE FROM import_files WHERE import_number = ?", arguments: [number])
      for file in leaving { try database.execute(sql: "DELETE FROM files WHERE id = ?", arguments: [file]) }
      try database.execute(
        sql: """
          UPDATE imports SET stands = 0 WHERE number = ?
          """, arguments: [number])
      return UndoReceipt(number: number, transactionsRemoved: stated.removed, transactionsKept: stated.kept)
    }
  }

  private func files(ofImport number: Int, in database: Database) throws -> Set<Int> {
    try Int.fetchSet(
      database, sql: "SELECT file_id FROM import_files WHERE import_number = ?", arguments: [number])
  }

  /// How many of the transactions that `files` state go with the files that leave, and how many others keep.
  private func transactionCount(
    of files: Set<Int>, leaving: Set<Int>, _ household: Household, _ database: Database
  ) throws -> (removed: Int, kept: Int) {
    var removed = 0
    var kept = 0
    for history in try LedgerContents(database, household: household).histories.values {
      let numbers = history.files.map(\.file)
      for transaction in history.transactions.transactions {
        let witnesses = transaction.files.map { numbers[$0] }
        guard witnesses.contains(where: files.contains) else { continue }
        if witnesses.allSatisfy(leaving.contains) { removed += 1 } else { kept += 1 }
      }
    }
    return (removed, kept)
  }
}
