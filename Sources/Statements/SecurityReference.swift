public import Measures

/// How a statement points at a security; not yet a `Security` of the household.
public struct SecurityReference: Sendable, Hashable {
  public enum Scheme: String, Sendable, Hashable, CaseIterable {
    case ticker = "TICKER"
    case cusip = "CUSIP"
    case isin = "ISIN"
    case sedol = "SEDOL"
    /// A plan's or a broker's own code.
    case planCode = "PRIVATE"
    /// Nothing but a name was printed.
    case name = "NAME"
    case other = "OTHER"
  }

  public let scheme: Scheme
  /// The scheme as the file wrote it, where it is not one of ours.
  public let printedScheme: String?
  public let value: String
  /// Whose name it is, where a person says so; a statement's names are its own institution's.
  public let institution: String?

  public init(_ scheme: Scheme, _ value: String) {
    self.scheme = scheme
    self.value = value
    printedScheme = nil
    institution = nil
  }

  /// - Parameter printed: the file's own word, such as OFX's UNIQUEIDTYPE; unknown words are kept.
  public init(printed: String, value: String, at institution: String? = nil) {
    scheme = Scheme(rawValue: printed.uppercased()) ?? .other
    printedScheme = scheme == .other ? printed : nil
    self.value = value
    self.institution = institution
  }
}

extension SecurityReference: CustomStringConvertible {
  /// `IDTYPE:ID`, such as `CUSIP:922908363`.
  public var description: String { (printedScheme ?? scheme.rawValue) + ":" + value }
}

/// What a file says about a security.
public struct PrintedSecurity: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case stock, etf, fund, bond, option, cash, other
  }

  public var reference: SecurityReference
  public var ticker: String?
  public var name: String?
  public var kind: Kind?
  /// The price that a list of securities states, which may be the only one for a fund that nobody holds yet.
  public var price: PrintedNumber?
  public var priceDay: Day?
  /// All further identifiers that the file gives for the same security.
  public var aliases: [SecurityReference]

  public init(
    _ reference: SecurityReference, ticker: String? = nil, name: String? = nil, kind: Kind? = nil,
    aliases: [SecurityReference] = []
  ) {
    self.reference = reference
    self.ticker = ticker
    self.name = name
    self.kind = kind
    self.aliases = aliases
  }
}
