import Statements

/// A name of a security, with the institution where it is one; an empty institution means everywhere.
///
/// Tickers, ISINs and SEDOLs are the same everywhere, CUSIPs where their check digit is right: brokers print codes of their
/// own as CUSIPs. Plans' codes and printed names belong to the institution that uses them.
struct Alias: Hashable {
  let scheme: String
  let value: String
  let institution: String

  init(scheme: String, value: String, institution: String) {
    self.scheme = scheme
    self.value = value
    self.institution = institution
  }

  init(_ reference: SecurityReference, institution: String) {
    scheme = reference.printedScheme?.uppercased() ?? reference.scheme.rawValue
    let isGlobal: Bool
    switch reference.scheme {
    case .ticker, .isin, .sedol: isGlobal = true
    case .cusip: isGlobal = Self.isValidCUSIP(reference.value)
    case .planCode, .name, .other: isGlobal = false
    }
    value = isGlobal ? reference.value.uppercased() : reference.value
    self.institution = isGlobal ? "" : institution
  }

  var isTicker: Bool { scheme == SecurityReference.Scheme.ticker.rawValue }

  /// `CUSIP:922908363`, as the household file writes it.
  var text: String { scheme + ":" + value }

  /// Whether the ninth character is the check digit of the first eight (ANSI X9.6: weights 1 and 2 in turn, digits summed).
  static func isValidCUSIP(_ text: String) -> Bool {
    let characters = Array(text.uppercased().utf8)
    guard characters.count == 9 else { return false }
    var sum = 0
    for (index, character) in characters.dropLast().enumerated() {
      let value: Int
      switch character {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = Int(character - UInt8(ascii: "0"))
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = Int(character - UInt8(ascii: "A")) + 10
      case UInt8(ascii: "*"): value = 36
      case UInt8(ascii: "@"): value = 37
      case UInt8(ascii: "#"): value = 38
      default: return false
      }
      let weighted = index % 2 == 0 ? value : value * 2
      sum += weighted / 10 + weighted % 10
    }
    return characters[8] == UInt8(ascii: "0") + UInt8((10 - sum % 10) % 10)
  }
}
