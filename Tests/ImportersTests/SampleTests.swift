import Diagnostics
import Foundation
import Importers
import Statements
import Testing

/// Every sample under `Importers/Samples` is read as its recorded expectation says.
///
/// `HEARTH_RECORD=1 swift test --filter SampleTests` records them anew and fails, so that nothing is ever recorded in silence:
/// read the difference before you commit it.
@Suite struct SampleTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Importers/Samples")

  static let samples: [String] = {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return paths.filter { $0.hasSuffix(".csv") || $0.hasSuffix(".json") }.sorted()
  }()

  @Test(arguments: samples) func isReadAsRecorded(_ sample: String) throws {
    let file = Self.folder.appending(path: sample)
    let expectation = URL(filePath: file.path + ".expected.txt")
    let bytes = [UInt8](try Data(contentsOf: file))
    let reading = StatementReader().reading(bytes, file: file.lastPathComponent)
    let text = StatementText(reading).text
    if ProcessInfo.processInfo.environment["HEARTH_RECORD"] != nil {
      try text.write(to: expectation, atomically: true, encoding: .utf8)
      Issue.record("recorded \(sample).expected.txt")
      return
    }
    #expect(try String(contentsOf: expectation, encoding: .utf8) == text)
    #expect(reading.value?.brokenInvariants ?? [] == [])
  }

  @Test func thereIsASampleForEveryProfile() throws {
    let used = try Self.samples.map { sample in
      let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: sample)))
      return StatementReader().reading(bytes, file: sample).value?.profile
    }
    let profiles = try FileManager.default.contentsOfDirectory(
      atPath: Self.folder.deletingLastPathComponent().appending(path: "Brokers/Profiles").path)
    for profile in profiles where profile.hasSuffix(".yaml") {
      #expect(used.contains(String(profile.dropLast(5))), "\(profile) has no sample")
    }
  }
}
