import Diagnostics
import Foundation
import Importers
import Statements
import TestSupport
import Testing

/// Real exports from outside the project, where they are at hand.
@Suite struct CorpusTests {
  static let corpus = SharedCorpus.folder("imports/corpus")

  static func files(in folders: [String]) -> [URL] {
    guard let corpus else { return [] }
    return folders.flatMap { folder -> [URL] in
      let paths = (try? FileManager.default.subpathsOfDirectory(atPath: corpus.appending(path: folder).path)) ?? []
      return paths.sorted().map { corpus.appending(path: folder).appending(path: $0) }
    }.filter { ["csv", "txt"].contains($0.pathExtension.lowercased()) }
  }

  /// A broker without a name, and a page copied by hand: known, and not read.
  static let refused: Set = ["ai-import-european-broker.csv", "TreasuryDirect-viaClipboard.txt"]

  @Test(.enabled(if: corpus != nil, "no corpus beside this checkout"))
  func everyRowIsAccountedForAndNothingIsEmptySuccess() throws {
    for file in Self.files(in: ["csv-transactions", "csv-positions", "csv-lots"]) {
      let reading = StatementReader().reading([UInt8](try Data(contentsOf: file)), file: file.lastPathComponent)
      if ProcessInfo.processInfo.environment["HEARTH_SHOW"].map({ file.path.contains($0) }) ?? false {
        print("=== \(file.path)\n\(StatementText(reading).text)")
      }
      guard let parsed = reading.value else {
        #expect(reading.hasErrors, "\(file.lastPathComponent) is refused without a reason")
        #expect(Self.refused.contains(file.lastPathComponent), "\(file.lastPathComponent) is refused")
        continue
      }
      #expect(!reading.hasErrors, "\(file.lastPathComponent): \(reading.diagnostics)")
      #expect(parsed.brokenInvariants.isEmpty, "\(file.lastPathComponent)")
      #expect(parsed.rows.used > 0, "\(file.lastPathComponent) has rows and none is used")
    }
  }

  @Test(.enabled(if: corpus != nil, "no corpus beside this checkout"))
  func whatIsProposedForAnyOfThemIsAProfileThatReadsIt() throws {
    for file in Self.files(in: ["csv-transactions", "csv-positions", "csv-lots"]) {
      let bytes = [UInt8](try Data(contentsOf: file))
      guard let draft = ProfileDraft.reading(bytes, file: file.lastPathComponent).value else { continue }
      let check = StatementReader(extraProfiles: [(name: "draft.yaml", text: draft.text)])
        .checking(bytes, file: file.lastPathComponent)
      #expect(check.profile?.file == "draft.yaml", "\(file.lastPathComponent)\n\(draft.text)")
      #expect(!check.diagnostics.contains { $0.code.hasPrefix("profile-") && $0.severity == .error }, "\(draft.text)")
      // The lots of one security name it in their title alone, and the copied page names none.
      if file.path.contains("lots") || file.lastPathComponent.hasPrefix("TreasuryDirect") { continue }
      #expect(check.rows.map { $0.used > 0 } ?? false, "\(file.lastPathComponent)\n\(draft.text)")
    }
  }
}
