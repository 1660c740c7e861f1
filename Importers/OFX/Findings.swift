import Diagnostics

/// The diagnostics of one file, each at its place.
struct Findings {
  let file: String
  private var log = DiagnosticLog()

  init(file: String) { self.file = file }

  mutating func add(
    _ severity: Diagnostic.Severity, _ code: String, _ message: String, at place: Place? = nil,
    element: String? = nil, remedy: String? = nil
  ) {
    log.add(
      Diagnostic(
        severity, code: code, message,
        at: SourceLocation(file: file, line: place.map { Int($0.line) }, column: place.map { Int($0.column) }),
        element: element, remedy: remedy))
  }

  var all: [Diagnostic] { log.all }
}
