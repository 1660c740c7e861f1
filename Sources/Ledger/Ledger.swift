internal import GRDB

/// What statements have said, in one SQLite file; transactions, lots and holdings are derived from it.
///
/// A value that several tasks may share: calls are served one after the other, and other programs that have the file open
/// are waited for.
public struct Ledger: Sendable {
  public enum Access: Sendable {
    /// The file must exist; nothing is written, and no permission to write is needed.
    case reading
    /// The file is made, for its owner alone, where it is not there.
    case writing
  }

  let database: DatabaseQueue

  /// - Throws: `DiagnosticsError` where the file cannot be opened, is no ledger or was written by a newer version.
  public init(path: String, access: Access) throws {
    switch access {
    case .reading: database = try LedgerFile(path: path).openedForReading()
    case .writing: database = try LedgerFile(path: path).openedForWriting()
    }
  }

  private init(_ database: DatabaseQueue) { self.database = database }

  /// An empty ledger that goes away with the value: to see what a first import would do.
  public static func inMemory() throws -> Ledger { Ledger(try LedgerFile.openedInMemory()) }
}
