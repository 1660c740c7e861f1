import Diagnostics
import Foundation
import Importers
import Testing

/// The real exports are read as recorded: each reading was held beside its file, row by row, when it was recorded.
///
/// `HEARTH_RECORD=1 swift test --filter CorpusReadingTests` records them anew and fails. Before that is committed, look at what
/// `HEARTH_SHOW=name swift test --filter CorpusTests` prints of each file that changed, beside the file.
@Suite struct CorpusReadingTests {
  static let table = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Expected/corpus-csv.tsv")

  @Test(.enabled(if: CorpusTests.corpus != nil, "no corpus beside this checkout"))
  func isReadAsRecorded() throws {
    let readings = try CorpusTests.files(in: ["csv-transactions", "csv-positions", "csv-lots"]).map { file in
      let bytes = [UInt8](try Data(contentsOf: file))
      let path = file.pathComponents.suffix(3).joined(separator: "/")
      return RecordedReading(
        path: path, bytes: bytes, reading: StatementReader().reading(bytes, file: file.lastPathComponent))
    }
    if ProcessInfo.processInfo.environment["HEARTH_RECORD"] != nil {
      let lines = [RecordedReading.columns.joined(separator: "\t")] + readings.map(\.line)
      try (lines.joined(separator: "\n") + "\n").write(to: Self.table, atomically: true, encoding: .utf8)
      Issue.record("recorded Expected/corpus-csv.tsv")
      return
    }
    let lines = try String(contentsOf: Self.table, encoding: .utf8).split(separator: "\n")
    #expect(lines.first.map(String.init) == RecordedReading.columns.joined(separator: "\t"))
    let recorded = Dictionary(
      lines.dropFirst().compactMap { RecordedReading(line: $0) }.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
    #expect(recorded.count == lines.count - 1)
    var compared = 0
    for reading in readings {
      guard let record = recorded[reading.path], record.file == reading.file else {
        print("\(reading.path) is another file than the one recorded, and not compared")
        continue
      }
      compared += 1
      let differences = reading.differences(from: record)
      #expect(differences.isEmpty, "\(reading.path): \(differences)")
    }
    #expect(compared > 0, "none of the files is one that is recorded")
  }
}
