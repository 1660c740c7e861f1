public import ArgumentParser
import Backtesting
import Foundation
import Measures
import Reports
public import TimeSeries
public import Workflows

struct BacktestCommand: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: "Try rebalancing rules on history: growth, falls, turnover and cost side by side.",
    discussion: """
      A mix is stocks=70,bonds=30: “stocks” are the S&P 500 with its dividends, “bonds” a ten-year Treasury, “bills” three-month \
      bills, each from imported series; any other name is a series of prices that include what is paid out, such as a TSP fund. \
      A rule is never, daily, monthly, quarterly, semi-annual or annual, with limits: “quarterly 5pp” acts five points off target, \
      “monthly 20%” at a fifth of the target, “half-band” goes half the way back.
      """)

  @OptionGroup var household: HouseholdOptions
  @OptionGroup var output: OutputOptions
  @Option(name: .long, help: "Assets with their percents: stocks=70,bonds=30.") var mix: Mix
  @Option(name: .long, help: "A rule to try; may be given many times (default: ten usual ones).") var rule:
    [NamedRule] = []
  @Option(name: .long, help: "What trading costs, in hundredths of a percent of each dollar traded.") var cost = 0.0
  @Option(name: .long, help: "Dollars for each asset traded.") var fee = 0.0
  @Option(name: .long, help: "Dollars at the start.") var start = 1.0
  @Option(name: .long, help: "Dollars that come in each period.") var contribution = 0.0
  @Option(name: .long, help: "Tax on gains held up to a year and longer, in percent: 24,15.") var tax: TaxRates?
  @Option(name: .long, help: "Leave this asset while its signal is off; with --cap and --refuge.") var tilt: String?
  @Option(name: .long, help: "The signal of the tilt: average (ten months) or momentum (twelve).")
  var signal = BacktestQuestion.Tilt.Signal.average
  @Option(name: .long, help: "The most that the tilt moves, in points.") var cap = 20.0
  @Option(name: .long, help: "Where the tilt moves to (default: the last asset of the mix).") var refuge: String?
  @Option(name: .long, help: "Months between signal and trade: 0 or 1.") var lag = 0
  @Option(name: .long, help: "The first day (default: all history).") var from: Day?
  @Option(name: .long, help: "The last day.") var through: Day?
  @Option(name: .long, help: "Judge the history before and after this day apart.") var split: Day?
  @Option(name: .long, help: "Try many band widths in points instead of rules: FROM:TO:HOW-MANY, such as 1:20:39.")
  var bands: Bands?
  @Option(name: .long, help: "How often --bands looks.") var look = Cycle.monthly
  @Flag(name: .long, help: "Write the path of each rule as CSV.") var csv = false
  @Option(name: .long, help: "Write a picture of the paths into this SVG file.", completion: .file()) var chart: String?

  func validate() throws {
    for (name, place) in [("--tilt", tilt), ("--refuge", refuge)] {
      if let place, !mix.assets.contains(where: { $0.name == place }) {
        throw ValidationError("\(name) names an asset of the mix.")
      }
    }
    guard cost >= 0, fee >= 0, start > 0, contribution >= 0, (0...100).contains(cap), lag >= 0 else {
      throw ValidationError("Costs, dollars, cap and lag are not negative, and there is something at the start.")
    }
  }

  func perform(on console: Console) throws -> Outcome {
    let shelf = SeriesShelf(try household.folder.series())
    if let bands {
      let lines = try shelf.grid(question, cycle: look, widths: bands.widths)
      try console.show(BandsReport(cycle: look.rawValue, lines: lines), output, diagnostics: [])
      return .done
    }
    let answer = try shelf.answer(question)
    let report = BacktestReport(
      mix: answer.mix.map { ($0.name, $0.weight) }, days: answer.days,
      parts: answer.parts.map { part in
        BacktestReport.Part(
          name: part.name, start: part.start, end: part.end,
          lines: part.lines.map {
            BacktestReport.Line(rule: $0.rule.name, strategic: $0.strategic, tactical: $0.tactical)
          })
      })
    if let chart { try Data(report.chart.utf8).write(to: URL(filePath: chart)) }
    if csv { try console.print(report.csv) } else { try console.show(report, output, diagnostics: []) }
    return .done
  }

  private var question: BacktestQuestion {
    var question = BacktestQuestion(mix: mix.assets, rules: rule.isEmpty ? NamedRule.usual : rule)
    question.costRate = cost / 10_000
    question.fee = fee
    question.start = start
    question.contribution = contribution
    question.tax = tax.map { LotTax(shortRate: $0.short / 100, longRate: $0.long / 100) }
    question.from = from
    question.through = through
    question.split = split
    if let tilt, let risky = mix.assets.firstIndex(where: { $0.name == tilt }) {
      let last = mix.assets.count - 1
      question.tilt = BacktestQuestion.Tilt(
        signal: signal, risky: risky,
        refuge: refuge.flatMap { name in mix.assets.firstIndex { $0.name == name } } ?? last,
        cap: cap / 100, lag: lag)
    }
    return question
  }
}

/// `stocks=70,bonds=30`: percents that sum to 100.
struct Mix: ExpressibleByArgument {
  let assets: [BacktestQuestion.Asset]

  init?(argument: String) {
    let parts = argument.split(separator: ",").map { $0.split(separator: "=").map(String.init) }
    guard !parts.isEmpty, parts.allSatisfy({ $0.count == 2 }) else { return nil }
    assets = parts.compactMap { part in
      Double(part[1]).flatMap { $0 >= 0 ? BacktestQuestion.Asset(name: part[0], weight: $0 / 100) : nil }
    }
    guard assets.count == parts.count, abs(assets.reduce(0) { $0 + $1.weight } - 1) < 1e-9,
      Set(assets.map(\.name)).count == assets.count
    else { return nil }
  }
}

/// `1:20:39`: widths in points, evenly.
struct Bands: ExpressibleByArgument {
  let widths: [Double]

  init?(argument: String) {
    let parts = argument.split(separator: ":").map(String.init)
    guard parts.count == 3, let from = Double(parts[0]), let to = Double(parts[1]), let count = Int(parts[2]),
      from > 0, to >= from, to <= 100, (1...1_000_000).contains(count)
    else { return nil }
    widths = (0..<count).map { (from + (to - from) * Double($0) / Double(max(1, count - 1))) / 100 }
  }
}

extension Cycle: ExpressibleByArgument {}

/// `24,15`: percents on short and long gains.
struct TaxRates: ExpressibleByArgument {
  let short: Double
  let long: Double

  init?(argument: String) {
    let rates = argument.split(separator: ",").compactMap { Double($0) }
    guard rates.count == 2, rates.allSatisfy({ (0..<100).contains($0) }) else { return nil }
    (short, long) = (rates[0], rates[1])
  }
}

extension NamedRule: ExpressibleByArgument {
  public init?(argument: String) { self.init(parsing: argument) }
}

extension BacktestQuestion.Tilt.Signal: ExpressibleByArgument {}
