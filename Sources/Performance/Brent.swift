/// R. P. Brent's method (1973): the speed of interpolation with the certainty of halving.
enum Brent {
  typealias Point = (at: Double, value: Double)

  /// The root that two points of different sign enclose.
  static func root(of function: (Double) -> Double, between left: Point, and right: Point) -> Double {
    var (best, other) = abs(left.value) < abs(right.value) ? (left, right) : (right, left)
    var last = other
    var step = best.at - other.at
    var stepBefore = step
    for _ in 0..<200 where best.value != 0 {
      // `other` is always on the far side of the root, `best` the nearest point to it.
      if (other.value < 0) == (best.value < 0) {
        other = last
        step = best.at - last.at
        stepBefore = step
      }
      if abs(other.value) < abs(best.value) { (last, best, other) = (best, other, best) }
      let tolerance = 2 * best.at.magnitude.ulp + 1e-15
      let half = (other.at - best.at) / 2
      if abs(half) <= tolerance { break }
      if abs(stepBefore) >= tolerance, abs(last.value) > abs(best.value),
        let tried = interpolated(best, last, other, half), abs(tried) < abs(stepBefore) / 2
      {
        (stepBefore, step) = (step, tried)
      } else {
        (stepBefore, step) = (half, half)
      }
      last = best
      best.at += abs(step) > tolerance ? step : (half > 0 ? tolerance : -tolerance)
      best.value = function(best.at)
    }
    return best.at
  }

  /// The step to where a line, or a parabola lying on its side, meets zero; `nil` where that is outside.
  private static func interpolated(_ best: Point, _ last: Point, _ other: Point, _ half: Double) -> Double? {
    let ratio = best.value / last.value
    let numerator: Double
    let denominator: Double
    if last.at == other.at {
      (numerator, denominator) = (2 * half * ratio, 1 - ratio)
    } else {
      let ofLast = last.value / other.value
      let ofBest = best.value / other.value
      numerator = ratio * (2 * half * ofLast * (ofLast - ofBest) - (best.at - last.at) * (ofBest - 1))
      denominator = (ofLast - 1) * (ofBest - 1) * (ratio - 1)
    }
    guard denominator != 0 else { return nil }
    let step = -numerator / denominator
    return step / half > 0 && step / half < 1.5 ? step : nil
  }
}
