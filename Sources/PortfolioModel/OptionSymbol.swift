/// A listed option as its symbol or its name says it.
///
/// The OCC's symbol is the underlying, the day of expiry, C or P, and the strike in thousandths (`AAPL  260116C00150000`); brokers
/// shorten it (`-AAPL260116C150`) or write it out (`AAPL 01/16/2026 150.00 C`, `CALL (AAPL) APPLE INC JAN 16 26 $150`).
public struct OptionSymbol: Sendable, Hashable {
  public let underlying: String
  public let isCall: Bool

  public init?(_ text: String) {
    let text = text.uppercased()
    if let match = text.firstMatch(of: /^[ -]*([A-Z][A-Z.\/]{0,5}) *[0-9]{6}([CP])[0-9]+(\.[0-9]+)?$/) {
      (underlying, isCall) = (String(match.1), match.2 == "C")
    } else if let match = text.firstMatch(
      of: /^([A-Z][A-Z.\/]{0,5}) [0-9]{1,2}\/[0-9]{1,2}\/[0-9]{2,4} \$?[0-9.]+ ([CP])(ALL|UT)?$/)
    {
      (underlying, isCall) = (String(match.1), match.2 == "C")
    } else if let match = text.firstMatch(of: /^(CALL|PUT) \(([A-Z][A-Z.\/]{0,5})\)/) {
      (underlying, isCall) = (String(match.2), match.1 == "CALL")
    } else {
      return nil
    }
  }
}

extension Security {
  /// The option that it is, as far as one of its names says so.
  public var optionSymbol: OptionSymbol? {
    let values = aliases.map { alias in alias.split(separator: ":", maxSplits: 1).last.map(String.init) ?? alias }
    return ([id.rawValue, name] + values).lazy.compactMap { OptionSymbol($0) }.first
  }
}
