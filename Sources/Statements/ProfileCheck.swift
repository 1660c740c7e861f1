public import Diagnostics

/// An importer profile, as far as a list of them tells.
public struct KnownProfile: Sendable, Hashable {
  public let name: String
  public let broker: String
  /// One sentence; absent where the profile has none.
  public let about: String?
  /// The file of a household's own profile; absent for those that come with Hearth.
  public let file: String?
  /// Whether the profile can be used; its mistakes are diagnostics.
  public let isUsable: Bool

  public init(name: String, broker: String, about: String?, file: String?, isUsable: Bool = true) {
    self.name = name
    self.broker = broker
    self.about = about
    self.file = file
    self.isUsable = isUsable
  }
}

/// How a file and the profiles fit: what reads it, and everything that is wrong or left over.
public struct ProfileCheck: Sendable {
  /// A column of the file that the profile does not use.
  public struct UnusedColumn: Sendable, Hashable {
    public let name: String
    public let line: Int
    public let column: Int?
    public init(name: String, line: Int, column: Int?) {
      self.name = name
      self.line = line
      self.column = column
    }
  }

  public var file: String
  /// The profile that reads the file, or the file itself where it is one; absent where no profile knows it.
  public var profile: KnownProfile?
  /// Absent where no row was read.
  public var rows: RowCount?
  public var unusedColumns: [UnusedColumn] = []
  public var diagnostics: [Diagnostic]

  public init(file: String, profile: KnownProfile? = nil, diagnostics: [Diagnostic] = []) {
    self.file = file
    self.profile = profile
    self.diagnostics = diagnostics
  }

  /// Whether nothing is wrong or doubtful.
  public var isClean: Bool { diagnostics.allSatisfy { $0.severity == .note } }
}
