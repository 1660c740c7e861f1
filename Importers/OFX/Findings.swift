import Diagnostics

/// The diagnostics of one file, with a limit for each code, so that a hostile file cannot fill the memory with complaints.
struct Findings {
  static let limit = 50
  let file: String
  private(set) var diagnostics: [Diagnostic] = []
  private var counts: [String: Int] = [:]

  init(file: String) { self.file = file }

  mutating func add(
    _ severity: Diagnostic.Severity, _ code: String, _ message: @autoclosure () -> String, at place: Place? = nil,
    element: @autoclosure () -> String? = nil, remedy: @autoclosure () -> String? = nil
  ) {
    let count = counts[code, default: 0] + 1
    counts[code] = count
    guard count <= Self.limit else { return }
    diagnostics.append(
      Diagnostic(
        severity, code: code, message(),
        at: SourceLocation(file: file, line: place.map { Int($0.line) }, column: place.map { Int($0.column) }),
        element: element(), remedy: remedy()))
  }

  /// All diagnostics, with how many more of a code there were than are listed.
  var all: [Diagnostic] {
    diagnostics
      + counts.filter { $0.value > Self.limit }.sorted { $0.key < $1.key }.map { code, count in
        Diagnostic(
          .note, code: "ofx-more-findings", "\(count - Self.limit) more findings of the kind \(code) are not listed",
          at: SourceLocation(file: file))
      }
  }
}
