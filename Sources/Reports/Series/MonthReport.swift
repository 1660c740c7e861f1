import Allocation
public import Measures
import PortfolioModel
public import Signals
public import TimeSeries

/// What changed in a month, and why: `hearth signals --month`.
public struct MonthReport: Report {
  public struct Change: Sendable {
    public let before: SignalReading
    public let now: SignalReading
    public init(before: SignalReading, now: SignalReading) {
      self.before = before
      self.now = now
    }

    var isTurned: Bool { before.state != now.state }
  }

  public let month: Month
  public let asOf: Day
  public let comparedWith: Day
  public let changes: [Change]
  public let missing: [SignalsReport.Missing]
  /// The household's tilt at the end of the month before, and now; `nil` where it has none.
  public let tiltBefore: TiltWords?
  public let tilt: TiltWords?

  public init(
    month: Month, asOf: Day, comparedWith: Day, changes: [Change], missing: [SignalsReport.Missing],
    tiltBefore: TiltWords?, tilt: TiltWords?
  ) {
    self.month = month
    self.asOf = asOf
    self.comparedWith = comparedWith
    self.changes = changes
    self.missing = missing
    self.tiltBefore = tiltBefore
    self.tilt = tilt
  }

  /// The document `hearth.month/1`.
  public var json: JSONValue {
    func json(of reading: SignalReading) -> JSONValue {
      .object([
        "month": .string(reading.month.description), "state": .string(reading.state.rawValue),
        "value": reading.value.map { Rates.json($0) },
      ])
    }
    return .object([
      "schema": .string("hearth.month/1"),
      "month": .string(month.description),
      "asOf": .string(asOf.description),
      "comparedWith": .string(comparedWith.description),
      "signals": .array(
        changes.map { change in
          .object([
            "name": .string(change.now.history.name),
            "series": .array(change.now.history.inputs.map { .string($0) }),
            "threshold": Rates.json(change.now.history.test.threshold), "turned": .bool(change.isTurned),
            "before": json(of: change.before), "now": json(of: change.now),
          ])
        }),
      "missing": .array(missing.map { .object(["signal": .string($0.signal), "remedy": .string($0.remedy)]) }),
      "tiltBefore": tiltBefore?.json,
      "tilt": tilt?.json,
    ])
  }

  public func text(_ style: TextStyle) -> String {
    var table = Table([
      .text("Signal"), .text("Series", flexible: true), .text("Before"), .text("Now"), .number("Number before"),
      .number("Now"), .number("Threshold"), .text(""),
    ])
    for change in changes {
      let history = change.now.history
      func shown(_ reading: SignalReading) -> String { reading.value.map(history.shown) ?? "—" }
      table.add([
        history.name, history.inputs.joined(separator: ", "), change.before.state.rawValue, change.now.state.rawValue,
        shown(change.before), shown(change.now), history.shown(history.test.threshold),
        change.isTurned ? "TURNED" : "",
      ])
    }
    var output = style.bold("Signals of \(month)") + "  on \(asOf), against \(comparedWith)\n"
    if !changes.isEmpty { output += "\n" + table.rendered(style) }
    let turned = changes.filter(\.isTurned)
    output += "\n" + (turned.isEmpty ? style.paragraph("Nothing turned.") + "\n" : "")
    for change in turned {
      let history = change.now.history
      let why =
        change.now.value.map { ", since \(history.shown($0)) is held against \(history.shown(history.test.threshold))" }
        ?? ""
      output +=
        style.paragraph(
          "\(history.name) of \(history.inputs.joined(separator: ", ")) was \(change.before.state.rawValue) and is \(change.now.state.rawValue)\(why) (\(history.source))."
        ) + "\n"
    }
    for missing in missing {
      output += style.warning("Unknown: \(missing.signal). Import \(missing.remedy): hearth series import FILE.") + "\n"
    }
    if let tilt { output += "\n" + advice(tilt, style) }
    return output
  }

  private func advice(_ tilt: TiltWords, _ style: TextStyle) -> String {
    var table = Table([.text("Target"), .number("Strategic"), .number("Tactical before"), .number("Tactical now")])
    for (index, target) in tilt.tactical.enumerated() {
      let before = tiltBefore?.tactical.first { $0.assetClass == target.assetClass }
      table.add([
        target.assetClass.rawValue, Figures.percent(tilt.strategic[index].weight, places: 1),
        before.map { Figures.percent($0.weight, places: 1) } ?? "—", Figures.percent(target.weight, places: 1),
      ])
    }
    return table.rendered(style) + style.paragraph("Tilt: \(tilt.sentence)") + "\n"
  }
}
