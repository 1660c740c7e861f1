/// The rule that says when a household acts.
public enum RebalanceTrigger: Sendable, Hashable {
  /// As soon as one class is at or past the edge of its band.
  case threshold
  /// On days of review, whatever the drift.
  case calendar(ReviewInterval)
  /// Looks on days of review, and acts only where a class is at or past the edge of its band.
  case both(ReviewInterval)

  /// How often it looks by the calendar; `nil` for a rule that always looks.
  public var interval: ReviewInterval? {
    switch self {
    case .threshold: nil
    case .calendar(let interval), .both(let interval): interval
    }
  }

  /// The word of `household.yaml`.
  public var word: String {
    switch self {
    case .threshold: "threshold"
    case .calendar: "calendar"
    case .both: "both"
    }
  }
}

extension RebalanceTrigger: CustomStringConvertible {
  /// `threshold`, `calendar, quarterly`, `both, quarterly`.
  public var description: String { interval.map { "\(word), \($0.rawValue)" } ?? word }
}
