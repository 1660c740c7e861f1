extension FixedPoint {
  /// The value with `places` decimals, commas between thousands, a true minus sign and no sign on a zero: `−1,234.50`.
  public func grouped(places: Int, rounding: Rounding = .halfAwayFromZero) -> String {
    Self.grouped(formatted(places: places, rounding: rounding))
  }

  /// The shortest exact decimal, grouped the same way.
  public var grouped: String { Self.grouped(description) }

  private static func grouped(_ text: String) -> String {
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
    let isNegative = digits.count < text.utf8.count && digits.contains { $0 > UInt8(ascii: "0") }
    var result = Array(isNegative ? "−".utf8 : "".utf8)
    var left = digits.prefix { $0 != UInt8(ascii: ".") }.count
    for digit in digits {
      result.append(digit)
      left -= 1
      if left > 0, left % 3 == 0 { result.append(UInt8(ascii: ",")) }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
