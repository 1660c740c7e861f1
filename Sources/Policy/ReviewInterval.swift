public import Measures

/// How often a household looks at its allocation: on the last trading day of each period.
public enum ReviewInterval: String, Sendable, Hashable, CaseIterable {
  case monthly, quarterly
  case semiAnnual = "semi-annual"
  case annual

  /// The length of a period; periods begin in January.
  public var months: Int {
    switch self {
    case .monthly: 1
    case .quarterly: 3
    case .semiAnnual: 6
    case .annual: 12
    }
  }

  /// The last day of review on or before `day`.
  public func last(onOrBefore day: Day) -> Day {
    let end = end(ofPeriodAround: day)
    return end <= day ? end : self.end(ofPeriodAround: day.adding(months: -months))
  }

  /// The first day of review after `day`.
  public func next(after day: Day) -> Day {
    let end = end(ofPeriodAround: day)
    return end > day ? end : self.end(ofPeriodAround: day.adding(months: months))
  }

  private func end(ofPeriodAround day: Day) -> Day {
    let (year, month, _) = day.civil
    let last = (month - 1) / months * months + months
    return Day(year: year, month: last, day: Day.daysInMonth(last, ofYear: year))?.orTradingDayBefore ?? day
  }
}

extension Day {
  /// This last day of a month, or the last trading day of the New York Stock Exchange before it.
  ///
  /// Of the exchange's holidays (Rule 7.2) only two can fall on the last weekday of a month: Memorial Day on 31 May and Good
  /// Friday in the last days of March.
  fileprivate var orTradingDayBefore: Day {
    var day = self
    while day.isWeekend || day.isMemorialDay || day == Day.goodFriday(of: day.year) { day = day.adding(days: -1) }
    return day
  }

  /// Monday is 0: 1970-01-01 was a Thursday.
  private var weekday: Int { ((Int(number) + 3) % 7 + 7) % 7 }
  private var isWeekend: Bool { weekday >= 5 }

  /// The last Monday of May (5 U.S.C. 6103(a)).
  private var isMemorialDay: Bool {
    let (_, month, day) = civil
    return month == 5 && weekday == 0 && day > 24
  }

  /// Two days before Easter Sunday, by the rule for the Gregorian calendar (J.-M. Oudin 1940).
  private static func goodFriday(of year: Int) -> Day? {
    let century = year / 100
    let golden = year % 19
    let correction = (century - (century - 17) / 25) / 3
    var moon = (century - century / 4 - correction + 19 * golden + 15) % 30
    moon -= (moon / 28) * (1 - (moon / 28) * (29 / (moon + 1)) * ((21 - golden) / 11))
    let weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7
    let offset = moon - weekday
    let month = 3 + (offset + 40) / 44
    return Day(year: year, month: month, day: offset + 28 - 31 * (month / 4))?.adding(days: -2)
  }
}
