import Foundation

/// A folder for files that a browser sent, for their owner alone; it goes away with the last who knows of it.
final class UploadFolder: Sendable {
  let path: String

  init(in parent: String) throws {
    path = try PrivateFolder.make(in: parent)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// A new file of mode 0600, and its path. Two files of one name have each a folder of its own.
  func makeFile(_ number: Int, named name: String) throws -> (path: String, handle: FileHandle) {
    let folder = "\(path)/\(number)"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    let file = "\(folder)/\(Self.safe(name))"
    let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
    return (file, FileHandle(fileDescriptor: descriptor, closeOnDealloc: true))
  }

  /// The last part of a name from elsewhere, without what could lead out of the folder or command a terminal.
  static func safe(_ name: String) -> String {
    let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    var kept = String(last.unicodeScalars.filter { $0.properties.generalCategory != .control }.map(Character.init))
    while kept.utf8.count > 200 { kept.removeFirst() }
    return kept.isEmpty || kept == "." || kept == ".." ? "statement" : kept
  }
}

enum PrivateFolder {
  /// A new folder of mode 0700 with a name that nobody can guess.
  static func make(in parent: String) throws -> String {
    var template = Array("\(parent)/hearth-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw CocoaError(.fileWriteUnknown) }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
