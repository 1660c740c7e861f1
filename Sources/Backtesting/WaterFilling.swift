/// New money where most is missing: `b_i = max(t_i m - c_i, 0)`, with `m` such that the purchases sum to the contribution.
///
/// Nothing is sold. The level `m` is what the whole would be worth if every class that gets something were at its target.
public enum WaterFilling {
  public static func purchases(of contribution: Double, holding current: [Double], target: [Double]) -> [Double] {
    guard contribution > 0 else { return current.map { _ in 0 } }
    // Classes fill in the order of how low they stand.
    let order = target.indices.filter { target[$0] > 0 }.sorted { current[$0] / target[$0] < current[$1] / target[$1] }
    var held = 0.0
    var weight = 0.0
    var level = 0.0
    for (position, index) in order.enumerated() {
      held += current[index]
      weight += target[index]
      level = (contribution + held) / weight
      if position + 1 < order.count, level <= current[order[position + 1]] / target[order[position + 1]] { break }
    }
    return target.indices.map { max(target[$0] * level - current[$0], 0) }
  }

  /// The contribution that brings every class to its target without a sale: `max_i(c_i / t_i) - V`.
  ///
  /// `nil` where something is held that the target does not have: no purchase can undo that.
  public static func needed(holding current: [Double], target: [Double]) -> Double? {
    var level = 0.0
    for (value, weight) in zip(current, target) where value > 0 {
      guard weight > 0 else { return nil }
      level = max(level, value / weight)
    }
    return max(0, level - current.reduce(0, +))
  }
}
