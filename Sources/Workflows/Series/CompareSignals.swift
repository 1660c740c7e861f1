public import Measures
public import Signals
import TimeSeries

/// One signal on two days.
public struct SignalChange: Sendable, Hashable {
  public let before: SignalReading
  public let now: SignalReading

  public var isTurned: Bool { before.state != now.state }
}

extension SeriesShelf {
  /// Every signal that the series allow, on both days; each from what was published by its day.
  public func changes(from earlier: Day, to later: Day) -> [SignalChange] {
    let before = signals(asOf: earlier).readings
    return signals(asOf: later).readings.compactMap { now in
      before.first { $0.history.name == now.history.name && $0.history.inputs == now.history.inputs }
        .map { SignalChange(before: $0, now: now) }
    }
  }

  /// What has turned since a review, in sentences: the curve, unemployment, the trend of stocks, and the level of inflation.
  ///
  /// A signal that was or is unknown has not turned.
  func turns(since review: Day, asOf day: Day) -> [String] {
    let stocks = self[.stockPrices]?.name
    return changes(from: review, to: day).compactMap { change in
      let history = change.now.history
      let isWatched: Bool
      switch history.name {
      case "inflation":
        guard let before = change.before.value, let now = change.now.value else { return nil }
        let (old, new) = (InflationRegime(yearly: before), InflationRegime(yearly: now))
        return old == new
          ? nil
          : "inflation was \(old.rawValue) at the last review and is \(new.rawValue) (\(history.inputs[0]) of \(change.now.month))"
      case "yield curve", "Sahm rule": isWatched = true
      case "10-month average": isWatched = history.inputs.first == stocks
      default: isWatched = false
      }
      guard isWatched, change.isTurned, change.before.state != .unknown, change.now.state != .unknown else {
        return nil
      }
      let states = "was \(change.before.state.rawValue) at the last review and is \(change.now.state.rawValue)"
      return
        "\(history.name) (\(history.meaning)) \(states) (\(history.inputs.joined(separator: ", ")) of \(change.now.month))"
    }
  }
}
