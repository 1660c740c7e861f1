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
  public init(_ path: [Double], _ table: ReturnTable) { self.init(path, table, table.wholeYears) }

  /// - Parameter wholeYears: those of the table, for whoever asks of many paths on one table.
  init(_ path: [Double], _ table: ReturnTable, _ wholeYears: [WholeYear]) {
    let years = table.years(from: table.start)
    let last = path.last ?? 1
    growth = years > 0 && last > 0 ? Double.pow(last, 1 / years) - 1 : 0
    volatility = Self.deviation(path) * Double(table.isMonthly ? 12 : 252).squareRoot()
    var peak = path.first ?? 1
    var deepest = 0.0
    var bottom: Int?
    for (index, value) in path.enumerated() {
      if value >= peak {
        peak = value
      } else if value / peak - 1 < deepest {
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
    worstCalendarYear = wholeYears.map { path[$0.end] / path[$0.start] - 1 }.min()
  }

  private static func deviation(_ path: [Double]) -> Double {
    let count = path.count - 1
    guard count > 1 else { return 0 }
    let returns = (1...count).map { path[$0] / path[$0 - 1] - 1 }
    let mean = returns.reduce(0, +) / Double(count)
    let squares = returns.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(count - 1)).squareRoot()
  }
}

/// The places in a path of one year's last look and of the next one's.
struct WholeYear {
  let start: Int
  let end: Int
}

extension ReturnTable {
  /// The calendar years of which nothing is missing.
  var wholeYears: [WholeYear] {
    let days = [start] + days
    let yearEnds = days.indices.filter { index in
      guard index + 1 == days.count else { return days[index + 1].year != days[index].year }
      let (_, month, day) = days[index].civil
      return month == 12 && day == 31
    }
    return zip(yearEnds, yearEnds.dropFirst())
      .filter { days[$1].year == days[$0].year + 1 }
      .map { WholeYear(start: $0, end: $1) }
  }
}
