import Diagnostics
import Foundation
import Importers
import Measures
import Statements
import Testing

/// The profile that `Importers/README.md` shows reads the file that it shows.
@Suite struct ReadmeTests {
  static let readme = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Importers/README.md")

  static func blocks() throws -> (sample: [UInt8], profile: String) {
    let blocks = try String(contentsOf: Self.readme, encoding: .utf8).components(separatedBy: "```")
    let sample = try #require(blocks.first { $0.hasPrefix("\nMyBank AG") })
    let profile = try #require(blocks.first { $0.hasPrefix("yaml\n") }).dropFirst(5)
    return (Array(sample.utf8), String(profile))
  }

  func check(_ profile: String, _ sample: [UInt8]) throws -> [StatementEntry.Kind] {
    let reading = StatementReader(extraProfiles: [(name: "mybank.yaml", text: profile)])
      .reading(sample, file: "mybank.csv")
    let statement = try #require(reading.value?.statements.first)
    #expect(statement.account.number == "D-77")
    #expect(statement.entries.first?.security?.description == "ISIN:IE00BK5BQT80")
    #expect(statement.entries.first?.effect.units?.description == "10")
    #expect(statement.entries.map { $0.effect.cash?.description } == ["-1000.5", "12", "100"])
    #expect(reading.value?.rows.skipped.map(\.reason) == ["a total of other rows"])
    return statement.entries.map(\.kind)
  }

  @Test func showsAProfileThatWorks() throws {
    let (sample, profile) = try Self.blocks()
    #expect(try check(profile, sample) == [.buy, .dividend, .cash])
    let check = StatementReader(extraProfiles: [(name: "mybank.yaml", text: profile)])
      .checking(sample, file: "mybank.csv")
    #expect(check.isClean, "\(check.diagnostics)")
    #expect(check.unusedColumns.isEmpty)
  }

  @Test func tellsTheTruthAboutWhatIsProposed() throws {
    let (sample, _) = try Self.blocks()
    let draft = try #require(ProfileDraft.reading(sample, file: "mybank.csv").value)
    #expect(draft.name == "mybank")
    #expect(try check(draft.text, sample) == [.buy, .dividend, .other])
    #expect(draft.text.contains("Treuhandbuchung: other"))
  }
}
