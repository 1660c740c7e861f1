public import Measures
public import TimeSeries

/// How long after the end of a month its figure is published. No rule may use it earlier.
///
/// The days are the publishers' usual calendars, rounded up.
public struct ReleaseLag: Sendable, Hashable {
  public let days: Int
  public init(days: Int) { self.days = days }

  /// Prices and yields: known at the close.
  public static let none = ReleaseLag(days: 0)
  /// Employment Situation: the first Friday of the next month, seldom later than the 8th.
  public static let unemployment = ReleaseLag(days: 8)
  /// Consumer Price Index: the middle of the next month.
  public static let prices = ReleaseLag(days: 15)
  /// Chicago Fed National Activity Index: about four weeks.
  public static let activity = ReleaseLag(days: 28)

  /// The last month whose figure was out on `day`.
  public func lastKnownMonth(on day: Day) -> Month {
    let seen = day.adding(days: -days)
    let month = Month(of: seen)
    return month.lastDay == seen ? month : month - 1
  }
}
