public import Measures
import TimeSeries

/// What a history of stocks and bonds says of a household's mix: how deep it would have fallen, and how much of stocks would have stayed
/// above a loss that the household can bear.
public struct HistoricalRisk: Sendable, Hashable {
  /// The three ways to say how bad it was. They give different answers, so all of them are shown.
  public enum Measure: String, Sendable, Hashable, CaseIterable {
    case drawdown = "deepest fall from a high"
    case twelveMonths = "worst twelve months"
    case calendarYear = "worst calendar year"

    public func worst(of result: BacktestResult) -> Double? {
      switch self {
      case .drawdown: result.maximumDrawdown
      case .twelveMonths: result.worstTwelveMonths
      case .calendarYear: result.worstCalendarYear
      }
    }
  }

  /// A mix of stocks and bonds, brought back once a year.
  public struct Step: Sendable, Hashable {
    public let stocks: Double
    public let result: BacktestResult
  }

  /// A fall of the past, and what each mix did from its high to its bottom without a trade.
  public struct Scenario: Sendable, Hashable {
    /// `stocks` or `bonds`: whose fall it is.
    public let asset: String
    public let fall: Fall
    public let current: Double
    public let target: Double?
  }

  public let start: Day
  public let end: Day
  /// The loss that the test is about, as a fraction.
  public let limit: Double
  /// From bonds alone to stocks alone, by twentieths.
  public let steps: [Step]
  public let current: BacktestResult
  public let target: BacktestResult?
  public let scenarios: [Scenario]

  /// - Parameters:
  ///   - table: the returns of stocks, bonds and cash, in that order.
  ///   - current: the household's weights of the three; `target` likewise.
  public init?(_ table: ReturnTable, current: [Double], target: [Double]?, limit: Double = 0.25) {
    func yearly(_ weights: [Double]) -> BacktestResult? {
      Backtest(.fixed(weights), rule: RebalanceRule(.annual)).run(on: table)
    }
    guard table.assets.count == 3, let now = yearly(current) else { return nil }
    start = table.start
    end = table.days.last ?? table.start
    self.limit = limit
    self.current = now
    self.target = target.flatMap(yearly)
    steps = (0...20).compactMap { twentieths in
      let stocks = Double(twentieths) / 20
      return yearly([stocks, 1 - stocks, 0]).map { Step(stocks: stocks, result: $0) }
    }
    let falls = [("stocks", 0, 5), ("bonds", 1, 1)].flatMap { name, asset, count in
      Fall.all(in: table.path(of: asset), on: [table.start] + table.days, atLeast: 0.1)
        .prefix(count).map { (name, $0) }
    }
    scenarios = falls.map { name, fall in
      func held(_ weights: [Double]) -> Double { table.held(weights, from: fall.peak, through: fall.trough) }
      return Scenario(asset: name, fall: fall, current: held(current), target: target.map(held))
    }
  }

  /// The highest share of stocks whose worst case stayed above the limit; `nil` where none did, or where the history is too short to say.
  public func highestShare(by measure: Measure) -> Double? {
    steps.last { step in measure.worst(of: step.result).map { $0 > -limit } ?? false }?.stocks
  }
}

extension ReturnTable {
  /// The value of a dollar in one asset, at the start and after each period.
  func path(of asset: Int) -> [Double] {
    var value = 1.0
    return [value]
      + days.indices.map { period in
        value *= 1 + returns[period * assets.count + asset]
        return value
      }
  }

  /// What a mix returned that nobody traded.
  func held(_ weights: [Double], from first: Day, through last: Day) -> Double {
    let days = [start] + days
    guard let lower = days.firstIndex(of: first), let upper = days.firstIndex(of: last) else { return 0 }
    return weights.indices.reduce(0) { sum, asset in
      let path = path(of: asset)
      return sum + weights[asset] * (path[upper] / path[lower] - 1)
    }
  }
}
