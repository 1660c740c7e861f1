public import Diagnostics

/// What an import would do to the ledger, file by file.
public struct ImportPlan: Sendable {
  /// A row that is already in the ledger, or that contradicts a row that is.
  public struct SkippedRow: Sendable, Hashable {
    public let line: Int
    public let reason: String
    /// The row of an earlier import that it matches: `statement.ofx:120`.
    public let matches: String?
    /// Whether it contradicts the row that it matches, which stands.
    public let isConflict: Bool
    public init(line: Int, reason: String, matches: String?, isConflict: Bool = false) {
      self.line = line
      self.reason = reason
      self.matches = matches
      self.isConflict = isConflict
    }
  }

  public struct File: Sendable {
    public let file: String
    /// Lower-case hexadecimal SHA-256 of the bytes.
    public let sha256: String
    public var new: Int
    public var duplicate: Int
    public var conflicting: Int
    public var skipped: [SkippedRow]
    public init(file: String, sha256: String) {
      self.file = file
      self.sha256 = sha256
      new = 0
      duplicate = 0
      conflicting = 0
      skipped = []
    }
  }

  public var files: [File]
  /// Accounts met for the first time or not claimed by the household file: `fidelity X12345678 (Roth IRA)`.
  public var unmappedAccounts: [String]
  public var diagnostics: [Diagnostic]
  public init(files: [File] = [], unmappedAccounts: [String] = [], diagnostics: [Diagnostic] = []) {
    self.files = files
    self.unmappedAccounts = unmappedAccounts
    self.diagnostics = diagnostics
  }
}

/// What an import did. `number` undoes it.
public struct ImportReceipt: Sendable {
  /// The import's number; absent where the ledger holds every file already, so that nothing was written.
  public let number: Int?
  public var plan: ImportPlan
  public init(number: Int?, plan: ImportPlan) {
    self.number = number
    self.plan = plan
  }
}
