public import Diagnostics

/// A household file as it was written or completed: `hearth init`.
public struct HouseholdFileReport: Report {
  public let file: String
  /// Whether accounts and securities were added to a file that was there.
  public let wasThere: Bool
  public let isChanged: Bool
  /// Accounts that the file only asks about.
  public let openQuestions: Int
  public let diagnostics: [Diagnostic]

  public init(file: String, wasThere: Bool, isChanged: Bool, openQuestions: Int, diagnostics: [Diagnostic]) {
    self.file = file
    self.wasThere = wasThere
    self.isChanged = isChanged
    self.openQuestions = openQuestions
    self.diagnostics = diagnostics
  }

  /// The document `hearth.init/1`.
  public var json: JSONValue {
    .object([
      "schema": .string("hearth.init/1"), "file": .string(file), "wasThere": .bool(wasThere),
      "changed": .bool(isChanged), "openQuestions": .integer(openQuestions),
      "diagnostics": .array(diagnostics.map(\.json)),
    ])
  }

  public func text(_ style: TextStyle) -> String {
    let count = openQuestions == 1 ? "one question" : "\(openQuestions) questions"
    let questions = openQuestions == 0 ? "" : " It asks \(count) about accounts."
    if !wasThere { return "\(file) is written.\(questions) Read it, then: hearth import FILE…\n" }
    return isChanged
      ? "\(file) has what it lacked.\(questions)\n" : "\(file) lacks nothing that these statements show.\n"
  }
}

/// The demo household as it was written: `hearth demo`.
public struct DemoReport: Report {
  public let folder: String
  public let statements: [String]

  public init(folder: String, statements: [String]) {
    self.folder = folder
    self.statements = statements
  }

  /// The document `hearth.demo/1`.
  public var json: JSONValue {
    .object([
      "schema": .string("hearth.demo/1"), "folder": .string(folder),
      "statements": .array(statements.map { .string($0) }),
    ])
  }

  public func text(_ style: TextStyle) -> String {
    "\(folder)/household.yaml says who owns what and what is wanted. The statements:\n"
      + statements.map { "  \($0)\n" }.joined()
      + "Next: hearth import --household \(folder) \(folder)/statements/*/*\n"
  }
}
