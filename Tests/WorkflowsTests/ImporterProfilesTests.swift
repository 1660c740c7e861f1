import Diagnostics
import Foundation
import Ledger
import Measures
import PortfolioModel
import Statements
import TestSupport
import Testing
import Workflows

@Suite("A household's own importer profiles")
struct ImporterProfilesTests {
  static let statement = """
    Konto: D-77
    Datum;Vorgang;ISIN;Stück;Betrag
    03.02.2026;Kauf;IE00BK5BQT80;10;-1.000,50
    04.02.2026;Ausschüttung;IE00BK5BQT80;;12,00

    """

  /// A folder that goes away again, with a household in it and a file beside that.
  func withFolder(_ test: (HouseholdFolder, String) throws -> Void) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "hearth-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url) }
    let file = url.appending(path: "Umsätze.csv").path
    try Self.statement.write(toFile: file, atomically: true, encoding: .utf8)
    try test(HouseholdFolder(path: url.appending(path: "household").path), file)
  }

  @Test("are proposed from a file, written once, and read it")
  func proposed() throws {
    try withFolder { household, file in
      #expect(try household.inspect(file).value == nil)
      let draft = try household.draftImporter(for: file, broker: "My Bank")
      #expect(draft.file == household.path + "/importers/my-bank.yaml")
      #expect(draft.reading.value?.profile == "my-bank")
      #expect(draft.reading.value?.statements.first?.entries.map(\.kind) == [.buy, .dividend])
      #expect(try household.importers().value?.first?.file == draft.file)
      #expect(try household.checkImporter(file).profile?.name == "my-bank")
      #expect(try household.checkImporter(draft.file).isClean)
      let receipt = try household.importStatements([file], at: "2026-11-24T10:00:00Z").receipt
      #expect(receipt?.plan.files.first?.new == 2)
    }
  }

  @Test("never replace one another")
  func kept() throws {
    try withFolder { household, file in
      let profile = household.path + "/importers/my-bank.yaml"
      try FileManager.default.createDirectory(atPath: household.path + "/importers", withIntermediateDirectories: true)
      try "name: mine\n".write(toFile: profile, atomically: true, encoding: .utf8)
      let error = #expect(throws: DiagnosticsError.self) { try household.draftImporter(for: file, broker: "my-bank") }
      #expect(error?.diagnostics.map(\.code) == ["profile-exists"])
      #expect(try String(contentsOfFile: profile, encoding: .utf8) == "name: mine\n")
    }
  }

  @Test("are not proposed for a file that a profile reads")
  func known() throws {
    try withFolder { household, file in
      try "Run Date,Action,Symbol,Amount ($)\n01/02/2026,YOU BOUGHT,VTI,-1\n"
        .write(toFile: file, atomically: true, encoding: .utf8)
      let error = #expect(throws: DiagnosticsError.self) { try household.draftImporter(for: file, broker: nil) }
      #expect(error?.diagnostics.map(\.code) == ["profile-not-needed"])
      #expect(!FileManager.default.fileExists(atPath: household.path + "/importers"))
    }
  }

  @Test("with mistakes are told with their path when a file is refused, and by every check")
  func broken() throws {
    try withFolder { household, file in
      let profile = household.path + "/importers/my-bank.yaml"
      try FileManager.default.createDirectory(atPath: household.path + "/importers", withIntermediateDirectories: true)
      try "name: mine\nbrocker: mine\n".write(toFile: profile, atomically: true, encoding: .utf8)
      let place = SourceLocation(file: profile, line: 2, column: 1)
      let outcome = try household.importStatements([file], at: "2026-11-24T10:00:00Z")
      #expect(outcome.receipt == nil)
      #expect(outcome.diagnostics.contains { $0.place == place && $0.remedy == "Did you mean “broker”?" })
      for checked in [file, profile] {
        #expect(try household.checkImporter(checked).diagnostics.contains { $0.place == place }, "\(checked)")
      }
    }
  }

  @Test("a reverse split of two rows keeps basis and day of the lots that were there")
  func reverseSplit() throws {
    try withFolder { household, _ in
      let file = household.path + "-Individual_XXX765_Transactions_20261120-101500.csv"
      try """
      "Date","Action","Symbol","Description","Quantity","Price","Fees & Comm","Amount"
      "08/14/2026","Reverse Split","SMLX","SMALL CORP","20","","",""
      "08/14/2026","Reverse Split","000000AC9","SMALL CORP XXXREVERSE SPLIT EFF: 08/14/26","-200","","",""
      "01/12/2026","Buy","SMLX","SMALL CORP","200","$1.50","","-$300.00"

      """.write(toFile: file, atomically: true, encoding: .utf8)
      _ = try household.importStatements([file], at: "2026-11-24T10:00:00Z")
      let holding = try #require(try household.view(asOf: "2026-11-24").snapshot.holdings.first)
      #expect(holding.lots.map(\.quantity) == ["20"])
      #expect(holding.lots.map(\.basis) == ["300"])
      #expect(holding.lots.map(\.acquired) == ["2026-01-12"])
    }
  }
}
