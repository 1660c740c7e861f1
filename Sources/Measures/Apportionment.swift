extension FixedPoint {
  /// Divides this amount among `weights` so that the parts sum to it exactly (largest-remainder method).
  ///
  /// What the weights leave below one belongs to nobody and is the last element of the result.
  /// Ties of the remainder go to the earlier part, so that the result depends on the order alone.
  public func apportioned(by weights: [Weight]) -> [Self] {
    let rest = Weight(1) - weights.reduce(.zero, +)
    let shares = weights + [rest]
    let unit = Int128(Weight.stepsPerUnit)
    let products = shares.map { Int128(steps) * Int128($0.steps) }
    var parts = products.map { Rounding.down.quotient($0, by: unit) }
    let missing = Int(Int128(steps) - parts.reduce(0, +))
    let byRemainder = products.indices.sorted { left, right in
      let leftRemainder = products[left] - parts[left] * unit
      let rightRemainder = products[right] - parts[right] * unit
      return leftRemainder == rightRemainder ? left < right : leftRemainder > rightRemainder
    }
    for index in byRemainder.prefix(max(0, missing)) { parts[index] += 1 }
    return parts.map { Self(steps: Int64(clamping: $0)) }
  }
}
