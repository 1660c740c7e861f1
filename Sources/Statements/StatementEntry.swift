public import Measures

/// One transaction as a statement prints it. Absent fields were not printed.
///
/// `units`, `price` and `amount` keep the printed sign, which brokers use inconsistently; `effect` is what the entry does to
/// the account, derived from the kind of the entry (OFX 13.9.2.4, sign rules in `Docs/Importing.md`).
public struct StatementEntry: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case buy, sell, shortSale, buyToCover, reinvest, dividend, interest, gainShort, gainLong, income
    case returnOfCapital, fee, tax, marginInterest, cash, sweep, transferIn, transferOut, split, journal
    case exercise, assignment, expiry, spinOff, merger, other
  }

  /// The signed change that the entry makes to the account.
  public struct Effect: Sendable, Hashable {
    public var units: PrintedNumber?
    public var cash: PrintedNumber?
    public init(units: PrintedNumber? = nil, cash: PrintedNumber? = nil) {
      self.units = units
      self.cash = cash
    }
  }

  /// Old and new count of shares; only their ratio matters.
  public struct Split: Sendable, Hashable {
    public let old: PrintedNumber
    public let new: PrintedNumber
    public init(old: PrintedNumber, new: PrintedNumber) {
      self.old = old
      self.new = new
    }
  }

  public struct Option: Sendable, Hashable {
    /// As printed: `BUYTOOPEN`, `EXPIRE`.
    public let action: String?
    public let sharesPerContract: PrintedNumber?
    public init(action: String?, sharesPerContract: PrintedNumber?) {
      self.action = action
      self.sharesPerContract = sharesPerContract
    }
  }

  public struct SubAccounts: Sendable, Hashable {
    public let from: String?
    public let to: String?
    public init(from: String?, to: String?) {
      self.from = from
      self.to = to
    }
  }

  /// A lot that a sale names as the one it closes.
  public struct ClosedLot: Sendable, Hashable {
    public let acquired: Day?
    public let units: PrintedNumber?
    public let price: PrintedNumber?
    public let basis: PrintedNumber?
    public init(acquired: Day?, units: PrintedNumber?, price: PrintedNumber?, basis: PrintedNumber? = nil) {
      self.acquired = acquired
      self.units = units
      self.price = price
      self.basis = basis
    }
  }

  /// The broker's own identifier (FITID, transaction id); absent where it gives none.
  public var id: String?
  public var kind: Kind
  /// The OFX aggregate or the broker's own words.
  public var source: String
  /// The trade day as written, never shifted by a time zone.
  public var day: Day
  public var settleDay: Day?
  public var security: SecurityReference?
  public var units: PrintedNumber?
  public var price: PrintedNumber?
  public var amount: PrintedNumber?
  public var effect: Effect
  public var commission: PrintedNumber?
  public var fees: PrintedNumber?
  public var taxes: PrintedNumber?
  public var load: PrintedNumber?
  public var withholding: PrintedNumber?
  public var accruedInterest: PrintedNumber?
  /// As printed: `DIV`, `CGLONG`.
  public var incomeType: String?
  public var split: Split?
  public var option: Option?
  /// The source of plan money as printed: `PRETAX`, `MATCH`.
  public var source401k: String?
  public var subAccounts: SubAccounts?
  /// The id of the entry that belongs to this one (RELFITID).
  public var related: String?
  /// The id of the entry that this one takes back (REVERSALFITID).
  public var reverses: String?
  public var memo: String?
  /// ISO 4217, where it differs from the statement's.
  public var currency: String?
  /// The line of the file on which the entry begins, counted from 1.
  public var line: Int
  public var closes: [ClosedLot]

  public init(kind: Kind, source: String, day: Day, line: Int) {
    self.kind = kind
    self.source = source
    self.day = day
    self.line = line
    effect = Effect()
    closes = []
  }
}
