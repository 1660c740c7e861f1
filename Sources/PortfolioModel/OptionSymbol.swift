/// A listed option as its symbol or its name says it.
///
/// The OCC's symbol is the underlying, the day of expiry, C or P, and the strike in thousandths (`AAPL  260116C00150000`); brokers
/// shorten it (`-AAPL260116C150`) or write it out (`AAPL 01/16/2026 150.00 C`, `CALL (AAPL) APPLE INC JAN 16 26 $150`).
public struct OptionSymbol: Sendable, Hashable {
  public let underlying: String
  public let isCall: Bool

  public init?(_ text: String) {
    let text = SymbolText(text.uppercased())
    guard let (underlying, isCall) = text.compact ?? text.writtenOut ?? text.spoken else { return nil }
    (self.underlying, self.isCall) = (underlying, isCall)
  }
}

/// What is left of an option's symbol while it is read from the left; each reader takes what it knows, or says `nil`.
private struct SymbolText {
  typealias Parts = (underlying: String, isCall: Bool)

  private var rest: Substring.UTF8View

  init(_ text: String) { rest = text[...].utf8 }

  /// `AAPL  260116C00150000`, `-AAPL260116C150.5`.
  var compact: Parts? {
    var text = self
    text.rest = text.rest.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }
    guard let underlying = text.takeUnderlying() else { return nil }
    text.rest = text.rest.drop { $0 == UInt8(ascii: " ") }
    guard text.takeDigits(6...6), let isCall = text.takeSide(), text.takeDigits(1...(.max)) else { return nil }
    if text.take(".") { guard text.takeDigits(1...(.max)) else { return nil } }
    return text.rest.isEmpty ? (underlying, isCall) : nil
  }

  /// `AAPL 01/16/2026 150.00 C`, `BRK/B 1/16/26 $400 PUT`.
  var writtenOut: Parts? {
    var text = self
    guard let underlying = text.takeUnderlying(), text.take(" "), text.takeDigits(1...2), text.take("/"),
      text.takeDigits(1...2), text.take("/"), text.takeDigits(2...4), text.take(" ")
    else { return nil }
    _ = text.take("$")
    let strike = text.takeAll { Self.isDigit($0) || $0 == UInt8(ascii: ".") }
    guard !strike.isEmpty, text.take(" "), let isCall = text.takeSide() else { return nil }
    _ = text.take("ALL") || text.take("UT")
    return text.rest.isEmpty ? (underlying, isCall) : nil
  }

  /// `CALL (AAPL) APPLE INC JAN 16 26 $150`.
  var spoken: Parts? {
    var text = self
    let isCall = text.take("CALL (")
    guard isCall || text.take("PUT ("), let underlying = text.takeUnderlying(), text.take(")") else { return nil }
    return (underlying, isCall)
  }

  /// A letter, then letters, points and slashes, six in all.
  private mutating func takeUnderlying() -> String? {
    guard let first = rest.first, Self.isLetter(first) else { return nil }
    let taken = takeAll { Self.isLetter($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") }
    return taken.count <= 6 ? String(Substring(taken)) : nil
  }

  private mutating func takeSide() -> Bool? { take("C") ? true : take("P") ? false : nil }

  private mutating func takeDigits(_ count: ClosedRange<Int>) -> Bool { count.contains(takeAll(Self.isDigit).count) }

  private mutating func take(_ word: String) -> Bool {
    guard rest.starts(with: word.utf8) else { return false }
    rest = rest.dropFirst(word.utf8.count)
    return true
  }

  private mutating func takeAll(_ isMeant: (UInt8) -> Bool) -> Substring.UTF8View {
    let taken = rest.prefix(while: isMeant)
    rest = rest[taken.endIndex...]
    return taken
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

extension Security {
  /// The option that it is, as far as one of its names says so.
  public var optionSymbol: OptionSymbol? {
    let values = aliases.map { alias in alias.split(separator: ":", maxSplits: 1).last.map(String.init) ?? alias }
    return ([id.rawValue, name] + values).lazy.compactMap { OptionSymbol($0) }.first
  }
}
