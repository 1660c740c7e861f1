public import Measures

/// The time of a return: after the end of one day, through the end of another.
public struct ReportingPeriod: Sendable, Hashable {
  /// `year to date`, `1 year`, `since start`, `2025`.
  public let name: String
  public let from: Day
  public let through: Day

  public init(_ name: String, from: Day, through: Day) {
    self.name = name
    self.from = from
    self.through = through
  }

  public var days: Int { through - from }

  /// The periods that a household asks for: year to date, one, three and five years, since the start, and each whole calendar year.
  ///
  /// - Parameters:
  ///   - start: the first day with a known worth. Periods that began before it are named all the same: they are not known.
  ///   - last: the day through which returns are reckoned.
  public static func usual(from start: Day, through last: Day) -> [ReportingPeriod] {
    func end(ofYear year: Int) -> Day? { Day(year: year, month: 12, day: 31) }
    var periods: [ReportingPeriod] = []
    if let from = end(ofYear: last.year - 1) {
      periods.append(ReportingPeriod("year to date", from: from, through: last))
    }
    periods += [1, 3, 5].map { years in
      ReportingPeriod(
        years == 1 ? "1 year" : "\(years) years", from: last.adding(months: -12 * years), through: last)
    }
    periods.append(ReportingPeriod("since start", from: start, through: last))
    for year in (start.year..<max(start.year, last.year) + 1).reversed() {
      guard let from = end(ofYear: year - 1), let through = end(ofYear: year), through <= last else { continue }
      periods.append(ReportingPeriod(String(year), from: from, through: through))
    }
    return periods
  }

  /// The days at whose ends a worth is needed.
  public static func boundaries(from start: Day, through last: Day) -> Set<Day> {
    Set(usual(from: start, through: last).flatMap { [$0.from, $0.through] }.filter { $0 >= start })
  }
}
