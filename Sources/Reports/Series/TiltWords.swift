public import Allocation
import Measures
public import Policy
import PortfolioModel
public import Signals
import TimeSeries

/// What a tilt makes of the targets, and why: in `hearth rebalance --tactical` and in the monthly report.
public struct TiltWords: Sendable {
  public let tilt: TacticalTilt
  public let reading: SignalReading?
  public let isWarning: Bool
  public let strategic: [Target]
  public let tactical: [Target]

  public init(
    tilt: TacticalTilt, reading: SignalReading?, isWarning: Bool, strategic: [Target], tactical: [Target]
  ) {
    self.tilt = tilt
    self.reading = reading
    self.isWarning = isWarning
    self.strategic = strategic
    self.tactical = tactical
  }

  var state: SignalState { reading?.state ?? .unknown }

  /// `10-month average of sp500 is off: −3.10 % against 0.00 % in 2022-09; up to 10 points move from us_stock to bond.`
  var sentence: String {
    let cap = Figures.percent(tilt.cap, places: 1)
    guard let reading, let value = reading.value, reading.state != .unknown else {
      return
        "The signal “\(tilt.signal.rawValue)” is unknown, so the strategic targets hold; import its series: hearth signals says which."
    }
    let history = reading.history
    let number =
      "\(history.name) of \(history.inputs.joined(separator: ", ")) is \(reading.state.rawValue): \(history.shown(value)) against \(history.shown(history.test.threshold)) in \(reading.month)"
    return isWarning
      ? "\(number); up to \(cap) of the household moves from \(tilt.from) to \(tilt.to)."
      : "\(number); the strategic targets hold."
  }

  var json: JSONValue {
    .object([
      "signal": .string(tilt.signal.rawValue), "from": .string(tilt.from.rawValue), "to": .string(tilt.to.rawValue),
      "cap": .number(tilt.cap), "state": .string(state.rawValue), "month": .text(reading?.month),
      "value": reading?.value.map { Rates.json($0) },
      "threshold": reading.map { Rates.json($0.history.test.threshold) }, "isWarning": .bool(isWarning),
      "reason": .string(sentence),
      "targets": .array(
        zip(strategic, tactical).map { strategic, tactical in
          .object([
            "class": .string(strategic.assetClass.rawValue), "strategic": .number(strategic.weight),
            "tactical": .number(tactical.weight),
          ])
        }),
    ])
  }
}
