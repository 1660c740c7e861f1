import Foundation

/// A form with files (`multipart/form-data`, RFC 7578), piece by piece: files go to the disk as they come.
struct MultipartReader: BodyReader {
  private enum State { case beforeDelimiter, afterDelimiter, header, field(String), file, end }

  private static let longestHeader = 8 << 10
  private static let longestField = 64 << 10
  private static let mostParts = 1_000

  private let delimiter: [UInt8]
  /// Asked with the fields so far before the first file is kept.
  private let mayKeepFiles: @Sendable (FormFields) -> Bool
  private let temporaryFolder: String
  private var state = State.beforeDelimiter
  /// As if a line had ended before the first delimiter.
  private var buffer = Array("\r\n".utf8)
  private var field: [UInt8] = []
  private var handle: FileHandle?
  private var parts = 0
  private var result = Submission()

  init(boundary: String, temporaryFolder: String, mayKeepFiles: @escaping @Sendable (FormFields) -> Bool) {
    delimiter = Array("\r\n--\(boundary)".utf8)
    self.mayKeepFiles = mayKeepFiles
    self.temporaryFolder = temporaryFolder
  }

  mutating func take(_ bytes: [UInt8]) throws {
    buffer += bytes
    while try step() {}
  }

  func submission() throws -> Submission {
    guard case .end = state else { throw Refusal(.badRequest, "The form ends in the middle.") }
    return result
  }

  /// Whether something was done, so that more may be possible.
  private mutating func step() throws -> Bool {
    switch state {
    case .beforeDelimiter, .field, .file:
      guard let position = buffer.position(of: delimiter) else {
        try keep(max(0, buffer.count - delimiter.count + 1))
        return false
      }
      try keep(position)
      buffer.removeFirst(delimiter.count)
      try endPart()
      state = .afterDelimiter
    case .afterDelimiter:
      guard buffer.count >= 2 else { return false }
      let isLast = buffer.starts(with: "--".utf8)
      guard isLast || buffer.starts(with: "\r\n".utf8) else { throw Self.malformed }
      buffer.removeFirst(2)
      state = isLast ? .end : .header
    case .header:
      let end = Array("\r\n\r\n".utf8)
      guard let position = buffer.position(of: end) else {
        guard buffer.count <= Self.longestHeader else { throw Self.malformed }
        return false
      }
      let text = String(decoding: buffer[..<position], as: UTF8.self)
      buffer.removeFirst(position + end.count)
      try beginPart(text)
    case .end:
      buffer.removeAll()
      return false
    }
    return true
  }

  /// Takes bytes of the part that is being read from the buffer.
  private mutating func keep(_ count: Int) throws {
    guard count > 0 else { return }
    switch state {
    case .field:
      guard field.count + count <= Self.longestField else {
        throw Refusal(.tooLarge, "A field of the form is too long.")
      }
      field += buffer.prefix(count)
    case .file: try handle?.write(contentsOf: Data(buffer.prefix(count)))
    default: break
    }
    buffer.removeFirst(count)
  }

  private mutating func beginPart(_ header: String) throws {
    parts += 1
    let lines = header.components(separatedBy: "\r\n")
    let disposition = lines.first { $0.lowercased().hasPrefix("content-disposition:") } ?? ""
    guard parts <= Self.mostParts, let name = Self.parameter("name", of: disposition) else { throw Self.malformed }
    guard let file = Self.parameter("filename", of: disposition) else {
      state = .field(name)
      return
    }
    state = .file
    // A file input in which nothing was chosen.
    guard !file.isEmpty else { return }
    guard mayKeepFiles(result.fields) else { throw Refusal.foreignForm }
    let folder = try result.folder ?? UploadFolder(in: temporaryFolder)
    let made = try folder.makeFile(result.files.count, named: file)
    handle = made.handle
    result.folder = folder
    result.files.append(Submission.File(path: made.path, name: UploadFolder.safe(file)))
  }

  private mutating func endPart() throws {
    if case .field(let name) = state {
      guard let text = String(validating: field, as: UTF8.self) else { throw Self.malformed }
      result.fields.add(name, text)
    }
    field.removeAll()
    try handle?.close()
    handle = nil
  }

  private static let malformed = Refusal(.badRequest, "The form is malformed.")

  /// `name="value"`; browsers write a quote within as %22.
  private static func parameter(_ name: String, of header: String) -> String? {
    guard let start = header.range(of: "; \(name)=\"") else { return nil }
    let rest = header[start.upperBound...]
    return rest.firstIndex(of: "\"").map { rest[..<$0].replacingOccurrences(of: "%22", with: "\"") }
  }
}
