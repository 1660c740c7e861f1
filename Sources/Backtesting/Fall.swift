public import Measures

/// One fall from a high to its bottom, and the day on which the high was reached again.
public struct Fall: Sendable, Hashable {
  public let peak: Day
  public let trough: Day
  /// `nil` while it lasts.
  public let recovered: Day?
  /// Below zero: -0.25 is a quarter less.
  public let depth: Double

  /// What must be gained on the bottom to be back: a third after a fall of a quarter.
  public var recoveryNeeded: Double { Self.recoveryNeeded(after: depth) }

  public static func recoveryNeeded(after depth: Double) -> Double { 1 / (1 + depth) - 1 }

  /// The falls of `path` by at least `least`, deepest first; one lasts until its high is reached again.
  ///
  /// - Parameter days: the day of each value of the path.
  public static func all(in path: [Double], on days: [Day], atLeast least: Double) -> [Fall] {
    guard var peak = path.indices.first else { return [] }
    var falls: [Fall] = []
    var bottom = peak
    func close(_ recovered: Day?) {
      let depth = path[bottom] / path[peak] - 1
      if depth <= -least {
        falls.append(Fall(peak: days[peak], trough: days[bottom], recovered: recovered, depth: depth))
      }
    }
    for index in path.indices {
      if path[index] >= path[peak] {
        close(days[index])
        peak = index
        bottom = index
      } else if path[index] < path[bottom] {
        bottom = index
      }
    }
    close(nil)
    return falls.sorted { ($0.depth, $0.peak) < ($1.depth, $1.peak) }
  }
}
