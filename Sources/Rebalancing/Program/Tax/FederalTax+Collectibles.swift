import Measures
import MixedInteger
import Taxes

extension FederalTax {
  /// The Schedule D Tax Worksheet: with `X = Y + g`, of which `B` is taxed by the rate schedule and `E = X − B` at 28 %,
  /// `f(B) + 28 % E + 15 % [(Z − c0)⁺ − (X − c0)⁺] + 5 % [(Z − c15 − E)⁺ − (Y − c15)⁺]`.
  ///
  /// `B` is the smaller of `X` and the end of the 24 % bracket, or `Y` if that is more. The objective chooses it so by itself, since `f`
  /// rises by less than 28 % below that end and by more above it; only where 20 % can be reached would less of it be cheaper, and
  /// one binary holds it up.
  func amount(
    of block: ReturnBlock, _ collectible: MixedIntegerProgram.Variable, in program: inout MixedIntegerProgram
  ) -> LinearExpression {
    let (ordinary, taxable) = (block.ranges.ordinary, block.ranges.taxable)
    let most = program.upper[collectible.index]
    let stacked = program.variable(
      "X", equal: 1 * block.ordinary + 1 * collectible, in: ordinary.lowerBound...ordinary.upperBound + most)
    let stackedRange = ordinary.lowerBound...ordinary.upperBound + most
    let regular = regularIncome(block, stacked, stackedRange, in: &program)
    let excess = 1 * stacked - 1 * regular

    var tax = program.convex(schedule, of: regular, in: stackedRange, "f(B)")
    tax += TaxTable.collectiblesRate.approximate * excess
    let (middle, high) = (gains[1], gains[2])
    if taxable.upperBound > middle.start {
      let onGains = program.variable("g(Z)")
      program.constrain(1 * onGains - middle.slope * block.taxable, from: middle.intercept, "g(Z)")
      let steeper = high.slope - middle.slope
      program.constrain(
        1 * onGains - high.slope * block.taxable + steeper * excess, from: high.intercept, "g(Z)")
      tax += 1 * onGains
    }
    tax -= middle.slope * program.hinge(1 * stacked, above: middle.start)
    tax -= (high.slope - middle.slope) * program.hinge(1 * block.ordinary, above: high.start)
    return smaller(of: tax, block, stackedOn: stackedRange, in: &program)
  }

  /// `B`, line 21 of the worksheet.
  private func regularIncome(
    _ block: ReturnBlock, _ stacked: MixedIntegerProgram.Variable, _ range: ClosedRange<Double>,
    in program: inout MixedIntegerProgram
  ) -> MixedIntegerProgram.Variable {
    guard range.upperBound > regularLimit else { return stacked }
    let regular = program.variable("B", from: range.lowerBound, to: range.upperBound)
    program.constrain(1 * regular - 1 * block.ordinary, from: 0, "B")
    program.constrain(1 * regular - 1 * stacked, to: 0, "B")
    guard block.ranges.taxable.upperBound > gains[2].start else { return regular }
    let isLimited = program.binary("24 % is full")
    program.constrain(
      1 * regular - 1 * stacked + (range.upperBound - regularLimit) * isLimited, from: 0, "B is X")
    program.constrain(
      1 * regular - (regularLimit - range.lowerBound) * isLimited, from: range.lowerBound, "B is full")
    return regular
  }
}
