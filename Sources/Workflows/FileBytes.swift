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

  private static func failure(_ code: String, _ message: String, _ file: String, remedy: String) -> DiagnosticsError {
    DiagnosticsError(
      Diagnostic(.error, code: code, message, at: SourceLocation(file: file), remedy: remedy))
  }
}
