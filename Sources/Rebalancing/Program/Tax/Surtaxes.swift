import Measures
import MixedInteger
import Taxes

/// Net investment income tax: `3.8 % × max(0, min(NII, MAGI − threshold))` (IRC 1411; Form 8960).
///
/// Gains move NII and MAGI by the same amount, so that the smaller of the two is a constant plus that amount: a convex hinge
/// without a binary.
struct NetInvestmentIncome {
  let figures: ReturnFigures
  init(_ figures: ReturnFigures) { self.figures = figures }

  func amount(of block: ReturnBlock, in program: inout MixedIntegerProgram) -> LinearExpression {
    let income = figures.profile.otherNetInvestmentIncome.thousands + figures.qualifiedDividends
    let excess = figures.grossIncome - figures.status.netInvestmentIncomeThreshold.thousands
    let taxed = LinearExpression(min(income, excess)) + block.formLine
    guard program.range(of: taxed).upperBound > 0 else { return LinearExpression() }
    let rate = TaxTable.netInvestmentIncomeRate.approximate
    let tax = program.variable("NIIT")
    program.constrain(1 * tax - rate * taxed, from: 0, "NIIT")
    return 1 * tax
  }
}

/// Costs that fall due when modified adjusted gross income passes a threshold: `MAGI ≤ t_j + range b_j` at `cost_j b_j`, one binary
/// for each threshold within reach.
struct IncomeCliffs {
  /// Rounded shares may realise a hair more than the program thought: half a cent of income stays free below a threshold.
  private static let margin = 0.000_005
  let figures: ReturnFigures
  init(_ figures: ReturnFigures) { self.figures = figures }

  func amount(of block: ReturnBlock, in program: inout MixedIntegerProgram) -> LinearExpression {
    let income = LinearExpression(figures.grossIncome) + block.formLine
    let shift = figures.grossIncome - figures.ordinary - figures.qualifiedDividends
    let range = block.ranges.taxable.lowerBound + shift...block.ranges.taxable.upperBound + shift
    var cost = LinearExpression()
    for cliff in figures.profile.cliffs {
      let threshold = cliff.threshold.thousands
      if range.lowerBound > threshold {
        cost += LinearExpression(cliff.cost.thousands)
      } else if range.upperBound > threshold {
        // Where doing nothing lies on the threshold itself, no margin may forbid it.
        let free = range.lowerBound < threshold - Self.margin ? threshold - Self.margin : threshold
        let isPassed = program.binary("cliff")
        program.constrain(income - (range.upperBound - free) * isPassed, to: free, "cliff")
        cost.add(cliff.cost.thousands, isPassed)
      }
    }
    return cost
  }
}
