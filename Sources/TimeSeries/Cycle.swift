public import Measures

/// How often a calendar rule looks.
public enum Cycle: String, Sendable, Hashable, CaseIterable {
  case daily, monthly, quarterly
  case semiAnnual = "semi-annual"
  case annual

  private var months: Int {
    switch self {
    case .daily: 0
    case .monthly: 1
    case .quarterly: 3
    case .semiAnnual: 6
    case .annual: 12
    }
  }

  /// A number that days of the same period share.
  private func period(of day: Day) -> Int {
    self == .daily ? Int(day.number) : Month(of: day).number / months
  }

  /// Whether each of `days`, in order, is the last observation of its period.
  ///
  /// Only a complete period is looked at: the last of `days` counts where no weekday of its period is left. So the last trading day of a
  /// month is a look even where it is not its last calendar day, and a series that is cut off ends without one.
  public func looks(_ days: [Day]) -> [Bool] {
    days.indices.map { index in
      let next = index + 1 < days.count ? days[index + 1] : days[index].nextWeekday
      return period(of: next) != period(of: days[index])
    }
  }
}

extension Day {
  /// 0 is Monday.
  private var weekday: Int { ((Int(number) + 3) % 7 + 7) % 7 }  // 1970-01-01 was a Thursday

  fileprivate var nextWeekday: Day {
    var next = adding(days: 1)
    while next.weekday > 4 { next = next.adding(days: 1) }
    return next
  }
}
