extension FixedPoint {
  /// The value with `places` decimals, commas between thousands, a true minus sign and no sign on a zero: `−1,234.50`.
  public func grouped(places: Int, rounding: Rounding = .halfAwayFromZero) -> String {
    Self.grouped(formatted(places: places, rounding: rounding))
  }

  /// The shortest exact decimal, grouped the same way.
  public var grouped: String { Self.grouped(description) }

  private static func grouped(_ text: String) -> String {
    let isNegative = text.hasPrefix("-") && text.contains { ("1"..."9").contains($0) }
    let unsigned = text.drop { $0 == "-" }
    let whole = unsigned.prefix { $0 != "." }
    var result = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return (isNegative ? "−" : "") + result + unsigned.dropFirst(whole.count)
  }
}
