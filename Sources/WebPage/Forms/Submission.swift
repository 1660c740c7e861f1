import Foundation

/// What a form brought: its fields, and the files that were chosen in it.
struct Submission: Sendable {
  struct File: Sendable {
    /// Where the bytes lie.
    let path: String
    /// As the browser calls it.
    let name: String
  }

  var fields = FormFields()
  var files: [File] = []
  /// Keeps the files as long as somebody works with them.
  var folder: UploadFolder?
}

/// Reads the body of a request as it comes.
protocol BodyReader: Sendable {
  mutating func take(_ bytes: [UInt8]) throws
  mutating func submission() throws -> Submission
}

/// A form without files, whole in memory: its length is bounded before.
struct FieldReader: BodyReader {
  private var bytes: [UInt8] = []

  mutating func take(_ bytes: [UInt8]) { self.bytes += bytes }

  func submission() throws -> Submission {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Refusal(.badRequest, "The form is not UTF-8 text.")
    }
    return Submission(fields: try FormFields(urlEncoded: text))
  }
}
