public import Diagnostics

extension Diagnostic {
  /// `{severity, code, message, line, column, element, remedy}` of the output contracts.
  public var json: JSONValue {
    .object([
      "severity": .string(severity.rawValue),
      "code": .string(code),
      "message": .string(message),
      "file": .text(place?.file),
      "line": place?.line.map { .integer($0) },
      "column": place?.column.map { .integer($0) },
      "element": .text(element),
      "remedy": .text(remedy),
    ])
  }
}
