/// An import that stands in the ledger.
public struct ImportRecord: Sendable, Hashable {
  public struct File: Sendable, Hashable {
    public let file: String
    /// Lower-case hexadecimal SHA-256 of the bytes.
    public let sha256: String
    /// Rows of it that the ledger keeps: transactions, positions and lots.
    public let rows: Int
    public init(file: String, sha256: String, rows: Int) {
      self.file = file
      self.sha256 = sha256
      self.rows = rows
    }
  }

  public let number: Int
  /// When it was made, as the program that made it said: `2026-11-23T10:15:00Z`.
  public let moment: String
  public let files: [File]
  public init(number: Int, moment: String, files: [File]) {
    self.number = number
    self.moment = moment
    self.files = files
  }
}

/// What taking back an import did.
public struct UndoReceipt: Sendable, Hashable {
  public let number: Int
  /// Transactions that no other import has seen, and those that another one still vouches for.
  public let transactionsRemoved: Int
  public let transactionsKept: Int
  public init(number: Int, transactionsRemoved: Int, transactionsKept: Int) {
    self.number = number
    self.transactionsRemoved = transactionsRemoved
    self.transactionsKept = transactionsKept
  }
}
