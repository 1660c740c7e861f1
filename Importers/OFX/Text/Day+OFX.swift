import Measures

extension Day {
  /// The calendar day as written in `YYYYMMDD[HHMMSS[.XXX]][[gmt[:TZ]]]` (OFX 3.2.8.1).
  ///
  /// Time and zone are left aside: brokers print midnight, the close of trading or one second before midnight in one zone
  /// or another, and to convert any of them would move trades to the neighbouring day. Hyphens are let pass.
  init?(ofx bytes: Span<UInt8>) {
    let bounds = bytes.trimmedBounds
    var digits = 0
    var value = 0
    for index in bounds {
      let byte = bytes[index]
      if byte.isDigit {
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
        digits += 1
        if digits == 8 { break }
      } else if byte != UInt8(ascii: "-") || (digits != 4 && digits != 6) {
        return nil
      }
    }
    guard digits == 8 else { return nil }
    self.init(year: value / 10_000, month: value / 100 % 100, day: value % 100)
  }
}
