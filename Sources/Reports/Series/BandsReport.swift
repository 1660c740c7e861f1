public import Backtesting

/// One rule at many widths of its band: `hearth backtest --bands`.
public struct BandsReport: Report {
  public let cycle: String
  public let lines: [(width: Double, result: BacktestResult)]

  public init(cycle: String, lines: [(width: Double, result: BacktestResult)]) {
    self.cycle = cycle
    self.lines = lines
  }

  /// The document `hearth.bands/1`.
  public var json: JSONValue {
    .object([
      "schema": .string("hearth.bands/1"), "cycle": .string(cycle),
      "bands": .array(
        lines.map { width, result in
          .object([
            "width": Rates.json(width), "growth": Rates.json(result.growth),
            "volatility": Rates.json(result.volatility),
            "maximumDrawdown": Rates.json(result.maximumDrawdown), "rebalances": .integer(result.rebalances.count),
            "turnover": Rates.json(result.turnover), "costDrag": Rates.json(result.costDrag),
            "finalValue": Rates.json(result.finalValue),
          ])
        }),
    ])
  }

  /// At most twenty of the widths, evenly; all of them are in the JSON.
  public func text(_ style: TextStyle) -> String {
    var table = Table([
      .number("Band"), .number("Growth"), .number("Volatility"), .number("Deepest fall"), .number("Rebalanced"),
      .number("Turnover"), .number("Value"),
    ])
    let step = max(1, (lines.count + 18) / 19)
    for (index, line) in lines.enumerated() where index % step == 0 || index == lines.count - 1 {
      table.add([
        Rates.percent(line.width), Rates.percent(line.result.growth), Rates.percent(line.result.volatility),
        Rates.percent(line.result.maximumDrawdown), String(line.result.rebalances.count),
        Rates.percent(line.result.turnover), Rates.number(line.result.finalValue),
      ])
    }
    let growths = lines.map(\.result.growth)
    guard let least = growths.min(), let most = growths.max() else { return "" }
    return table.rendered(style)
      + "\n\(lines.count) bands, looked at \(cycle): growth between \(Rates.percent(least)) and \(Rates.percent(most)).\n"
  }
}
