public import Diagnostics
public import Measures
public import PortfolioModel

/// A place where a statement says another thing than the transactions do, or than the statement itself.
public struct Discrepancy: Sendable, Hashable {
  /// What disagrees: the number that is stated, and the one that follows.
  public enum Subject: Sendable, Hashable {
    /// Units of a security: those stated before, and what transactions moved since.
    case units(stated: Quantity, derived: Quantity, cause: Cause)
    /// Units that were there before the first transaction that the ledger knows, without basis and date.
    case history(units: Quantity)
    /// Cash: what was stated before, and what transactions moved since.
    case cash(stated: Money, derived: Money)
    /// Units × price against the value beside them.
    case value(stated: Money, derived: Money)
    /// Units came from elsewhere, and no account of the household gave them.
    case transfer(units: Quantity)
    /// The loss of a sale that the broker disallowed, against the household's wash sales.
    case disallowed(stated: Money, derived: Money)
  }

  /// What would explain a difference of units.
  public enum Cause: Sendable, Hashable {
    /// The stated units are the derived ones after a split.
    case split(old: Int, new: Int)
    /// The units of one row are the difference: it is counted twice, or stands on the other side of the count than the
    /// statement has it.
    case row(day: Day, units: Quantity, isRepeated: Bool)
    /// No statement lists the transactions of these days.
    case uncovered(from: Day, to: Day)
    case unknown
  }

  public let subject: Subject
  /// A note where nothing follows for taxes.
  public let severity: Diagnostic.Severity
  public let account: AccountID
  public let security: SecurityID?
  public let day: Day
  /// The line of the statement that says so.
  public let place: SourceLocation?

  public init(
    _ subject: Subject, severity: Diagnostic.Severity = .warning, account: AccountID, security: SecurityID? = nil,
    day: Day, place: SourceLocation? = nil
  ) {
    self.subject = subject
    self.severity = severity
    self.account = account
    self.security = security
    self.day = day
    self.place = place
  }
}

/// Statements held against transactions, for all accounts of a household.
public struct Reconciliation: Sendable, Hashable {
  /// How many stated numbers were held against transactions.
  public var checked: Int
  public var discrepancies: [Discrepancy]

  public init(checked: Int = 0, discrepancies: [Discrepancy] = []) {
    self.checked = checked
    self.discrepancies = discrepancies
  }

  /// Adds what another account says.
  public static func += (left: inout Reconciliation, right: Reconciliation) {
    left.checked += right.checked
    left.discrepancies += right.discrepancies
  }
}
