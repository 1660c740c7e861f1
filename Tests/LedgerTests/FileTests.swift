import Diagnostics
import Foundation
import GRDB
import Ledger
import Measures
import PortfolioModel
import Schemas
import Statements
import TestSupport
import Testing

/// The file of a ledger: who may read it, and what happens to others' files.
struct FileTests {
  func codes(of action: () throws -> Void) -> [String] {
    do {
      try action()
      return []
    } catch let error as DiagnosticsError {
      return error.diagnostics.map(\.code)
    } catch {
      return ["\(error)"]
    }
  }

  func execute(_ sql: String, at path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
  }

  @Test func onlyTheOwnerMayReadIt() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(.csv("a.csv", statement([entry(.cash, "2026-01-02", cash: "1")])))
    for name in try FileManager.default.contentsOfDirectory(atPath: ledger.folder.path) {
      let attributes = try FileManager.default.attributesOfItem(atPath: ledger.folder.appending(path: name).path)
      #expect((attributes[.posixPermissions] as? Int) == 0o600, "\(name)")
    }
  }

  @Test func readingMakesNoFile() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "none-\(UUID().uuidString).sqlite").path
    #expect(codes { _ = try Ledger(path: path, access: .reading) } == ["ledger-missing"])
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func readingSeesWhatWasWritten() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(.csv("a.csv", statement([entry(.cash, "2026-01-02", cash: "1")])))
    let reader = try Ledger(path: ledger.path, access: .reading)
    #expect(try reader.imports().count == 1)
    #expect(throws: (any Error).self) { try reader.undo(1, household: Household(name: "Nobody")) }
  }

  @Test func aNewerLedgerIsRefusedUntouched() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "newer-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "ledger.sqlite").path
    try execute(
      """
      PRAGMA application_id = \(0x4865_6172);
      PRAGMA user_version = \(Migration.latestVersion + 1);
      CREATE TABLE tomorrow (id INTEGER) STRICT
      """, at: path)
    let before = try Data(contentsOf: URL(filePath: path))
    for access in [Ledger.Access.reading, .writing] {
      #expect(codes { _ = try Ledger(path: path, access: access) } == ["ledger-newer"])
    }
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["ledger.sqlite"])
  }

  @Test func lookingAtAnOlderLedgerChangesNothing() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "older-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "ledger.sqlite").path
    let first = try #require(Migration.all.first).sql
    try execute(first, at: path)
    try execute(
      """
      PRAGMA application_id = \(0x4865_6172);
      PRAGMA user_version = 1;
      INSERT INTO imports (moment) VALUES ('2026-01-02')
      """, at: path)
    let before = try Data(contentsOf: URL(filePath: path))
    let ledger = try Ledger(path: path, access: .reading)
    #expect(try ledger.imports().map(\.moment) == ["2026-01-02"])
    #expect(try ledger.snapshot(asOf: "2026-11-24", household: Household(name: "Nobody")).get().holdings.isEmpty)
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
  }

  @Test func whatIsNoLedgerIsRefused() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "foreign-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let database = folder.appending(path: "music.sqlite").path
    try execute("CREATE TABLE songs (id INTEGER)", at: database)
    #expect(codes { _ = try Ledger(path: database, access: .writing) } == ["ledger-foreign"])
    let text = folder.appending(path: "notes.txt")
    try Data(String(repeating: "not a database ", count: 100).utf8).write(to: text)
    #expect(codes { _ = try Ledger(path: text.path, access: .writing) } == ["ledger-not-opened"])
    let gone = folder.appending(path: "no/such/folder/ledger.sqlite").path
    #expect(codes { _ = try Ledger(path: gone, access: .writing) } == ["ledger-not-made"])
  }

  @Test func anImportThatFailsHalfWayLeavesNothing() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(.csv("a.csv", statement([entry(.cash, "2026-01-02", cash: "1")])))
    try execute(
      """
      CREATE TRIGGER refuse BEFORE INSERT ON witnesses WHEN new.source = 'fee'
      BEGIN SELECT RAISE(ABORT, 'refused'); END
      """, at: ledger.path)
    let good = entry(.cash, "2026-01-03", cash: "1")
    let bad = entry(.fee, "2026-01-04", cash: "-1")
    #expect(throws: (any Error).self) {
      try ledger.record(.csv("b.csv", statement([good])), .csv("c.csv", statement(of: "X2", [good, bad])))
    }
    #expect(try ledger.ledger.imports().count == 1)
    #expect(try ledger.snapshot().summary == ["fidelity:X1 cash 1.00"])
  }

  @Test func everyFieldIsKeptAsPrinted() throws {
    let ledger = try TemporaryLedger()
    var row = entry(.buy, "2026-01-02", "VTI", units: "137.142857142857", cash: "-40000.005", id: "A")
    row.price = "291.6666666667"
    row.memo = "YOU BOUGHT"
    row.closes = [StatementEntry.ClosedLot(acquired: "2013-07-16", units: "15", price: "87.281", basis: nil)]
    try ledger.record(.csv("a.csv", statement([row])))
    let queue = try DatabaseQueue(path: ledger.path)
    try queue.read { database in
      let stored = try #require(
        try Row.fetchOne(
          database, sql: "SELECT units_e8, effect_units_e8, price_e10, amount_micros, memo, line FROM witnesses"))
      #expect(stored["units_e8"] == "137.142857142857")
      #expect(stored["effect_units_e8"] == 13_714_285_714)
      #expect(stored["price_e10"] == 2_916_666_666_667)
      #expect(stored["amount_micros"] == -40_000_005_000)
      #expect(stored["memo"] == "YOU BOUGHT")
      #expect(stored["line"] == 2)
      #expect(try Int.fetchOne(database, sql: "SELECT units_e8 FROM named_lots") == 1_500_000_000)
    }
  }
}
