import Diagnostics
import Foundation

/// Reads whole files, with a diagnostic in place of a system's error number.
enum FileBytes {
  /// Statements are read whole; a larger file is refused.
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
    let tooLarge = failure(
      "file-too-large", "the file is larger than 1 GiB", file, remedy: "Download a shorter period.")
    guard size <= limit else { throw tooLarge }
    guard let bytes = contents(of: file, size: size) else {
      throw failure("file-unreadable", "the file cannot be read", file, remedy: "Check who may read it.")
    }
    guard bytes.count <= limit else { throw tooLarge }
    return bytes
  }

  /// Piece by piece, so that the file is never in memory twice, and a device that never ends is left in time.
  private static func contents(of file: String, size: Int) -> [UInt8]? {
    guard let handle = FileHandle(forReadingAtPath: file) else { return nil }
    defer { try? handle.close() }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    do {
      while bytes.count <= limit, let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
        bytes.append(contentsOf: piece)
      }
    } catch {
      return nil
    }
    return bytes
  }

  /// The text of a file that is edited by hand and may be written again, so that nothing in it must be guessed.
  ///
  /// - Throws: `DiagnosticsError` with the code `file-not-utf8` and the first line that is not, besides those of `reading`.
  static func text(of file: String) throws -> String {
    let bytes = try reading(file)
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
    throw failure(
      "file-not-utf8", "this line is not UTF-8 text", file, line: line.map { $0 + 1 },
      remedy: "Save the file as UTF-8 in your editor; nothing was changed in it.")
  }

  private static func failure(_ code: String, _ message: String, _ file: String, line: Int? = nil, remedy: String)
    -> DiagnosticsError
  {
    DiagnosticsError(
      Diagnostic(.error, code: code, message, at: SourceLocation(file: file, line: line), remedy: remedy))
  }
}
