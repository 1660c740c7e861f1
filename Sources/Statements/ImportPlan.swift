public import Diagnostics

/// What an import would do to the ledger, file by file.
public struct ImportPlan: Sendable {
  /// A row that changes nothing: it is already in the ledger, contradicts a row that is, or says nothing that can be used.
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

  /// A row of a file that the ledger holds, which is read otherwise than when it was imported.
  public struct ChangedRow: Sendable, Hashable {
    /// Absent for what the file says outside of its rows.
    public let line: Int?
    /// What the ledger holds; absent where the row was left out before.
    public let before: String?
    /// What takes its place; absent where the row is left out now.
    public let after: String?
    public init(line: Int?, before: String?, after: String?) {
      self.line = line
      self.before = before
      self.after = after
    }
  }

  /// One file: each of its `rows` is in one of the counts that follow it.
  public struct File: Sendable {
    public let file: String
    /// Lower-case hexadecimal SHA-256 of the bytes.
    public let sha256: String
    public var rows = 0
    public var new = 0
    /// Rows that the ledger holds and that are read otherwise now.
    public var changed = 0
    public var duplicate = 0
    public var conflicting = 0
    /// Rows that tell more of others: the second line of an event, the heading of an account.
    public var parts = 0
    /// Rows that say nothing which can be used.
    public var leftOut = 0
    /// The rows that are already there, conflict or are left out, each with its reason.
    public var skipped: [SkippedRow] = []
    public var changes: [ChangedRow] = []
    public init(file: String, sha256: String) {
      self.file = file
      self.sha256 = sha256
    }

    /// Whether every row is in one count.
    public var isWhole: Bool { rows == new + changed + duplicate + conflicting + parts + leftOut }
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
