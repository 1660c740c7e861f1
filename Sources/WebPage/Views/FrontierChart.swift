import Measures
import Reports

/// What coming nearer to the targets costs, as points in a square; its table carries the same in numbers.
struct FrontierChart: Sendable {
  struct Point: Sendable {
    let x: String
    let y: String
    let label: String
    let isProposal: Bool
  }

  let points: [Point]
  /// The points as one line.
  let line: String
  let hasPoints: Bool
  let table: TableView

  init(_ report: ComparisonReport) {
    points = report.points.enumerated().map { index, point in
      Point(
        x: Self.position(point.across, from: 40, over: 320),
        y: Self.position(Weight(1) - point.up, from: 36, over: 122),
        label: "\(index + 1)", isProposal: point.isProposal)
    }
    line = points.map { "\($0.x),\($0.y)" }.joined(separator: " ")
    hasPoints = points.count > 1
    table = TableView("What coming nearer to the targets costs, in dollars", report.frontier, numbering: "Point")
  }

  private static func position(_ part: Weight, from start: Int64, over length: Int64) -> String {
    (Weight(steps: part.steps * length) + Weight(Int(start))).formatted(places: 1)
  }
}
