public import Measures

/// A rule that derives the part of stocks from an age or from the years to a goal; shown beside the chosen target, never imposed.
public enum GlidePath: Sendable, Hashable {
  /// So many percent less the age, from 0 to 100: 100, 110 or 120.
  case ageRule(Int)
  /// Straight lines between points, by years to the goal, most first; level before the first point and after the last.
  case points([Point])

  public struct Point: Sendable, Hashable {
    /// Years until the goal's year; negative after it.
    public let yearsToGoal: Int
    public let stocks: Weight
    public init(yearsToGoal: Int, stocks: Weight) {
      self.yearsToGoal = yearsToGoal
      self.stocks = stocks
    }
  }

  /// 90 % of stocks until 25 years before retirement, 50 % at it, 30 % seven years later: the published shape of Vanguard's
  /// target retirement funds; the straight lines between are ours.
  public static let targetDate = GlidePath.points([
    Point(yearsToGoal: 25, stocks: Weight(steps: 900_000_000_000)),
    Point(yearsToGoal: 0, stocks: Weight(steps: 500_000_000_000)),
    Point(yearsToGoal: -7, stocks: Weight(steps: 300_000_000_000)),
  ])

  /// What the Thrift Savings Plan's Lifecycle funds held in the third quarter of 2023, by the years to each fund's date: 99 % until 32
  /// years before, 25 % at it (the income fund). The straight lines between the funds are ours.
  public static let lifecycle = GlidePath.points(
    [
      (32, 990), (27, 818), (22, 768), (17, 718), (12, 659), (7, 601), (2, 361), (0, 250),
    ].map { (years: Int, promille: Int64) in
      Point(yearsToGoal: years, stocks: Weight(steps: promille * 1_000_000_000))
    })

  /// The part of stocks at an age, so many years before the goal.
  public func stocks(atAge age: Int, yearsToGoal: Int) -> Weight {
    switch self {
    case .ageRule(let whole): return Weight(steps: Weight.stepsPerUnit / 100 * Int64(min(100, max(0, whole - age))))
    case .points(let points):
      guard let first = points.first, let last = points.last else { return .zero }
      if yearsToGoal >= first.yearsToGoal { return first.stocks }
      for (from, to) in zip(points, points.dropFirst()) where yearsToGoal >= to.yearsToGoal {
        let part = Weight(yearsToGoal - to.yearsToGoal)
        let span = Weight(from.yearsToGoal - to.yearsToGoal)
        return to.stocks + ((from.stocks - to.stocks).scaled(by: part, over: span, rounding: .halfEven) ?? .zero)
      }
      return last.stocks
    }
  }
}
