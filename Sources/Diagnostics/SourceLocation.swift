/// A place in a file that a person can open: `statement.csv:14:7`.
public struct SourceLocation: Sendable, Hashable {
  /// The file as the user named it.
  public let file: String
  /// Counted from 1; absent where the whole file is meant.
  public let line: Int?
  /// Counted from 1, in characters; absent where the whole line is meant.
  public let column: Int?

  public init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }
}

extension SourceLocation: CustomStringConvertible {
  public var description: String {
    guard let line else { return file }
    guard let column else { return "\(file):\(line)" }
    return "\(file):\(line):\(column)"
  }
}
