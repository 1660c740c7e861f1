public import Measures
public import TimeSeries

/// What each asset returned in each period of a history: the stage on which rules are tried.
public struct ReturnTable: Sendable, Hashable {
  public let assets: [String]
  /// The day of the prices before the first period.
  public let start: Day
  /// The last day of each period, ascending.
  public let days: [Day]
  /// Row by row: `returns[period * assets.count + asset]`, as fractions.
  public let returns: [Double]
  /// Months, or trading days.
  public let isMonthly: Bool

  public var count: Int { days.count }

  public init?(assets: [String], start: Day, days: [Day], returns: [Double], isMonthly: Bool) {
    guard !assets.isEmpty, !days.isEmpty, returns.count == days.count * assets.count else { return nil }
    self.assets = assets
    self.start = start
    self.days = days
    self.returns = returns
    self.isMonthly = isMonthly
  }

  /// The returns of prices that include what is paid out, by the months or the days that all of them have.
  public init?(totalReturn series: [DatedSeries], monthly isMonthly: Bool) {
    guard let first = series.first else { return nil }
    if isMonthly {
      self.init(monthlyPrices: series.map(\.monthly))
      return
    }
    let others = series.dropFirst().map { Set($0.days) }
    let days = first.days.filter { day in others.allSatisfy { $0.contains(day) } }
    guard let start = days.first else { return nil }
    var returns: [Double] = []
    for (before, day) in zip(days, days.dropFirst()) {
      for one in series {
        guard let now = one.value(on: day), let then = one.value(on: before), then > 0 else { return nil }
        returns.append(now / then - 1)
      }
    }
    self.init(
      assets: series.map(\.name), start: start, days: Array(days.dropFirst()), returns: returns, isMonthly: false)
  }

  private init?(monthlyPrices series: [MonthlySeries]) {
    let months = Self.run(of: series)
    guard let first = months.first else { return nil }
    var returns: [Double] = []
    for month in months.dropFirst() {
      for prices in series {
        guard let growth = prices.growth(over: 1, through: month) else { return nil }
        returns.append(growth)
      }
    }
    self.init(
      assets: series.map(\.name), start: first.lastDay, days: months.dropFirst().map(\.lastDay), returns: returns,
      isMonthly: true)
  }

  /// The returns of months that are given as such.
  public init?(monthlyReturns series: [MonthlySeries]) {
    let months = Self.run(of: series)
    guard let first = months.first else { return nil }
    self.init(
      assets: series.map(\.name), start: (first - 1).lastDay, days: months.map(\.lastDay),
      returns: months.flatMap { month in series.compactMap { $0[month] } }, isMonthly: true)
  }

  /// The longest run of months at the end in which every series has a number.
  private static func run(of series: [MonthlySeries]) -> [Month] {
    guard var month = series.map(\.last).min() else { return [] }
    var months: [Month] = []
    while series.allSatisfy({ $0[month] != nil }) {
      months.append(month)
      month = month - 1
    }
    return months.reversed()
  }

  /// The periods that end after `first` and by `last`.
  public func between(_ first: Day, _ last: Day) -> ReturnTable? {
    guard let lower = days.firstIndex(where: { $0 > first }), let upper = days.lastIndex(where: { $0 <= last }),
      lower <= upper
    else { return nil }
    let width = assets.count
    return ReturnTable(
      assets: assets, start: lower == 0 ? start : days[lower - 1], days: Array(days[lower...upper]),
      returns: Array(returns[(lower * width)..<((upper + 1) * width)]), isMonthly: isMonthly)
  }

  /// Years for rates: months over twelve; of days, the calendar days from `first` over 365.25.
  func years(from first: Day) -> Double {
    isMonthly ? Double(count) / 12 : Double((days.last ?? first) - first) / 365.25
  }
}
