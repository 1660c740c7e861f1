public import Statements

/// A file as an importer read it, with the fingerprint of its bytes.
public struct ReadStatement: Sendable {
  public var file: ParsedFile
  /// Lower-case hexadecimal SHA-256 of the bytes.
  public var sha256: String

  public init(file: ParsedFile, sha256: String) {
    self.file = file
    self.sha256 = sha256
  }
}
