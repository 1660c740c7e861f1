import Diagnostics
public import Statements

extension ImportReceipt {
  /// The document `hearth.import/1`.
  public func json(isDryRun: Bool) -> JSONValue {
    .object([
      "schema": .string("hearth.import/1"),
      "import": number.map { .integer($0) },
      "dryRun": isDryRun ? .bool(true) : nil,
      "files": .array(plan.files.map(\.json)),
      "unmappedAccounts": .array(plan.unmappedAccounts.map { .string($0) }),
      "diagnostics": .array(plan.diagnostics.map(\.json)),
    ])
  }
}

extension ImportPlan.File {
  var json: JSONValue {
    .object([
      "file": .string(file), "rows": .integer(rows), "new": .integer(new), "changed": .integer(changed),
      "duplicate": .integer(duplicate), "conflicting": .integer(conflicting), "parts": .integer(parts),
      "leftOut": .integer(leftOut),
      "skipped": .array(
        skipped.map {
          .object(["line": .integer($0.line), "reason": .string($0.reason), "matches": .text($0.matches)])
        }),
      "changes": .array(
        changes.map {
          .object([
            "line": $0.line.map { .integer($0) }, "before": .text($0.before), "after": .text($0.after),
          ])
        }),
    ])
  }
}
