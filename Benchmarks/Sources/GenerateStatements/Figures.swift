/// A whole number of decimal steps, printed with all its places: 1234 with 3 places is `1.234`.
struct Decimal: CustomStringConvertible {
  let steps: Int
  let places: Int

  static func cents(_ steps: Int) -> Decimal { Decimal(steps: steps, places: 2) }
  static func units(_ steps: Int) -> Decimal { Decimal(steps: steps, places: 3) }
  static func price(_ steps: Int) -> Decimal { Decimal(steps: steps, places: 4) }

  var description: String {
    let digits = String(steps.magnitude)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return "\(steps < 0 ? "-" : "")\(padded.dropLast(places)).\(padded.suffix(places))"
  }
}

/// A day of the civil calendar, counted from 2000-01-01.
struct CalendarDay {
  let year: Int
  let month: Int
  let day: Int

  init(_ number: Int) {
    var rest = number
    var year = 2000
    while rest >= Self.length(of: year) {
      rest -= Self.length(of: year)
      year += 1
    }
    var month = 1
    while rest >= Self.length(of: month, in: year) {
      rest -= Self.length(of: month, in: year)
      month += 1
    }
    (self.year, self.month, day) = (year, month, rest + 1)
  }

  /// `20260131`
  var compact: String { "\(year)\(Self.twoDigits(month))\(Self.twoDigits(day))" }
  /// `01/31/2026`
  var american: String { "\(Self.twoDigits(month))/\(Self.twoDigits(day))/\(year)" }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
  private static func length(of year: Int) -> Int { isLeap(year) ? 366 : 365 }
  private static func length(of month: Int, in year: Int) -> Int {
    month == 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}
