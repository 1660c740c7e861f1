public import Allocation
public import Backtesting
public import Diagnostics
public import Measures
public import PortfolioModel

/// How deep a household could fall, what it rests on, and what it pays: `hearth risk`.
public struct RiskReport: Report {
  /// How its money is spread.
  public struct Spread: Sendable {
    public let diversification: Diversification
    /// Funds that hold the same classes as another one, or move as it does.
    public let redundant: Int
    public let twins: [(first: SecurityID, second: SecurityID, correlation: Double)]

    public init(
      diversification: Diversification, redundant: Int,
      twins: [(first: SecurityID, second: SecurityID, correlation: Double)]
    ) {
      self.diversification = diversification
      self.redundant = redundant
      self.twins = twins
    }
  }

  public let asOf: Day
  public let currency: String
  public let total: Money
  public let current: BroadMix?
  public let target: BroadMix?
  public let history: HistoricalRisk?
  /// What to import where there is no history.
  public let missing: [String]
  public let spread: Spread
  /// Cash beyond its target; `nil` where there is none.
  public let idleCash: (cash: Money, target: Money, yearlyCost: Money?)?
  public let diagnostics: [Diagnostic]

  public init(
    asOf: Day, currency: String, total: Money, current: BroadMix?, target: BroadMix?, history: HistoricalRisk?,
    missing: [String], spread: Spread, idleCash: (cash: Money, target: Money, yearlyCost: Money?)?,
    diagnostics: [Diagnostic]
  ) {
    self.asOf = asOf
    self.currency = currency
    self.total = total
    self.current = current
    self.target = target
    self.history = history
    self.missing = missing
    self.spread = spread
    self.idleCash = idleCash
    self.diagnostics = diagnostics
  }

  /// The loss that the test is about.
  var limit: Double { history?.limit ?? 0.25 }

  /// `rate` of the household's money.
  func dollars(_ rate: Double) -> Money { Weight(nearest: rate).flatMap { total.times($0) } ?? .zero }

  // MARK: For a person

  public func text(_ style: TextStyle) -> String {
    let fall = dollars(-limit)
    let back = Rates.percent(Fall.recoveryNeeded(after: -limit), places: 1)
    var sections = [
      style.bold("Risk on \(asOf)") + "  \(Figures.dollars(total)) \(currency)\n",
      style.paragraph(
        "A fall of \(Rates.percent(limit, places: 0)): \(Figures.dollars(fall)), to \(Figures.dollars(total + fall)); from there it takes +\(back) to be back."
      ) + "\n",
    ]
    if let current { sections[1] += mixTable(current).rendered(style) }
    if let history {
      sections += [testTable(history).rendered(style), scenarioTable(history).rendered(style)]
      sections.append(
        style.paragraph(
          "Months from \(history.start) to \(history.end), brought back once a year; falls are held without a trade, and what is neither bonds nor cash counts as stocks. The past is no limit."
        ) + "\n")
    } else {
      let what = missing.isEmpty ? "series of stocks and bonds that share months" : missing.joined(separator: "; ")
      sections.append(
        style.warning(style.paragraph("No history of stocks and bonds. Import \(what): hearth series import FILE."))
          + "\n")
    }
    return (sections + [spreadText(style)]).joined(separator: "\n")
  }

  private func mixTable(_ current: BroadMix) -> Table {
    var table = Table([.text("Mix"), .number("Stocks"), .number("Bonds"), .number("Cash")])
    for (name, mix) in [("today", current)] + (target.map { [("target", $0)] } ?? []) {
      table.add([name] + [mix.stocks, mix.bonds, mix.cash].map { Figures.percent($0, places: 1) })
    }
    return table
  }

  private func testTable(_ history: HistoricalRisk) -> Table {
    var table = Table([
      .text("Worst of history", flexible: true), .number("Today's mix"), .number("Dollars"), .number("Target"),
      .number("Stocks that stayed inside \(Rates.percent(-limit, places: 0))"),
    ])
    for measure in HistoricalRisk.Measure.allCases {
      let worst = measure.worst(of: history.current)
      table.add([
        measure.rawValue, worst.map { Rates.percent($0) } ?? "—",
        worst.map { Figures.dollars(dollars($0), places: 0) } ?? "—",
        history.target.flatMap(measure.worst(of:)).map { Rates.percent($0) } ?? "",
        history.highestShare(by: measure).map { "up to " + Rates.percent($0, places: 0) } ?? "none",
      ])
    }
    return table
  }

  private func scenarioTable(_ history: HistoricalRisk) -> Table {
    var table = Table([
      .text("Fall of"), .text("From"), .text("To"), .text("Back"), .number("Depth"), .number("Today's mix"),
      .number("Dollars"), .number("Target"), .number("Recovery needed"),
    ])
    for scenario in history.scenarios {
      let fall = scenario.fall
      table.add([
        scenario.asset, fall.peak.description, fall.trough.description, fall.recovered?.description ?? "not yet",
        Rates.percent(fall.depth, places: 1), Rates.percent(scenario.current, places: 1),
        Figures.dollars(dollars(scenario.current), places: 0),
        scenario.target.map { Rates.percent($0, places: 1) } ?? "",
        scenario.current < 0 ? "+" + Rates.percent(Fall.recoveryNeeded(after: scenario.current), places: 1) : "none",
      ])
    }
    return table
  }
}
