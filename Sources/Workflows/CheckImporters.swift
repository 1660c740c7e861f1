public import Diagnostics
import Foundation
import Importers
public import Statements

/// A proposed profile as it was written, and what the file gives when it is read with it.
public struct DraftedImporter: Sendable {
  public let file: String
  /// How many of its lines are marked as unsure.
  public let doubts: Int
  public let reading: Reading<ParsedFile>
}

extension HouseholdFolder {
  /// The profiles that Hearth has and those of the household, with what is wrong with these: `hearth importers list`.
  public func importers() throws -> Reading<[KnownProfile]> { try statementReader().knownProfiles }

  /// What a profile gets wrong, given the profile or a file that it should read: `hearth importers check`.
  public func checkImporter(_ file: String) throws -> ProfileCheck {
    let reader = try statementReader()
    if file.hasSuffix(".yaml") || file.hasSuffix(".yml") {
      return reader.checkingProfile(try FileBytes.text(of: file), file: file)
    }
    return reader.checking(try FileBytes.reading(file), file: file)
  }

  /// Proposes a profile for a file that no broker's profile reads, and reads the file with it: `hearth importers new`.
  ///
  /// - Throws: `DiagnosticsError` where the file is known already, has no table, or the profile would replace one.
  public func draftImporter(for file: String, broker: String?) throws -> DraftedImporter {
    let bytes = try FileBytes.reading(file)
    if let profile = try statementReader().readerOf(bytes) {
      throw DiagnosticsError(
        Diagnostic(
          .error, code: "profile-not-needed", "\(profile) reads this file already", at: SourceLocation(file: file),
          remedy: "See what it makes of it with “hearth inspect” and “hearth importers check”."))
    }
    let draft = try ProfileDraft.reading(bytes, file: file, broker: broker).get()
    let profile = importersFolder + "/" + draft.name + ".yaml"
    guard !FileManager.default.fileExists(atPath: profile) else {
      throw DiagnosticsError(
        Diagnostic(
          .error, code: "profile-exists", "there is a profile of this name", at: SourceLocation(file: profile),
          remedy: "Edit it, or name the new one with --broker."))
    }
    try FileManager.default.createDirectory(
      atPath: importersFolder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try Data(draft.text.utf8).write(to: URL(filePath: profile), options: .withoutOverwriting)
    return DraftedImporter(file: profile, doubts: draft.doubts, reading: try inspect(file))
  }
}
