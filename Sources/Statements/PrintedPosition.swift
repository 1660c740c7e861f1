public import Measures

/// A position as a statement prints it.
public struct PrintedPosition: Sendable, Hashable {
  public var security: SecurityReference
  public var units: PrintedNumber?
  /// Per share; for bonds a percentage of par where the format says so.
  public var price: PrintedNumber?
  public var value: PrintedNumber?
  /// For the whole position.
  public var costBasis: PrintedNumber?
  public var source401k: String?
  /// The day of the price.
  public var day: Day?
  public var line: Int

  public init(_ security: SecurityReference, line: Int) {
    self.security = security
    self.line = line
  }
}

/// A tax lot as a broker's lot file prints it: open, or closed by a sale.
public struct PrintedLot: Sendable, Hashable {
  public var security: SecurityReference
  public var units: PrintedNumber
  public var acquired: Day?
  /// Total basis of the lot; absent where the broker does not know it.
  public var basis: PrintedNumber?
  /// The day of sale, for a closed lot.
  public var closed: Day?
  public var proceeds: PrintedNumber?
  /// The loss that the broker disallowed as a wash sale.
  public var disallowed: PrintedNumber?
  /// As printed: `Long Term`.
  public var term: String?
  public var line: Int

  public init(_ security: SecurityReference, units: PrintedNumber, line: Int) {
    self.security = security
    self.units = units
    self.line = line
  }
}

/// The 401(k) section of a statement, as printed (OFX 13.9.3: INV401K, INV401KBAL).
///
/// Leaf elements by their path below the section (`MATCHINFO/MATCHPCT`), in file order.
public struct PlanDetails: Sendable, Hashable {
  public struct Field: Sendable, Hashable {
    public let path: String
    public let value: String
    public init(path: String, value: String) {
      self.path = path
      self.value = value
    }
  }

  public var fields: [Field]
  public init(fields: [Field] = []) { self.fields = fields }
}
