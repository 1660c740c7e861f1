import Measures

/// What an amount says (OFX 3.2.9.1).
enum AmountReading {
  case number(PrintedNumber)
  /// Readable, but not as the specification prints amounts: `$1,234.50`, `(12.00)`.
  case unusual(PrintedNumber)
  /// Blank, or a word for nothing.
  case absent
  case unreadable

  init(_ bytes: Span<UInt8>) {
    let bounds = bytes.trimmedBounds
    guard !bounds.isEmpty else {
      self = .absent
      return
    }
    let trimmed = bytes.extracting(bounds)
    if let number = PrintedNumber(ofx: trimmed) {
      // `1,234` is 1.234 by the specification, and may not be by its writer.
      let isDoubtful = trimmed.count > 4 && trimmed[trimmed.count - 4] == UInt8(ascii: ",")
      self = isDoubtful ? .unusual(number) : .number(number)
    } else if ["NONE", "N/A", "NULL", "--"].contains(trimmed.string.uppercased()) {
      self = .absent
    } else if let number = PrintedNumber(decorated: trimmed) {
      self = .unusual(number)
    } else {
      self = .unreadable
    }
  }
}

extension PrintedNumber {
  /// An optional sign, digits and at most one decimal point or comma: OFX has no thousands separators.
  fileprivate init?(ofx bytes: Span<UInt8>) {
    var index = 0
    let isNegative = bytes[0] == UInt8(ascii: "-")
    if isNegative || bytes[0] == UInt8(ascii: "+") { index = 1 }
    var significand: Int64 = 0
    var digits = 0
    var point: Int?
    while index < bytes.count {
      let byte = bytes[index]
      if byte.isDigit {
        digits += 1
        guard digits <= 18 else { break }
        significand = significand * 10 + Int64(byte - UInt8(ascii: "0"))
      } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ","), point == nil {
        point = index
      } else {
        return nil
      }
      index += 1
    }
    guard digits > 0 else { return nil }
    guard digits <= 18 else {
      let text = (0..<bytes.count).map { bytes[$0] == UInt8(ascii: ",") ? UInt8(ascii: ".") : bytes[$0] }
      self.init(utf8: text)
      return
    }
    var scale = point.map { bytes.count - 1 - $0 } ?? 0
    while scale > 0, significand % 10 == 0 {
      significand /= 10
      scale -= 1
    }
    self.init(significand: Int128(isNegative ? -significand : significand), scale: scale)
  }

  /// A number dressed for people: a currency sign, thousands separators, parentheses for a negative one.
  fileprivate init?(decorated bytes: Span<UInt8>) {
    let text = bytes.string
    let isNegative = text.hasPrefix("(") && text.hasSuffix(")")
    var digits = text.filter { !"$€£ ()".contains($0) }
    let lastPoint = digits.lastIndex { $0 == "." || $0 == "," }
    let points = digits.filter { $0 == "." || $0 == "," }
    if let lastPoint {
      // The last separator is the decimal point, unless it is one of several of the same kind.
      let isDecimal = points.count == 1 || points.dropLast().allSatisfy { $0 != digits[lastPoint] }
      let fraction = isDecimal ? "." + digits[digits.index(after: lastPoint)...] : ""
      let whole = isDecimal ? digits[..<lastPoint] : digits[...]
      digits = whole.filter { $0 != "." && $0 != "," } + fraction
    }
    guard let number = PrintedNumber(digits) else { return nil }
    self = isNegative ? -number.magnitude : number
  }
}
