extension FixedPoint {
  /// Divides this amount among `weights` so that the parts sum to it exactly (largest-remainder method).
  ///
  /// What the weights leave below one belongs to nobody and is the last element of the result.
  /// Ties of the remainder go to the earlier part, so that the result depends on the order alone.
  public func apportioned(by weights: [Weight]) -> [Self] {
    let rest = Weight(1) - weights.reduce(.zero, +)
    let products = (weights + [rest]).map { Int128(steps) * Int128($0.steps) }
    return quotients(of: products, by: Int128(Weight.stepsPerUnit), summingTo: Int128(steps))
      .map { Self(steps: Int64(clamping: $0)) }
  }

  /// `parts`, each times `numerator / denominator`, so that they sum to their total times that ratio in one rounding.
  ///
  /// `nil` where the ratio is not positive or the total does not fit.
  public static func scaled<Ratio>(
    _ parts: [Self], by numerator: FixedPoint<Ratio>, over denominator: FixedPoint<Ratio>
  ) -> [Self]? {
    let whole = parts.reduce(.zero, +)
    guard numerator.steps > 0, denominator.steps > 0,
      let total = whole.scaled(by: numerator, over: denominator, rounding: .halfEven)
    else { return nil }
    let products = parts.map { Int128($0.steps) * Int128(numerator.steps) }
    return quotients(of: products, by: Int128(denominator.steps), summingTo: Int128(total.steps))
      .map { Self(steps: Int64(clamping: $0)) }
  }
}

/// Each dividend over `divisor` as a whole number, rounded down, the largest remainders up, until they sum to `total`.
private func quotients(of dividends: [Int128], by divisor: Int128, summingTo total: Int128) -> [Int128] {
  var parts = dividends.map { Rounding.down.quotient($0, by: divisor) }
  let missing = Int(total - parts.reduce(0, +))
  let byRemainder = dividends.indices.sorted { left, right in
    let leftRemainder = dividends[left] - parts[left] * divisor
    let rightRemainder = dividends[right] - parts[right] * divisor
    return leftRemainder == rightRemainder ? left < right : leftRemainder > rightRemainder
  }
  for index in byRemainder.prefix(max(0, missing)) { parts[index] += 1 }
  return parts
}
