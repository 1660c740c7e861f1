public import Measures

/// How long something was held, as the law counts: the day of acquisition is excluded, the day of sale included.
///
/// IRC 1222; Rev. Rul. 66-7 and 70-598 (the day after acquisition begins the period, which then runs by calendar months);
/// *Caspe v. United States*, 694 F.2d 1116 (what begins on the last day of a month ends with months, not with dates).
public enum HoldingPeriod {
  /// The first day on which a sale is long-term: the period is more than twelve months.
  ///
  /// Bought on 10 March 2024: from 11 March 2025. Bought on the last day of a month: from the first day of the
  /// thirteenth month after, so 28 February 2023 and 29 February 2024 both turn on 1 March.
  public static func firstLongTermDay(acquired: Day) -> Day {
    let next = acquired.adding(days: 1)
    let beginsMonth = next.civil.day == 1
    return beginsMonth ? next.adding(months: 12) : acquired.adding(months: 12).adding(days: 1)
  }

  public static func isLongTerm(acquired: Day, sold: Day) -> Bool {
    sold >= firstLongTermDay(acquired: acquired)
  }
}
