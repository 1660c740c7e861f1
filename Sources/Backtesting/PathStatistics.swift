public import Measures
internal import RealModule
internal import TimeSeries

/// What the path of a dollar says: growth, how much it moved, how deep it fell.
public struct PathStatistics: Sendable, Hashable {
  public let growth: Double
  public let volatility: Double
  public let maximumDrawdown: Double
  public let trough: Day?
  public let worstTwelveMonths: Double?
  public let worstCalendarYear: Double?

  /// - Parameter path: the value at the table's start and after each of its periods.
  public init(_ path: [Double], _ table: ReturnTable) {
    let years = table.years(from: table.start)
    let last = path.last ?? 1
    growth = years > 0 && last > 0 ? Double.pow(last, 1 / years) - 1 : 0
    volatility = Self.deviation(path) * Double(table.isMonthly ? 12 : 252).squareRoot()
    var peak = path.first ?? 1
    var deepest = 0.0
    var bottom: Int?
    for (index, value) in path.enumerated() {
      peak = max(peak, value)
      if value / peak - 1 < deepest {
        deepest = value / peak - 1
        bottom = index
      }
    }
    maximumDrawdown = deepest
    trough = bottom.map { table.days[$0 - 1] }
    var worst: Double?
    if table.isMonthly, path.count > 12 {
      for index in 12..<path.count { worst = min(worst ?? .infinity, path[index] / path[index - 12] - 1) }
    }
    worstTwelveMonths = worst
    worstCalendarYear = Self.worstYear(path, table)
  }

  private static func deviation(_ path: [Double]) -> Double {
    let count = path.count - 1
    guard count > 1 else { return 0 }
    var sum = 0.0
    for index in 1...count { sum += path[index] / path[index - 1] - 1 }
    let mean = sum / Double(count)
    var squares = 0.0
    for index in 1...count {
      let difference = path[index] / path[index - 1] - 1 - mean
      squares += difference * difference
    }
    return (squares / Double(count - 1)).squareRoot()
  }

  /// Whole calendar years only: from one year's last look to the next.
  private static func worstYear(_ path: [Double], _ table: ReturnTable) -> Double? {
    let days = [table.start] + table.days
    let yearEnds = days.indices.filter { index in
      guard index + 1 == days.count else { return days[index + 1].year != days[index].year }
      let (_, month, day) = days[index].civil
      return month == 12 && day == 31
    }
    return zip(yearEnds.dropFirst(), yearEnds)
      .filter { later, earlier in days[later].year == days[earlier].year + 1 }
      .map { path[$0] / path[$1] - 1 }.min()
  }
}
