/// What became of every row of a file: each is in one bucket, so that nothing is dropped in silence.
///
/// For OFX a row is one transaction or position aggregate.
public struct RowCount: Sendable, Hashable {
  /// What a row that is used tells.
  public enum Use: String, Sendable, Hashable, CaseIterable {
    case transaction, position, lot, price
    /// A balance of the account's cash.
    case cash
    /// More of another row's event: the second line of it, the other half of a split.
    case part
    /// The account of the rows that follow.
    case account
  }

  public struct Skipped: Sendable, Hashable {
    public let line: Int
    public let reason: String
    public init(line: Int, reason: String) {
      self.line = line
      self.reason = reason
    }
  }

  /// All rows, counted as they are met.
  public private(set) var data = 0
  private var uses: [Use: Int] = [:]
  public private(set) var skipped: [Skipped] = []
  /// Lines beside the rows: the headers of tables, and titles, footers and notes.
  public var headers = 0
  public var texts = 0

  public init() {}

  public subscript(use: Use) -> Int { uses[use, default: 0] }

  /// The rows that tell something.
  public var used: Int { uses.values.reduce(0, +) }

  public mutating func meet() { data += 1 }
  public mutating func use(_ use: Use) { uses[use, default: 0] += 1 }
  public mutating func skip(line: Int, _ reason: String) { skipped.append(Skipped(line: line, reason: reason)) }

  /// A transaction turns out to be of no use.
  public mutating func leaveOut(line: Int, _ reason: String) {
    uses[.transaction, default: 0] -= 1
    skip(line: line, reason)
  }

  /// A transaction turns out to be one with another.
  public mutating func join() {
    uses[.transaction, default: 0] -= 1
    uses[.part, default: 0] += 1
  }
}
