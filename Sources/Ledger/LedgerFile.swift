import Diagnostics
internal import GRDB
import Glibc
import Schemas

/// The file of a ledger: how it is made, recognised, refused and brought up to date.
struct LedgerFile {
  let path: String

  /// `Hear`, so that a ledger is known from any other SQLite file.
  static let applicationID = 0x4865_6172

  func openedForReading() throws -> DatabaseQueue {
    guard access(path, F_OK) == 0 else {
      throw DiagnosticsError(
        error("ledger-missing", "There is no ledger yet.", remedy: "Import a statement: hearth import FILE."))
    }
    return try explained {
      let queue = try opened(isReadOnly: true)
      let version = try recognisedVersion(of: queue)
      if version == Migration.latestVersion { return queue }
      // Looking changes nothing: an older ledger is brought up to date in a copy, until somebody writes to it.
      let copy = try DatabaseQueue()
      if version > 0 { try queue.backup(to: copy) }
      try queue.close()
      try copy.write { try Self.migrate($0) }
      return copy
    }
  }

  func openedForWriting() throws -> DatabaseQueue {
    let isNew = try createExclusively()
    return try explained {
      if !isNew {
        // A newer ledger must stay untouched, and switching the journal would touch it.
        let queue = try opened(isReadOnly: true)
        _ = try recognisedVersion(of: queue)
        try queue.close()
      }
      let queue = try opened(isReadOnly: false)
      try queue.write { try Self.migrate($0) }
      return queue
    }
  }

  /// Applies the steps that the ledger has not seen, all or none.
  private static func migrate(_ database: Database) throws {
    let version = try Self.version(of: database)
    guard version < Migration.latestVersion else { return }
    for migration in Migration.all where migration.version > version {
      try database.execute(sql: migration.sql)
    }
    try database.execute(sql: "PRAGMA user_version = \(Migration.latestVersion)")
    try database.execute(sql: "PRAGMA application_id = \(Self.applicationID)")
  }

  /// Makes the file for its owner alone before SQLite can make it for everybody; whether it was made.
  private func createExclusively() throws -> Bool {
    let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    if descriptor >= 0 {
      close(descriptor)
      return true
    }
    guard errno == EEXIST else {
      let reason = String(cString: strerror(errno))
      throw DiagnosticsError(
        error("ledger-not-made", "The ledger cannot be made: \(reason).", remedy: "Check the household's folder."))
    }
    return false
  }

  private func opened(isReadOnly: Bool) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.busyMode = .timeout(10)
    configuration.journalMode = isReadOnly ? .default : .wal
    do {
      return try DatabaseQueue(path: path, configuration: configuration)
    } catch  where isReadOnly && access(path + "-wal", F_OK) != 0 {
      // Without permission to make the -shm file beside it, a closed ledger is read as the constant file that it is.
      return try DatabaseQueue(path: "file:\(escaped)?immutable=1", configuration: configuration)
    }
  }

  /// What SQLite refuses, in the user's words.
  private func explained(_ open: () throws -> DatabaseQueue) throws -> DatabaseQueue {
    do {
      return try open()
    } catch let reason as DatabaseError {
      throw DiagnosticsError(
        error(
          "ledger-not-opened", "The ledger cannot be opened: \(reason.message ?? "\(reason.resultCode)").",
          remedy: "Check that it is a ledger of Hearth's and that you may read it."))
    }
  }

  /// The path with what a URI would misunderstand.
  private var escaped: String {
    path.map { ["%": "%25", "?": "%3f", "#": "%23"][$0] ?? String($0) }.joined()
  }

  static func openedInMemory() throws -> DatabaseQueue {
    let queue = try DatabaseQueue()
    try queue.write { try Self.migrate($0) }
    return queue
  }

  private func recognisedVersion(of queue: DatabaseQueue) throws -> Int {
    let found = try queue.read { database in
      (
        version: try Self.version(of: database),
        application: try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
        isEmpty: try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") == 0
      )
    }
    guard found.application == Self.applicationID || (found.isEmpty && found.version == 0) else {
      throw DiagnosticsError(
        error("ledger-foreign", "The file is a database, but no ledger.", remedy: "Name another household folder."))
    }
    guard found.version <= Migration.latestVersion else {
      throw DiagnosticsError(
        error(
          "ledger-newer",
          "The ledger has version \(found.version); this program knows version \(Migration.latestVersion). Nothing was touched.",
          remedy: "Use the version of Hearth that wrote it, or a newer one."))
    }
    return found.version
  }

  private static func version(of database: Database) throws -> Int {
    try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
  }

  private func error(_ code: String, _ message: String, remedy: String) -> Diagnostic {
    Diagnostic(.error, code: code, message, at: SourceLocation(file: path), remedy: remedy)
  }
}
