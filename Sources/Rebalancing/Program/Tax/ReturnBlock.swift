import MixedInteger

/// Schedule D inside the program: short and long results, netted within themselves and across (IRC 1222, 1211).
///
/// `S = S⁺ − S⁻`, `L = L⁺ − L⁻`, one binary each where the sign is open. Cross netting `m1 ≤ min(S⁻, L⁺)`, `m2 ≤ min(L⁻, S⁺)`;
/// then `O = S⁺ − m2` is taxed as ordinary, `P = L⁺ − m1` is net capital gain, `RS = S⁻ − m1` and `RL = L⁻ − m2` are losses left.
/// One more binary allows losses left or gains, not both, and so forces the netting: without it the program would keep a
/// loss for ordinary income (22–37 %) beside an unreduced long gain (0–20 %).
/// `D ≤ min(limit, RS + RL)` needs no binary: more of it is never dearer.
struct ReturnBlock {
  let ranges: ReturnRanges
  let short: MixedIntegerProgram.Variable
  let long: MixedIntegerProgram.Variable
  let ordinaryGain: LinearExpression
  let preferentialGain: LinearExpression
  let shortLossLeft: LinearExpression
  let longLossLeft: LinearExpression
  let deducted: LinearExpression
  /// The part of the preferential gain that bears up to 28 %; `nil` where there can be none.
  let collectibleGain: MixedIntegerProgram.Variable?
  /// Taxable income without the preferential part, and all of it; signed.
  let ordinary: MixedIntegerProgram.Variable
  let taxable: MixedIntegerProgram.Variable

  /// The line "capital gain or loss" of Form 1040.
  var formLine: LinearExpression { ordinaryGain + preferentialGain - deducted }

  /// - Parameters:
  ///   - short: what the trades add to the short-term result; likewise `long` and its part `collectible`.
  ///   - known: bounds found otherwise, within those of the lots.
  init(
    _ figures: ReturnFigures, short shortAdded: LinearExpression, long longAdded: LinearExpression,
    collectible collectibleAdded: LinearExpression, narrowedTo known: ReturnRanges?,
    in program: inout MixedIntegerProgram
  ) {
    var ranges = ReturnRanges(
      short: program.range(of: shortAdded + LinearExpression(figures.short)),
      long: program.range(of: longAdded + LinearExpression(figures.long)))
    if let known {
      ranges.short = ranges.short.narrowed(to: known.short)
      ranges.long = ranges.long.narrowed(to: known.long)
      ranges.net = ranges.net.narrowed(to: known.net)
    }
    short = program.variable("S", equal: shortAdded + LinearExpression(figures.short), in: ranges.short)
    long = program.variable("L", equal: longAdded + LinearExpression(figures.long), in: ranges.long)
    let shortParts = program.signedParts(of: short, in: ranges.short)
    let longParts = program.signedParts(of: long, in: ranges.long)
    let shortAgainstLong = program.overlap(
      shortParts.minus, longParts.plus, most: min(-ranges.short.lowerBound, ranges.long.upperBound))
    let longAgainstShort = program.overlap(
      longParts.minus, shortParts.plus, most: min(-ranges.long.lowerBound, ranges.short.upperBound))
    ordinaryGain = shortParts.plus - longAgainstShort
    preferentialGain = longParts.plus - shortAgainstLong
    shortLossLeft = shortParts.minus - shortAgainstLong
    longLossLeft = longParts.minus - longAgainstShort

    let lossLeft = shortLossLeft + longLossLeft
    let gain = ordinaryGain + preferentialGain
    let mostLoss = max(0, -ranges.net.lowerBound)
    let mostGain = max(0, ranges.net.upperBound)
    if ranges.net.isAllGain {
      if !lossLeft.terms.isEmpty { program.constrain(lossLeft, to: 0, "netted") }
    } else if ranges.net.isAllLoss {
      if !gain.terms.isEmpty { program.constrain(gain, to: 0, "netted") }
    } else {
      let isGain = program.binary("is gain")
      program.constrain(lossLeft + mostLoss * isGain, to: mostLoss, "losses left")
      program.constrain(gain - mostGain * isGain, to: 0, "gains left")
    }
    let mostDeducted = min(figures.lossLimit, mostLoss)
    if mostDeducted > 0 {
      let deducted = program.variable("D", to: mostDeducted)
      program.constrain(1 * deducted - lossLeft, to: 0, "deducted")
      self.deducted = 1 * deducted
    } else {
      deducted = LinearExpression()
    }

    collectibleGain = program.collectibleGain(
      of: collectibleAdded + LinearExpression(figures.collectible) - shortParts.minus, within: preferentialGain,
      most: min(mostGain, max(0, ranges.long.upperBound)))

    let base = figures.ordinary
    let preferred = base + figures.qualifiedDividends
    let mostOrdinary = max(0, min(ranges.short.upperBound, mostGain))
    ranges.ordinary = (base - mostDeducted...base + mostOrdinary).narrowed(to: known?.ordinary ?? ranges.ordinary)
    ranges.taxable = (preferred - mostDeducted...preferred + mostGain).narrowed(to: known?.taxable ?? ranges.taxable)
    ordinary = program.variable(
      "Y", equal: LinearExpression(base) + ordinaryGain - self.deducted, in: ranges.ordinary)
    taxable = program.variable(
      "Z", equal: LinearExpression(preferred) + gain - self.deducted, in: ranges.taxable)
    self.ranges = ranges
  }
}

extension MixedIntegerProgram {
  /// What the variables' bounds let `expression` be.
  func range(of expression: LinearExpression) -> ClosedRange<Double> {
    var low = expression.constant
    var high = expression.constant
    for term in expression.terms {
      let ends = (term.coefficient * lower[term.variable.index], term.coefficient * upper[term.variable.index])
      low += min(ends.0, ends.1)
      high += max(ends.0, ends.1)
    }
    return low...high
  }

  /// A variable that stands for `expression`.
  mutating func variable(
    _ name: String, equal expression: LinearExpression, in range: ClosedRange<Double>
  ) -> Variable {
    let variable = variable(name, from: range.lowerBound, to: range.upperBound)
    constrain(expression - LinearExpression(variable), from: 0, to: 0, name)
    return variable
  }

  /// `x = plus − minus`, of which one is zero.
  mutating func signedParts(
    of variable: Variable, in range: ClosedRange<Double>
  ) -> (plus: LinearExpression, minus: LinearExpression) {
    if range.isAllGain { return (1 * variable, LinearExpression()) }
    if range.isAllLoss { return (LinearExpression(), -1 * variable) }
    let plus = self.variable("plus", to: range.upperBound)
    let minus = self.variable("minus", to: -range.lowerBound)
    let isPlus = binary("is plus")
    constrain(1 * plus - 1 * minus - 1 * variable, from: 0, to: 0, "parts")
    constrain(1 * plus - range.upperBound * isPlus, to: 0, "plus")
    constrain(1 * minus - range.lowerBound * isPlus, to: -range.lowerBound, "minus")
    return (1 * plus, 1 * minus)
  }

  /// A variable that is at most either of two sums; nothing where one of them is always zero.
  mutating func overlap(_ left: LinearExpression, _ right: LinearExpression, most: Double) -> LinearExpression {
    guard most > 0, !left.terms.isEmpty, !right.terms.isEmpty else { return LinearExpression() }
    let both = variable("netted", to: most)
    constrain(1 * both - left, to: 0, "netted")
    constrain(1 * both - right, to: 0, "netted")
    return 1 * both
  }
}
