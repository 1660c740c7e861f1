public import Backtesting
public import Measures

/// What rules did over a history, strategic and tilted side by side: `hearth backtest`.
public struct BacktestReport: Report {
  public struct Line: Sendable {
    public let rule: String
    public let strategic: BacktestResult
    public let tactical: BacktestResult?

    public init(rule: String, strategic: BacktestResult, tactical: BacktestResult?) {
      self.rule = rule
      self.strategic = strategic
      self.tactical = tactical
    }

    /// Each result with what it is called.
    var named: [(name: String, kind: String, result: BacktestResult)] {
      [(rule, "strategic", strategic)] + (tactical.map { [(rule, "tactical", $0)] } ?? [])
    }
  }

  public struct Part: Sendable {
    public let name: String
    public let start: Day
    public let end: Day
    public let lines: [Line]

    public init(name: String, start: Day, end: Day, lines: [Line]) {
      self.name = name
      self.start = start
      self.end = end
      self.lines = lines
    }
  }

  /// `stocks 70 %`.
  public let mix: [(name: String, weight: Double)]
  public let days: [Day]
  public let parts: [Part]

  public init(mix: [(name: String, weight: Double)], days: [Day], parts: [Part]) {
    self.mix = mix
    self.days = days
    self.parts = parts
  }

  public func text(_ style: TextStyle) -> String {
    let title = mix.map { "\($0.name) \(Rates.percent($0.weight, places: 0))" }.joined(separator: ", ")
    var output = ""
    for part in parts {
      output +=
        style.bold("\(title), \(part.start) to \(part.end)") + (parts.count > 1 ? " (\(part.name))" : "") + "\n\n"
      output += table(part).rendered(style) + "\n"
    }
    return output
      + "Growth and volatility by the year; the deepest fall is from a high; “end” is the weight of \(mix[0].name) at the end.\n"
      + "What was is no promise of what will be: read growth and falls together.\n"
  }

  private func table(_ part: Part) -> Table {
    let isTaxed = part.lines.contains { $0.strategic.taxPaid > 0 }
    var table = Table(
      [
        .text("Rule"), .number("Growth"), .number("Volatility"), .number("Deepest fall"), .number("Worst year"),
        .number("Rebalanced"), .number("Turnover"), .number("Cost"), .number("End"), .number("Value"),
      ] + (isTaxed ? [.number("Tax"), .number("After tax")] : []))
    for line in part.lines {
      for (name, kind, result) in line.named {
        table.add(
          [
            kind == "tactical" ? "  tilted" : name, Rates.percent(result.growth), Rates.percent(result.volatility),
            Rates.percent(result.maximumDrawdown), result.worstCalendarYear.map { Rates.percent($0) } ?? "—",
            String(result.rebalances.count), Rates.percent(result.turnover), Rates.percent(result.costDrag, places: 3),
            Rates.percent(result.weights[0].end, places: 1), Rates.number(result.finalValue),
          ] + (isTaxed ? [Rates.number(result.taxPaid), Rates.number(result.finalAfterTax)] : []))
      }
    }
    return table
  }

  /// The value of a dollar that stayed in, a row for each period and a column for each rule.
  public var csv: String {
    let columns = parts.first?.lines.flatMap(\.named) ?? []
    var output = "day," + columns.map { "\"\($0.name) \($0.kind)\"" }.joined(separator: ",") + "\n"
    let all = (parts.first.map { [$0.start] } ?? []) + days
    for (period, day) in all.enumerated() {
      let cells = columns.map { Rates.json($0.result.path[period]).line }
      output += ([day.description] + cells).joined(separator: ",") + "\n"
    }
    return output
  }
}

extension BacktestReport {
  /// The document `hearth.backtest/1`.
  public var json: JSONValue {
    .object([
      "schema": .string("hearth.backtest/1"),
      "mix": .array(mix.map { .object(["asset": .string($0.name), "weight": Rates.json($0.weight)]) }),
      "parts": .array(
        parts.map { part in
          .object([
            "name": .string(part.name), "start": .string(part.start.description), "end": .string(part.end.description),
            "results": .array(part.lines.flatMap(\.named).map { json(of: $0.result, rule: $0.name, kind: $0.kind) }),
          ])
        }),
    ])
  }

  private func json(of result: BacktestResult, rule: String, kind: String) -> JSONValue {
    .object([
      "rule": .string(rule), "kind": .string(kind), "growth": Rates.json(result.growth),
      "volatility": Rates.json(result.volatility), "maximumDrawdown": Rates.json(result.maximumDrawdown),
      "trough": .text(result.trough), "worstTwelveMonths": result.worstTwelveMonths.map(Rates.json),
      "worstCalendarYear": result.worstCalendarYear.map(Rates.json), "finalValue": Rates.json(result.finalValue),
      "rebalances": .integer(result.rebalances.count),
      "rebalanceDays": .array(result.rebalances.map { .string($0.description) }),
      "turnover": Rates.json(result.turnover), "costDrag": Rates.json(result.costDrag),
      "taxPaid": Rates.json(result.taxPaid), "finalAfterTax": Rates.json(result.finalAfterTax),
      "maximumDrift": Rates.json(result.maximumDrift),
      "weights": .array(
        zip(mix, result.weights).map { asset, range in
          .object([
            "asset": .string(asset.name), "mean": Rates.json(range.mean), "least": Rates.json(range.least),
            "most": Rates.json(range.most), "end": Rates.json(range.end),
          ])
        }),
    ])
  }
}
