public import Measures
public import Signals
import TimeSeries

/// What each published rule says on a day: `hearth signals`.
public struct SignalsReport: Report {
  public struct Missing: Sendable {
    public let signal: String
    public let remedy: String
    public init(signal: String, remedy: String) {
      self.signal = signal
      self.remedy = remedy
    }
  }

  public let asOf: Day
  public let readings: [SignalReading]
  public let missing: [Missing]

  public init(asOf: Day, readings: [SignalReading], missing: [Missing]) {
    self.asOf = asOf
    self.readings = readings
    self.missing = missing
  }

  /// The document `hearth.signals/1`.
  public var json: JSONValue {
    .object([
      "schema": .string("hearth.signals/1"),
      "asOf": .string(asOf.description),
      "signals": .array(readings.map(\.json)),
      "missing": .array(missing.map { .object(["signal": .string($0.signal), "remedy": .string($0.remedy)]) }),
    ])
  }

  public func text(_ style: TextStyle) -> String {
    var table = Table([
      .text("Signal"), .text("Series", flexible: true), .text("State"), .number("Number"), .number("Threshold"),
      .text("Month"), .text("Since"), .text("Source", flexible: true),
    ])
    for reading in readings {
      let history = reading.history
      table.add([
        history.name, history.inputs.joined(separator: ", "), reading.state.rawValue,
        reading.value.map(history.shown) ?? "—", history.shown(history.test.threshold),
        reading.month.description, reading.lastChange.map(\.description) ?? "", history.source,
      ])
    }
    var output = readings.isEmpty ? "" : style.bold("Signals on \(asOf)") + "\n\n" + table.rendered(style)
    let on = readings.filter { $0.state == .on }
    if !on.isEmpty { output += "\n" }
    for reading in on {
      output +=
        "On: \(reading.history.meaning) (\(reading.history.name) of \(reading.history.inputs.joined(separator: ", "))).\n"
    }
    let changed = readings.filter { $0.lastChange == $0.month }
    if !readings.isEmpty {
      output +=
        "\nChanged in the last month: "
        + (changed.isEmpty
          ? "none.\n"
          : changed.map { "\($0.history.name) is now \($0.state.rawValue)" }.joined(separator: "; ") + ".\n")
    }
    let unknown = readings.filter { $0.state == .unknown }
    if !unknown.isEmpty {
      let names = unknown.flatMap(\.history.inputs).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      output +=
        style.warning(
          "Unknown is not off: \(names.joined(separator: ", ")) lack a month that was published by \(asOf). Import newer files."
        )
        + "\n"
    }
    for missing in missing {
      output += style.warning("Unknown: \(missing.signal). Import \(missing.remedy): hearth series import FILE.") + "\n"
    }
    return output
  }
}

extension SignalReading {
  /// The month in which the state became what it is; `nil` where it is unknown.
  var lastChange: Month? {
    state == .unknown ? nil : history.changes.last { $0.month <= month }?.month
  }

  var json: JSONValue {
    .object([
      "name": .string(history.name), "meaning": .string(history.meaning), "source": .string(history.source),
      "series": .array(history.inputs.map { .string($0) }), "month": .string(month.description),
      "releaseLagDays": .integer(history.lag.days), "state": .string(state.rawValue),
      "value": value.map { Rates.json($0) }, "threshold": Rates.json(history.test.threshold),
      "since": lastChange.map { .string($0.description) },
      "changes": .array(
        history.changes.filter { $0.month <= month }.map {
          .object(["month": .string($0.month.lastDay.description), "isOn": .bool($0.isOn)])
        }),
      "spells": .array(
        history.spells.filter { $0.first <= month }.map {
          .object([
            "first": .string($0.first.lastDay.description), "last": .string($0.last.lastDay.description),
            "months": .integer($0.months), "extreme": Rates.json($0.extreme),
          ])
        }),
    ])
  }
}

extension SignalHistory {
  /// Percentage points for what is published in percent, else percent.
  func shown(_ value: Double) -> String {
    switch name {
    case "yield curve", "interest rates", "Sahm rule", "national activity": Rates.number(value)
    default: Rates.percent(value)
    }
  }
}
