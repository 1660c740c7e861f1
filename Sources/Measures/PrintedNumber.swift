/// A decimal number as somebody printed it: every digit kept, trailing zeros of the fraction dropped.
///
/// `+00000000069.3100` becomes 6931 × 10⁻². Statements carry these until an account book needs a `FixedPoint`.
public struct PrintedNumber: Sendable, Hashable {
  /// All digits as one signed whole number.
  public let significand: Int128
  /// How many of the digits stand behind the decimal point, 0 to 30.
  public let scale: Int

  /// `significand × 10^-scale`, with trailing zeros of the fraction removed.
  public init(significand: Int128, scale: Int) {
    var significand = significand
    var scale = scale
    while scale > 0, significand % 10 == 0 {
      significand /= 10
      scale -= 1
    }
    self.significand = significand
    self.scale = scale
  }

  public init<Unit>(_ value: FixedPoint<Unit>) {
    self.init(significand: Int128(value.steps), scale: Unit.places)
  }

  /// Reads an optional sign, digits and at most one `decimalPoint`; at least one digit, nothing else, at most 30 digits.
  public init?(_ text: some StringProtocol, decimalPoint: Character = ".") {
    guard let point = decimalPoint.asciiValue else { return nil }
    self.init(utf8: text.utf8, decimalPoint: point)
  }

  /// The same from bytes, without making a string.
  public init?(utf8 bytes: some Sequence<UInt8>, decimalPoint: UInt8 = UInt8(ascii: ".")) {
    var significand: Int128 = 0
    var scale = 0
    var digits = 0
    var isNegative = false
    var isFraction = false
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard significand < Self.limit, !isFraction || scale < 30 else { return nil }
        significand = significand * 10 + Int128(byte - UInt8(ascii: "0"))
        digits += 1
        if isFraction { scale += 1 }
      case decimalPoint where !isFraction: isFraction = true
      case UInt8(ascii: "-") where index == 0: isNegative = true
      case UInt8(ascii: "+") where index == 0: continue
      default: return nil
      }
    }
    guard digits > 0 else { return nil }
    self.init(significand: isNegative ? -significand : significand, scale: scale)
  }

  private static let limit: Int128 = 1_000_000_000_000_000_000_000_000_000_000

  public var isZero: Bool { significand == 0 }
  public var isNegative: Bool { significand < 0 }
  public static prefix func - (number: Self) -> Self { Self(significand: -number.significand, scale: number.scale) }
  public var magnitude: Self { significand < 0 ? -self : self }
}

extension PrintedNumber: CustomStringConvertible {
  /// The digits with a sign only where negative and no needless zeros: `-0.07`, `69.31`, `100`.
  public var description: String { significand.decimal(places: scale) }
}

extension Int128 {
  /// The number with a decimal point before its last `places` digits.
  fileprivate func decimal(places: Int) -> String {
    let digits = (UInt64(exactly: magnitude).map { String($0) } ?? String(magnitude)).utf8
    var result = self < 0 ? [UInt8(ascii: "-")] : []
    result += repeatElement(UInt8(ascii: "0"), count: Swift.max(0, places + 1 - digits.count))
    result += digits
    if places > 0 { result.insert(UInt8(ascii: "."), at: result.count - places) }
    return String(decoding: result, as: UTF8.self)
  }
}

extension FixedPoint {
  /// The nearest step to a printed number, with whether it was met exactly; `nil` where it does not fit.
  public static func reading(
    _ printed: PrintedNumber, rounding: Rounding = .halfEven
  ) -> (value: Self, isExact: Bool)? {
    let excess = printed.scale - Unit.places
    if excess <= 0 {
      let grain = Int128(powerOfTen(-excess))
      let (product, overflow) = printed.significand.multipliedReportingOverflow(by: grain)
      guard !overflow, let value = Self(exactly: product) else { return nil }
      return (value, true)
    }
    var divisor: Int128 = 1
    for _ in 0..<excess { divisor *= 10 }
    let steps = rounding.quotient(printed.significand, by: divisor)
    guard let value = Self(exactly: steps) else { return nil }
    return (value, steps * divisor == printed.significand)
  }

  /// The value that `text` states exactly; `nil` where it is no number, does not fit or has more places than a step.
  public init?(_ text: some StringProtocol) {
    guard let printed = PrintedNumber(text), let read = Self.reading(printed), read.isExact else { return nil }
    self = read.value
  }
}

extension FixedPoint: CustomStringConvertible {
  /// The shortest exact decimal: `12.5`, `-0.000001`.
  public var description: String { PrintedNumber(self).description }

  /// The value with exactly `places` decimals, rounded: `1234.50`.
  public func formatted(places: Int, rounding: Rounding = .halfAwayFromZero) -> String {
    let grain = Int128(powerOfTen(max(0, Unit.places - places)))
    let count = rounding.quotient(Int128(steps), by: grain)
    return count.decimal(places: min(places, Unit.places))
  }
}
