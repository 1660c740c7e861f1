import MixedInteger

extension MixedIntegerProgram {
  /// The 28 % Rate Gain Worksheet (IRC 1(h)(4)): `g = min(P, max(0, H))`, with `P` the net capital gain and `H` the year's results from
  /// collectibles less short-term loss and long-term carryover.
  ///
  /// Less of it would mostly be cheaper, so one binary holds it up to the smaller of the two; another one, where `H` can be
  /// negative, says whether there is any.
  ///
  /// - Returns: `nil` where there can be none, as in every household without gold or silver.
  mutating func collectibleGain(
    of results: LinearExpression, within gain: LinearExpression, most mostGain: Double
  ) -> Variable? {
    let range = range(of: results)
    guard range.upperBound > 0, mostGain > 0 else { return nil }
    let most = min(range.upperBound, mostGain)
    let amount = variable("28 %", to: most)
    constrain(1 * amount - gain, to: 0, "28 % of gain")
    let isAllGain = binary("gain is collectible")
    constrain(1 * amount - gain - mostGain * isAllGain, from: -mostGain, "28 % all")
    constrain(1 * amount - results + range.upperBound * isAllGain, from: 0, "28 % part")
    if range.lowerBound < 0 {
      let isPositive = binary("collectible gain")
      constrain(1 * amount - most * isPositive, to: 0, "28 % none")
      constrain(
        1 * amount - results - range.lowerBound * isPositive, to: -range.lowerBound, "28 % no more")
    } else {
      constrain(1 * amount - results, to: 0, "28 % no more")
    }
    return amount
  }

  /// `max(0, x − threshold)`, of which the objective wants more: one binary where `x` can cross.
  mutating func hinge(_ argument: LinearExpression, above threshold: Double) -> LinearExpression {
    let range = range(of: argument)
    let excess = argument - LinearExpression(threshold)
    guard range.upperBound > threshold else { return LinearExpression() }
    guard range.lowerBound < threshold else { return excess }
    let value = variable("above", to: range.upperBound - threshold)
    let isAbove = binary("is above")
    constrain(1 * value - (range.upperBound - threshold) * isAbove, to: 0, "above")
    let below = threshold - range.lowerBound
    constrain(1 * value - excess + below * isAbove, to: below, "above")
    return 1 * value
  }
}
