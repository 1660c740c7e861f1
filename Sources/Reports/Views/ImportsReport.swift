public import Statements

/// The imports in the ledger: `hearth imports`.
public struct ImportsReport: Report {
  public let imports: [ImportRecord]

  public init(_ imports: [ImportRecord]) { self.imports = imports }

  /// The document `hearth.imports/1`.
  public var json: JSONValue {
    .object([
      "schema": .string("hearth.imports/1"),
      "imports": .array(
        imports.map { record in
          .object([
            "import": .integer(record.number),
            "importedAt": .string(record.moment),
            "undone": record.stands ? nil : .bool(true),
            "files": .array(
              record.files.map {
                .object(["file": .string($0.name), "sha256": .string($0.sha256), "rows": .integer($0.rows)])
              }),
          ])
        }),
    ])
  }

  public func text(_ style: TextStyle) -> String {
    if imports.isEmpty { return "The ledger is empty.\n" }
    var table = Table([.number("Import"), .text("Made"), .text("File", flexible: true), .number("Rows")])
    for record in imports {
      if !record.stands { table.add([String(record.number), record.moment, "undone", ""]) }
      for (index, file) in record.files.enumerated() {
        table.add([
          index == 0 ? String(record.number) : "", index == 0 ? record.moment : "", file.name, String(file.rows),
        ])
      }
    }
    return table.rendered(style)
  }
}

extension UndoReceipt {
  /// The document `hearth.undo/1`.
  public var json: JSONValue {
    .object([
      "schema": .string("hearth.undo/1"),
      "import": .integer(number),
      "transactionsRemoved": .integer(transactionsRemoved),
      "transactionsKept": .integer(transactionsKept),
    ])
  }

  /// What was taken back, for a person.
  public var summary: String {
    let kept = transactionsKept == 0 ? "" : " \(transactionsKept) stay: another import has seen them too."
    return "Import \(number) is undone: \(transactionsRemoved) transactions are gone.\(kept)\n"
  }
}
