public import Backtesting
import Diagnostics
public import Measures
import Signals
public import TimeSeries

/// What the rules did, strategic and tilted side by side, over the whole history and its two parts.
public struct BacktestAnswer: Sendable {
  public struct Line: Sendable {
    public let rule: NamedRule
    public let strategic: BacktestResult
    /// `nil` where no tilt was asked for.
    public let tactical: BacktestResult?
  }

  public struct Part: Sendable {
    /// `whole`, `in sample`, `out of sample`.
    public let name: String
    public let start: Day
    public let end: Day
    public let lines: [Line]
  }

  public let mix: [BacktestQuestion.Asset]
  public let isMonthly: Bool
  public let days: [Day]
  public let parts: [Part]
}

extension SeriesShelf {
  /// - Throws: `DiagnosticsError` where a series is missing or the history is empty.
  public func answer(_ question: BacktestQuestion) throws -> BacktestAnswer {
    let table = try table(question)
    guard let whole = table.between(question.from ?? table.start, question.through ?? table.days[table.count - 1])
    else {
      throw DiagnosticsError(
        Diagnostic(
          .error, code: "backtest-empty", "The series share no history in that time.",
          remedy: "They share \(table.start) to \(table.days[table.count - 1])."))
    }
    let targets = try question.tilt.map { try tilted(question, $0, whole) }
    var parts = [part("whole", question, whole, targets)]
    if let split = question.split, let first = whole.between(whole.start, split),
      let second = whole.between(split, whole.days[whole.count - 1])
    {
      parts.append(part("in sample", question, first, targets.map { Array($0.prefix(first.count + 1)) }))
      parts.append(part("out of sample", question, second, targets.map { Array($0.suffix(second.count + 1)) }))
    }
    return BacktestAnswer(mix: question.mix, isMonthly: whole.isMonthly, days: whole.days, parts: parts)
  }

  private func part(
    _ name: String, _ question: BacktestQuestion, _ table: ReturnTable, _ targets: [[Double]]?
  ) -> BacktestAnswer.Part {
    let weights = question.mix.map(\.weight)
    let lines = question.rules.compactMap { rule -> BacktestAnswer.Line? in
      var backtest = Backtest(
        .fixed(weights), rule: rule.rule, costRate: question.costRate, fee: question.fee, start: question.start,
        contribution: question.contribution, tax: question.tax)
      guard let strategic = backtest.run(on: table) else { return nil }
      guard let targets else { return BacktestAnswer.Line(rule: rule, strategic: strategic, tactical: nil) }
      backtest.target = .changing(targets)
      return BacktestAnswer.Line(rule: rule, strategic: strategic, tactical: backtest.run(on: table))
    }
    return BacktestAnswer.Part(name: name, start: table.start, end: table.days[table.count - 1], lines: lines)
  }

  /// The returns of the mix: by month where one of its assets is known by month only.
  private func table(_ question: BacktestQuestion) throws -> ReturnTable {
    let daily = question.mix.compactMap { self[$0.name] }
    if daily.count == question.mix.count, daily.allSatisfy({ !$0.isMonthly }),
      let table = ReturnTable(totalReturn: daily, monthly: false)
    {
      return table
    }
    let returns = try question.mix.map { try monthlyReturns($0.name) }
    guard let table = ReturnTable(monthlyReturns: returns) else {
      throw DiagnosticsError(
        Diagnostic(
          .error, code: "backtest-empty", "The series of the mix share no month.",
          remedy: "See what was imported with “hearth series”."))
    }
    return table
  }

  func monthlyReturns(_ name: String) throws -> MonthlySeries {
    func role(_ role: SeriesRole) throws -> MonthlySeries {
      guard let series = self[role] else { throw missing(name, role.remedy) }
      return series.monthlyMeans
    }
    var series: MonthlySeries
    if let prices = self[name] {
      let monthly = prices.monthly
      series = monthly.map { monthly.growth(over: 1, through: $0) }
    } else {
      switch name {
      case "stocks":
        series = AssetReturns.stocks(prices: try role(.stockPrices), dividends: try role(.stockDividends))
      case "bonds": series = AssetReturns.tenYearBond(yields: try role(.tenYearYield))
      case "bills":
        let discount = try role(.billDiscount)
        series = AssetReturns.bill(
          yields: discount.map { discount[$0].map(YieldCurve.bondEquivalentYield(discountPercent:)) })
      default: throw missing(name, "a series of that name; “hearth series” lists what is there")
      }
    }
    series.name = name
    return series
  }

  private func missing(_ name: String, _ what: String) -> DiagnosticsError {
    DiagnosticsError(
      Diagnostic(
        .error, code: "backtest-series-missing", "There is no history of “\(name)”.",
        remedy: "Import \(what): hearth series import FILE."))
  }

  /// The target after each period: strategic while the signal is on or unknown, `cap` moved into the refuge while it is off.
  private func tilted(
    _ question: BacktestQuestion, _ tilt: BacktestQuestion.Tilt, _ table: ReturnTable
  ) throws -> [[Double]] {
    let weights = question.mix.map(\.weight)
    var moved = weights
    let size = min(tilt.cap, weights[tilt.risky])
    moved[tilt.risky] -= size
    moved[tilt.refuge] += size
    let prices = try signalPrices(question.mix[tilt.risky].name)
    let history = tilt.signal == .average ? Trend.movingAverage(of: prices) : Trend.momentum(of: prices)
    return ([table.start] + table.days).map { day in
      let month = Month(of: day)
      let known = month.lastDay == day || table.isMonthly ? month : month - 1
      return history.state(in: known - tilt.lag) == .off ? moved : weights
    }
  }

  /// The prices that a tilt looks at: the asset's own, or the index of stocks.
  private func signalPrices(_ name: String) throws -> MonthlySeries {
    if let prices = self[name] { return prices.monthly }
    guard name == "stocks", let prices = self[.stockPrices] else {
      throw missing(name, "its prices, which the tilt follows")
    }
    return prices.monthly
  }
}

extension SeriesShelf {
  /// One rule for each width, all on one history: what a household gains or loses by watching closer.
  ///
  /// - Returns: growth, deepest fall, and rebalances of each width, in the order given.
  public func grid(
    _ question: BacktestQuestion, cycle: Cycle, widths: [Double]
  ) throws -> [(width: Double, result: BacktestResult)] {
    let table = try table(question)
    guard let whole = table.between(question.from ?? table.start, question.through ?? table.days[table.count - 1])
    else {
      return []
    }
    let weights = question.mix.map(\.weight)
    let backtests = widths.map { width in
      Backtest(
        .fixed(weights), rule: RebalanceRule(cycle, limits: .init(absolute: width)), costRate: question.costRate,
        fee: question.fee, start: question.start, contribution: question.contribution, tax: question.tax)
    }
    return zip(widths, whole.results(of: backtests)).compactMap { width, result in
      result.map { (width, $0) }
    }
  }
}
