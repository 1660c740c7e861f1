import Diagnostics
import Foundation
import Statements
import TestSupport
import Testing
import Workflows

/// An account is named as tables print it, where that names one.
struct AccountNameTests {
  private func record(in account: String) throws -> ImportReceipt {
    let path = FileManager.default.temporaryDirectory.appending(path: "names-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let text = """
      household: {name: Elm Street}
      members:
        ann: {name: Ann, born: 1980-05-01}
      accounts:
        taxable_x178: {name: Individual, kind: taxable, owner: ann}
        ira_1: {name: IRA, kind: roth_ira, owner: ann}
        ira_2: {name: IRA, kind: ira, owner: ann}

      """
    try text.write(toFile: path + "/household.yaml", atomically: true, encoding: .utf8)
    let fact = HandWrittenFact(account: account, fact: .cash("100"), day: "2026-03-02")
    return try HouseholdFolder(path: path).record(fact, at: "2026-11-24", isDryRun: true)
  }

  @Test func aPrintedNameThatIsUniqueNamesAnAccount() throws {
    #expect(try record(in: "Individual").plan.files.map(\.new) == [1])
    #expect(try record(in: "Individual").plan.unmappedAccounts.isEmpty)
  }

  @Test func anyOtherNameIsAnsweredWithTheCandidates() throws {
    let shared = try #require(throws: DiagnosticsError.self) { try record(in: "IRA") }
    #expect(shared.diagnostics.map(\.message) == ["The household has 2 accounts “IRA”."])
    #expect(shared.diagnostics[0].remedy?.hasSuffix("household.yaml: ira_1, ira_2.") ?? false)
    let unknown = try #require(throws: DiagnosticsError.self) { try record(in: "Nowhere") }
    #expect(unknown.diagnostics[0].remedy?.hasSuffix("household.yaml: taxable_x178, ira_1, ira_2.") ?? false)
  }
}
