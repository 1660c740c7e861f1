import Diagnostics
import Foundation

/// Reads whole files, with a diagnostic in place of a system's error number.
enum FileBytes {
  /// Statements are read whole; a larger file is refused before it is opened.
  static let limit = 1 << 30

  /// - Throws: `DiagnosticsError` with the code `file-absent` or `file-unreadable`.
  static func reading(_ file: String) throws -> [UInt8] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) else {
      throw failure("file-absent", "there is no such file", file, remedy: "Check the path.")
    }
    if isFolder.boolValue {
      throw failure("file-unreadable", "this is a folder, not a file", file, remedy: "Name the files in it.")
    }
    let size = (try? FileManager.default.attributesOfItem(atPath: file)[.size] as? Int) ?? 0
    if size > limit {
      throw failure("file-too-large", "the file is larger than 1 GiB", file, remedy: "Download a shorter period.")
    }
    guard let data = FileManager.default.contents(atPath: file) else {
      throw failure("file-unreadable", "the file cannot be read", file, remedy: "Check who may read it.")
    }
    return [UInt8](data)
  }

  private static func failure(_ code: String, _ message: String, _ file: String, remedy: String) -> DiagnosticsError {
    DiagnosticsError(
      Diagnostic(.error, code: code, message, at: SourceLocation(file: file), remedy: remedy))
  }
}
