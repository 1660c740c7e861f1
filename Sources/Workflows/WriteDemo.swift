import Diagnostics
import Foundation

extension HouseholdFolder {
  /// Writes the demo household's `household.yaml` and statements into this folder: `hearth demo`.
  ///
  /// - Returns: the paths of the statements, in the order of their names.
  /// - Throws: `DiagnosticsError` where the folder holds a household already.
  public func writeDemo() throws -> [String] {
    if hasHouseholdFile || hasLedger {
      throw DiagnosticsError(
        Diagnostic(
          .error, code: "demo-not-empty", "there is a household in this folder already",
          at: SourceLocation(file: path), remedy: "Name a new folder: hearth demo DIR."))
    }
    let folder = "DemoHousehold/"
    var statements: [String] = []
    for file in EmbeddedText.files where file.name.hasPrefix(folder) {
      let target = path + "/" + file.name.dropFirst(folder.count)
      let parent = URL(filePath: target).deletingLastPathComponent()
      try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
      try Data(file.text.utf8).write(to: URL(filePath: target))
      if file.name.hasPrefix(folder + "statements/") { statements.append(target) }
    }
    return statements
  }
}
