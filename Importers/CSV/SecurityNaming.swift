import Statements

/// Which kind of name a broker printed for a security.
enum SecurityNaming {
  /// A symbol as references: nine characters with enough digits are a CUSIP, everything else is taken for a ticker;
  /// `VTI(922908769)` is both.
  static func references(symbol: String) -> [SecurityReference] {
    let bare = symbol.split(separator: "*").joined()
    let parts = bare.split(separator: "(", maxSplits: 1)
    if parts.count == 2, parts[1].hasSuffix(")"), isCUSIPLike(String(parts[1].dropLast())) {
      return references(symbol: String(parts[0])) + [SecurityReference(.cusip, String(parts[1].dropLast()))]
    }
    return bare.isEmpty ? [] : [SecurityReference(isCUSIPLike(bare) ? .cusip : .ticker, bare)]
  }

  static func isCUSIPLike(_ text: String) -> Bool {
    text.utf8.count == 9 && text.utf8.allSatisfy { $0.isDigit || (0x41...0x5a).contains($0) }
      && text.utf8.count(where: \.isDigit) >= 4
  }

  /// Whether a symbol or a name describes an option: `-XLE260731C55`, `SPY 03/31/2020 284.00 P`, `SPY   250321C00500000`,
  /// `PUT (XLE) SELECT SECTOR SPDR JUL 24 26 $53 (100 SHS)`, `BABA 18SEP26 120 C`.
  static func isOption(_ text: String) -> Bool {
    let words = text.uppercased().split(separator: " ")
    guard let first = words.first, let last = words.last else { return false }
    if ["PUT", "CALL"].contains(first), words.count > 1, words[1].hasPrefix("(") || text.contains("$") { return true }
    if first.hasPrefix("-"), words.count == 1, first.utf8.contains(where: \.isDigit) { return true }
    if words.count == 4, last == "C" || last == "P" { return words[1].utf8.contains(where: \.isDigit) }
    let code = Array(last.utf8)
    guard code.count >= 15, code.suffix(8).allSatisfy(\.isDigit) else { return false }
    let right = code[code.count - 9]
    return right == UInt8(ascii: "C") || right == UInt8(ascii: "P")
  }

  /// Whether a name describes a bond: `UNITED STATES TREAS BILLS ZERO CPN 0.00000% 05/14/2027`.
  static func isBond(_ name: String) -> Bool {
    name.contains("%") && name.utf8.contains(UInt8(ascii: "/")) || name.uppercased().contains("TREAS BILL")
      || name.uppercased().contains("TREASURY BILL")
  }

  /// `100` of `… AUG 21 26 $150 (100 SHS)`.
  static func sharesPerContract(_ text: String) -> Int? {
    guard let end = text.firstRange(of: " SHS)"), let open = text[..<end.lowerBound].lastIndex(of: "(") else {
      return nil
    }
    return Int(text[text.index(after: open)..<end.lowerBound])
  }

  /// A name without the HTML entities that some exports leave in it, blanks collapsed.
  static func name(_ printed: ArraySlice<UInt8>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(printed.count)
    var rest = printed
    while let byte = rest.first {
      if byte == UInt8(ascii: "&"), let entity = entities.first(where: { rest.starts(with: $0.text) }) {
        bytes.append(entity.byte)
        rest = rest.dropFirst(entity.text.count)
        continue
      }
      if !byte.isBlank { bytes.append(byte) } else if bytes.last != 0x20 { bytes.append(0x20) }
      rest = rest.dropFirst()
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let entities: [(text: [UInt8], byte: UInt8)] = [
    ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"),
  ].map { (Array($0.utf8), UInt8(ascii: $1)) }
}
