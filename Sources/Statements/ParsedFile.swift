public import Measures

/// Everything that one statement file says, as printed: what an importer makes and the ledger resolves.
public struct ParsedFile: Sendable {
  public enum Format: String, Sendable, Hashable, CaseIterable {
    case ofx1, ofx2, csv
  }

  /// The file's name as the user gave it.
  public var file: String
  public var format: Format
  /// The profile that read a CSV file, such as `fidelity-history`; absent for OFX.
  public var profile: String?
  public var statements: [ParsedStatement]
  /// The securities that the file describes, whether or not a statement uses them.
  public var securities: [PrintedSecurity]
  /// Series of numbers by day, in files that hold nothing else.
  public var series: [PrintedSeries]
  public var rows: RowCount
  /// Whether it holds positions and does not say of which day.
  public var hasUndatedPositions = false

  public init(file: String, format: Format, profile: String? = nil) {
    self.file = file
    self.format = format
    self.profile = profile
    statements = []
    securities = []
    series = []
    rows = RowCount()
  }
}

/// What one file says about one account.
public struct ParsedStatement: Sendable {
  public var account: PrintedAccount
  /// The day for which balances and positions are stated.
  public var asOf: Day?
  /// First and last day that the list of transactions covers.
  public var from: Day?
  public var to: Day?
  /// ISO 4217.
  public var currency: String
  /// Cash on `asOf`, sweep funds excluded where the file shows them as positions.
  public var cash: PrintedNumber?
  /// The rows that state it, where it stands in rows of its own.
  public var cashLines: [Int]
  public var entries: [StatementEntry]
  public var positions: [PrintedPosition]
  public var lots: [PrintedLot]
  public var plan: PlanDetails?

  public init(account: PrintedAccount, currency: String = "USD") {
    self.account = account
    self.currency = currency
    cashLines = []
    entries = []
    positions = []
    lots = []
  }
}

/// An account as a statement names it.
public struct PrintedAccount: Sendable, Hashable {
  /// The number as printed, masks included (`…321`, `XXXX-1234`); empty where the file prints none.
  public var number: String
  /// Who keeps the account: an OFX broker id or a profile's broker name.
  public var broker: String
  /// The name printed beside the number: `Roth IRA`, `Individual`.
  public var name: String?
  /// The registration as printed where a format has one: `401K`, `IRA`.
  public var kind: String?

  public init(number: String, broker: String, name: String? = nil, kind: String? = nil) {
    self.number = number
    self.broker = broker
    self.name = name
    self.kind = kind
  }
}
