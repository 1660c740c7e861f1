import Allocation
import Backtesting
import Measures

extension RiskReport {
  /// The document `hearth.risk/1`.
  public var json: JSONValue {
    .object([
      "schema": .string("hearth.risk/1"),
      "asOf": .string(asOf.description),
      "currency": .string(currency),
      "total": .number(total, places: 2),
      "test": .object([
        "limit": Rates.json(limit), "loss": .number(dollars(-limit), places: 2),
        "recoveryNeeded": Rates.json(Fall.recoveryNeeded(after: -limit)),
      ]),
      "mix": current.map(Self.json(of:)),
      "targetMix": target.map(Self.json(of:)),
      "history": history.map(json(of:)),
      "missing": .array(missing.map { .string($0) }),
      "spread": spreadJSON,
      "idleCash": idleCash.map {
        .object([
          "cash": .number($0.cash, places: 2), "target": .number($0.target, places: 2),
          "yearlyCost": $0.yearlyCost.map { .number($0, places: 2) },
        ])
      },
      "diagnostics": .array(diagnostics.map(\.json)),
    ])
  }

  private static func json(of mix: BroadMix) -> JSONValue {
    .object(["stocks": .number(mix.stocks), "bonds": .number(mix.bonds), "cash": .number(mix.cash)])
  }

  private func json(of history: HistoricalRisk) -> JSONValue {
    .object([
      "start": .string(history.start.description),
      "end": .string(history.end.description),
      "measures": .array(
        HistoricalRisk.Measure.allCases.map { measure in
          .object([
            "measure": .string(measure.rawValue),
            "current": measure.worst(of: history.current).map(Rates.json),
            "target": history.target.flatMap(measure.worst(of:)).map(Rates.json),
            "highestStockShare": history.highestShare(by: measure).map(Rates.json),
            "byStockShare": .array(
              history.steps.map { step in
                .object([
                  "stocks": Rates.json(step.stocks), "worst": measure.worst(of: step.result).map(Rates.json),
                ])
              }),
          ])
        }),
      "scenarios": .array(
        history.scenarios.map { scenario in
          .object([
            "asset": .string(scenario.asset), "peak": .string(scenario.fall.peak.description),
            "trough": .string(scenario.fall.trough.description), "recovered": .text(scenario.fall.recovered),
            "depth": Rates.json(scenario.fall.depth), "current": Rates.json(scenario.current),
            "currentDollars": .number(dollars(scenario.current), places: 2),
            "target": scenario.target.map(Rates.json),
          ])
        }),
    ])
  }
}
