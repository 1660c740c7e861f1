public import Measures

/// A calendar month, counted so that spans are subtraction.
public struct Month: Sendable, Hashable, Comparable {
  /// Months since the year 0.
  public let number: Int

  public init(number: Int) { self.number = number }

  /// The month of a year; `month` counts from 1, and 13 is the January after.
  public init(_ year: Int, _ month: Int) { number = year * 12 + month - 1 }

  public init(of day: Day) {
    let (year, month, _) = day.civil
    self.init(year, month)
  }

  public var year: Int { number / 12 }
  /// 1 to 12.
  public var monthOfYear: Int { number % 12 + 1 }

  /// Its last calendar day, which monthly figures are stamped with here.
  public var lastDay: Day {
    let first = Day(number: 0).adding(months: number - Month(1970, 1).number)
    return first.adding(days: Day.daysInMonth(monthOfYear, ofYear: year) - 1)
  }

  public static func < (left: Month, right: Month) -> Bool { left.number < right.number }
  public static func + (month: Month, count: Int) -> Month { Month(number: month.number + count) }
  public static func - (month: Month, count: Int) -> Month { Month(number: month.number - count) }
  /// The months from `earlier` to `later`.
  public static func - (later: Month, earlier: Month) -> Int { later.number - earlier.number }
}

extension Month: CustomStringConvertible {
  /// `2026-11`.
  public var description: String { String(lastDay.description.prefix(7)) }
}
