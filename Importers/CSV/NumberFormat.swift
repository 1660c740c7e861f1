public import Measures

/// How a file writes numbers.
public enum NumberFormat: String, Sendable, Hashable, CaseIterable {
  /// `1,234.56`
  case point = "1,234.56"
  /// `1.234,56`
  case comma = "1.234,56"
  /// Both in one file; `1.234` alone, which may be either, is then unreadable.
  case either

  /// What a cell says where a number is expected.
  public enum Cell: Sendable, Hashable {
    /// Nothing, or one of the words that mean nothing: `--`, `n/a`.
    case absent
    case number(PrintedNumber)
    /// Something else.
    case unreadable
  }

  /// Reads `$1,234.56`, `-$1`, `$-0.88`, `($0.30)`, `+$44.92`, `1,471`, `1 471`, `12.50 EUR`, `12.50-` — sign, currency and
  /// separators taken off.
  public func cell(_ text: ArraySlice<UInt8>) -> Cell {
    guard let first = text.first else { return .absent }
    if !first.isDigit, Self.isAbsent(text) { return .absent }
    if self == .either { return Self.only(Self.point.cell(text), Self.comma.cell(text)) }
    var rest = text
    var isNegative = false
    if first == UInt8(ascii: "("), rest.last == UInt8(ascii: ")") {
      isNegative = true
      rest = rest.dropFirst().dropLast().blanksTrimmed
    }
    if let last = rest.last, !last.isDigit {
      rest = Self.withoutCurrency(rest)
      if rest.last == UInt8(ascii: "-"), rest.count > 1, first.isDigit {
        isNegative = true
        rest = rest.dropLast()
      }
    }
    var hasSign = isNegative
    while let byte = rest.first, !byte.isDigit, byte != mark {
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: "+"):
        guard !hasSign else { return .unreadable }
        hasSign = true
        isNegative = byte == UInt8(ascii: "-")
        rest = rest.dropFirst()
      case UInt8(ascii: "$"), 0x20: rest = rest.dropFirst()
      case 0xc2 where rest.dropFirst().first == 0xa3: rest = rest.dropFirst(2)  // £
      case 0xe2 where rest.starts(with: [0xe2, 0x82, 0xac]): rest = rest.dropFirst(3)  // €
      default: return .unreadable
      }
    }
    return digits(rest, isNegative: isNegative).map { .number($0) } ?? .unreadable
  }

  /// The one of two readings that makes sense.
  private static func only(_ first: Cell, _ second: Cell) -> Cell {
    if first == second || second == .unreadable { return first }
    return first == .unreadable ? second : .unreadable
  }

  /// Without a currency behind the number: `€`, or three capitals after a blank.
  private static func withoutCurrency(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    if text.suffix(3).elementsEqual([0xe2, 0x82, 0xac]) { return text.dropLast(3).blanksTrimmed }
    guard text.count > 4, text.suffix(3).allSatisfy({ (0x41...0x5a).contains($0) }) else { return text }
    let number = text.dropLast(3).blanksTrimmed
    return number.count < text.count - 3 ? number : text
  }

  private var mark: UInt8 { self == .point ? UInt8(ascii: ".") : UInt8(ascii: ",") }

  private func digits(_ text: ArraySlice<UInt8>, isNegative: Bool) -> PrintedNumber? {
    var significand: Int128 = 0
    var scale = 0
    var digits = 0
    var sinceSeparator: Int?
    var isFraction = false
    for byte in text {
      switch byte {
      case 0x30...0x39:
        guard digits < 30 else { return nil }
        significand = significand * 10 + Int128(byte - 0x30)
        digits += 1
        if isFraction { scale += 1 }
        sinceSeparator = sinceSeparator.map { $0 + 1 }
      case mark where !isFraction && (sinceSeparator ?? 3) == 3:
        isFraction = true
        sinceSeparator = nil
      case 0xc2, 0xe2, 0x80: continue  // The beginning of a no-break space, C2 A0 or E2 80 AF.
      case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "'"), 0x20, 0xa0, 0xaf:
        // No thousands begin with a zero: `0,039` is a fraction.
        guard byte != mark, !isFraction, digits > 0, (sinceSeparator ?? 3) == 3,
          sinceSeparator != nil || digits <= 3 && significand > 0
        else { return nil }
        sinceSeparator = 0
      default: return nil
      }
    }
    guard digits > 0, (sinceSeparator ?? 3) == 3 else { return nil }
    return PrintedNumber(significand: isNegative ? -significand : significand, scale: scale)
  }

  private static let absentWords: Set<String> = [
    "-", "--", "---", "n/a", "na", "null", "none", "incomplete", "not applicable", "unavailable", "not available",
    "—", "–",
  ]

  private static let absentStarts = Set(absentWords.compactMap(\.utf8.first))

  /// Whether a cell says that it has nothing to say.
  static func isAbsent(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first else { return true }
    guard text.count <= 14, absentStarts.contains(first.lowercased) else { return false }
    return absentWords.contains(String(decoding: text, as: UTF8.self).lowercased())
  }
}
