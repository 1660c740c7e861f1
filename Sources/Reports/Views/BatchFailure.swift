public import Diagnostics

/// The line of a batch in a proposal's place where there is none: `hearth optimize --jsonl`.
public struct BatchFailure: Sendable {
  /// Counted from 1.
  public let line: Int
  public let diagnostics: [Diagnostic]

  public init(line: Int, diagnostics: [Diagnostic]) {
    self.line = line
    self.diagnostics = diagnostics
  }

  /// The document `hearth.failure/1`.
  public var json: JSONValue {
    .object([
      "schema": .string("hearth.failure/1"), "line": .integer(line), "diagnostics": .array(diagnostics.map(\.json)),
    ])
  }
}
