import Measures

/// Statistics in the user's words and in JSON. They are no account book, so binary fractions do.
enum Rates {
  /// `9.47 %`, `−33.15 %`.
  static func percent(_ rate: Double, places: Int = 2) -> String {
    Weight(nearest: rate).map { Figures.percent($0, places: places) } ?? "—"
  }

  /// `572.21`.
  static func number(_ value: Double, places: Int = 2) -> String {
    Money(nearest: value).map { Figures.dollars($0, places: places) } ?? "—"
  }

  /// A JSON number with nine decimals; `null` for what is no number.
  static func json(_ value: Double) -> JSONValue {
    guard let digits = Int128(exactly: (value * 1e9).rounded()) else { return .null }
    return .number(PrintedNumber(significand: digits, scale: 9))
  }
}
