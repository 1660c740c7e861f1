public import Measures
public import TimeSeries

/// What a signal says of a month. An input that is missing makes it unknown, never off.
public enum SignalState: String, Sendable, Hashable {
  case on, off, unknown
}

/// A signal over all months that its series reach: its number, the threshold that the number is held against, and where the rule is from.
public struct SignalHistory: Sendable, Hashable {
  public enum Test: Sendable, Hashable {
    case above(Double), below(Double)
    /// The number counts as rounded to so many places, as its publisher prints it.
    case atLeast(Double, places: Int = 9)

    public var threshold: Double {
      switch self {
      case .above(let threshold), .below(let threshold), .atLeast(let threshold, _): threshold
      }
    }

    public func holds(_ value: Double) -> Bool {
      switch self {
      case .above(let threshold): return value > threshold
      case .below(let threshold): return value < threshold
      case .atLeast(let threshold, let places):
        let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
        return (value * scale).rounded() >= (threshold * scale).rounded()
      }
    }
  }

  /// `10-month average`.
  public let name: String
  /// What being on means: `the price is above its average`.
  public let meaning: String
  /// Author or publisher of the rule.
  public let source: String
  /// The names of the series that it rests on.
  public let inputs: [String]
  public let values: MonthlySeries
  public let test: Test
  public let lag: ReleaseLag

  public func state(in month: Month) -> SignalState {
    guard let value = values[month] else { return .unknown }
    return test.holds(value) ? .on : .off
  }

  /// The months in which the state becomes another known one, the first known month among them.
  public var changes: [(month: Month, isOn: Bool)] {
    var changes: [(Month, Bool)] = []
    for month in values.months {
      guard let value = values[month] else { continue }
      let isOn = test.holds(value)
      if changes.last?.1 != isOn { changes.append((month, isOn)) }
    }
    return changes
  }

  /// The months in a row in which it was on, each spell with its most extreme number.
  public var spells: [Spell] {
    let isBelow = if case .below = test { true } else { false }
    return Spell.all(in: values, where: test.holds) { isBelow ? $0 < $1 : $0 > $1 }
  }

  /// The last month that anybody could know on `day`, with its number and state.
  public func reading(on day: Day) -> SignalReading {
    let month = lag.lastKnownMonth(on: day)
    return SignalReading(month: month, value: values[month], state: state(in: month), history: self)
  }
}

/// One month of a signal, as it is shown and acted on.
public struct SignalReading: Sendable, Hashable {
  public let month: Month
  public let value: Double?
  public let state: SignalState
  public let history: SignalHistory
}
