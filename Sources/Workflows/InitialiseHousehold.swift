public import Diagnostics
import Foundation
public import HouseholdFile
import Importers
public import Statements

/// A household file as it was written.
public struct InitialisedHousehold: Sendable {
  public let file: String
  /// Whether accounts and securities were added to a file that was there.
  public let wasThere: Bool
  /// Whether anything was written.
  public let isChanged: Bool
  /// Accounts that the file only asks about, since no statement says their kind.
  public let openQuestions: Int
  public let diagnostics: [Diagnostic]
}

extension HouseholdFolder {
  /// Reads statements for `hearth init`, which describes what is in them.
  ///
  /// - Throws: `DiagnosticsError` where a file cannot be used.
  public func statementsToDescribe(_ files: [String]) throws -> Reading<[ParsedFile]> {
    let reader = try statementReader()
    var parsed: [ParsedFile] = []
    var diagnostics: [Diagnostic] = []
    for file in files {
      let reading = reader.reading(try FileBytes.reading(file), file: file)
      diagnostics += reading.diagnostics
      if let value = reading.value { parsed.append(value) }
    }
    let hasErrors = diagnostics.contains { $0.severity == .error }
    return Reading(hasErrors ? nil : parsed, diagnostics: diagnostics)
  }

  /// Writes `household.yaml` from what `files` show, or adds to the one that is there what it lacks.
  public func initialise(from files: [ParsedFile], answers: HouseholdDraft.Answers) throws -> InitialisedHousehold {
    let wasThere = hasHouseholdFile
    var old = ""
    var text = HouseholdDraft.text(for: files, answers: answers)
    var diagnostics: [Diagnostic] = []
    if wasThere {
      old = try FileBytes.text(of: householdFile)
      let reading = HouseholdDraft.adding(files, to: old, file: householdFile, answers: answers)
      text = try reading.get()
      diagnostics = reading.diagnostics
    } else {
      diagnostics = HouseholdFile.reading(text, file: householdFile).diagnostics
    }
    let isChanged = !wasThere || old != text
    if isChanged { try write(text) }
    let questions = text.split(separator: "\n").count { $0.contains("# What kind of account is") }
    return InitialisedHousehold(
      file: householdFile, wasThere: wasThere, isChanged: isChanged, openQuestions: questions, diagnostics: diagnostics)
  }

  /// Atomically, and readable for its owner alone.
  private func write(_ text: String) throws {
    let manager = FileManager.default
    try manager.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let existing = (try? manager.attributesOfItem(atPath: householdFile))?[.posixPermissions] as? Int
    try Data(text.utf8).write(to: URL(filePath: householdFile), options: .atomic)
    try manager.setAttributes([.posixPermissions: existing ?? 0o600], ofItemAtPath: householdFile)
  }
}
