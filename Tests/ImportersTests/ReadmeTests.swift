import Diagnostics
import Foundation
import Importers
import Statements
import Testing

/// The profile that `Importers/README.md` shows reads the file that it shows.
@Suite struct ReadmeTests {
  static let readme = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Importers/README.md")

  @Test func showsAProfileThatWorks() throws {
    let blocks = try String(contentsOf: Self.readme, encoding: .utf8).components(separatedBy: "```")
    let sample = try #require(blocks.first { $0.hasPrefix("\nAccount;") })
    let profile = try #require(blocks.first { $0.hasPrefix("yaml\n") }).dropFirst(5)
    let reading = StatementReader(extraProfiles: [(name: "mybank.yaml", text: String(profile))])
      .reading(Array(sample.utf8), file: "x.csv")
    #expect(reading.diagnostics.isEmpty)
    let statement = try #require(reading.value?.statements.first)
    #expect(statement.entries.map(\.kind) == [.buy, .dividend])
    #expect(statement.account.number == "D-77")
    #expect(reading.value?.rows.skipped.map(\.reason) == ["a total of other rows"])
  }
}
