import Diagnostics
import Measures
import Statements

@testable import Workflows

/// What is recorded of the reading of one file: facts by which a change of it shows, and none of the file's own data.
struct RecordedReading {
  static let columns =
    ["path", "sha256", "profile"] + RowCount.Use.allCases.map(\.rawValue)
    + ["headers", "text", "left out", "diagnostics", "cash", "units", "reading"]

  /// One for each column.
  let facts: [String]

  var path: String { facts[0] }
  /// The digest of the file itself: a file that was replaced is another, and not read differently.
  var file: String { facts[1] }
  var line: String { facts.joined(separator: "\t") }

  init?(line: Substring) {
    facts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard facts.count == Self.columns.count else { return nil }
  }

  init(path: String, bytes: [UInt8], reading: Reading<ParsedFile>) {
    let file = reading.value
    let rows = file?.rows ?? RowCount()
    let entries = file?.statements.flatMap(\.entries) ?? []
    let held = (file?.statements.flatMap(\.positions) ?? []).map(\.units)
    let lots = (file?.statements.flatMap(\.lots) ?? []).map { Optional($0.units) }
    let text = StatementText(reading).text
    facts =
      [path, SHA256Digest.hexadecimal(of: bytes), file.map { $0.profile ?? $0.format.rawValue } ?? "refused"]
      + RowCount.Use.allCases.map { String(rows[$0]) }
      + [rows.headers, rows.texts, rows.skipped.count, reading.diagnostics.count].map(String.init)
      + [
        Self.sum(entries.map(\.effect.cash)),
        Self.sum((entries.map(\.effect.units) + held + lots).map { $0?.magnitude }),
        SHA256Digest.hexadecimal(of: Array(text.utf8)),
      ]
  }

  /// What differs, by name; the digest of the reading alone where no count does.
  func differences(from recorded: Self) -> String {
    let named = facts.indices.filter { facts[$0] != recorded.facts[$0] }.map { index in
      "\(Self.columns[index]) \(facts[index]), recorded \(recorded.facts[index])"
    }
    return named.joined(separator: "; ")
  }

  /// Of whatever currency or security: a sum that shows a change, and means nothing else.
  private static func sum(_ numbers: [PrintedNumber?]) -> String {
    let sum = numbers.compactMap(\.self).reduce(PrintedNumber?(PrintedNumber(significand: 0, scale: 0))) { sum, next in
      sum.flatMap { $0.adding(next) }
    }
    return sum?.description ?? "too many digits"
  }
}
