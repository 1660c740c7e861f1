/// An import that the ledger remembers.
public struct ImportRecord: Sendable, Hashable {
  public struct File: Sendable, Hashable {
    public let name: String
    /// Lower-case hexadecimal SHA-256 of the bytes.
    public let sha256: String
    /// Transactions, positions and lots that it states.
    public let rows: Int

    public init(name: String, sha256: String, rows: Int) {
      self.name = name
      self.sha256 = sha256
      self.rows = rows
    }
  }

  public let number: Int
  /// As the caller gave it: an ISO 8601 moment or day.
  public let moment: String
  /// Empty where the import was undone.
  public let files: [File]
  /// Whether it was not undone.
  public let stands: Bool

  public init(number: Int, moment: String, files: [File], stands: Bool) {
    self.number = number
    self.moment = moment
    self.files = files
    self.stands = stands
  }
}

/// What undoing an import did.
public struct UndoReceipt: Sendable, Hashable {
  public let number: Int
  /// Transactions of the import that nothing else in the ledger states.
  public let transactionsRemoved: Int
  /// Transactions of the import that other imports state as well.
  public let transactionsKept: Int

  public init(number: Int, transactionsRemoved: Int, transactionsKept: Int) {
    self.number = number
    self.transactionsRemoved = transactionsRemoved
    self.transactionsKept = transactionsKept
  }
}
