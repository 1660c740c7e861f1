import Diagnostics
public import Statements

/// How a file and its profile fit: `hearth importers check`.
public struct ProfileCheckReport: Report {
  public let check: ProfileCheck

  public init(_ check: ProfileCheck) { self.check = check }

  /// The document `hearth.importer-check/1`.
  public var json: JSONValue {
    .object([
      "schema": .string("hearth.importer-check/1"),
      "file": .string(check.file),
      "profile": check.profile?.json,
      "rows": check.rows?.json,
      "unusedColumns": .array(
        check.unusedColumns.map {
          .object(["name": .string($0.name), "line": .integer($0.line), "column": $0.column.map { .integer($0) }])
        }),
      "diagnostics": .array(check.diagnostics.map(\.json)),
    ])
  }

  public func text(_ style: TextStyle) -> String {
    var output = style.bold(check.file) + "  " + verdict + "\n"
    if let rows = check.rows { output += rows.summary(style) }
    if !check.unusedColumns.isEmpty {
      let names = check.unusedColumns.map { "“\($0.name)” (\($0.line)\($0.column.map { ":\($0)" } ?? ""))" }
      output += "  Columns that nothing uses: " + names.joined(separator: ", ") + "\n"
    }
    return output
  }

  private var verdict: String {
    guard let profile = check.profile else {
      return check.rows == nil ? "no profile reads it" : "is no CSV file and needs no profile"
    }
    let errors = check.diagnostics.count { $0.severity == .error }
    let warnings = check.diagnostics.count { $0.severity == .warning }
    let counts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
      .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    let found = counts.isEmpty ? "nothing is wrong" : counts.joined(separator: ", ")
    return profile.file == check.file ? found : "read by \(profile.name): \(found)"
  }
}
