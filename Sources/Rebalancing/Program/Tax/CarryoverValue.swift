import Measures
import MixedInteger
import Taxes

/// What the losses carried out of the year are worth: `−v_s (RS − DS) − v_l (RL − (A − DS))`, against making no trade.
///
/// `A = min(limit, income, RS + RL)` is used up this year, short losses first: `DS = min(A, RS)` (Capital Loss Carryover Worksheet).
/// A smaller `A` would be worth more, so one binary holds it up; `DS` needs one only where short losses are worth more.
struct CarryoverValue {
  let figures: ReturnFigures
  init(_ figures: ReturnFigures) { self.figures = figures }

  func add(_ block: ReturnBlock, to program: inout MixedIntegerProgram) {
    let short = figures.profile.valueOfCarryShort.approximate
    let long = figures.profile.valueOfCarryLong.approximate
    guard short != 0 || long != 0, let before = IncomeTax(of: figures.profile) else { return }
    program.minimise(
      LinearExpression(1000 * (short * before.carryShort.thousands + long * before.carryLong.thousands)))
    let mostLoss = max(0, -block.ranges.net.lowerBound)
    guard mostLoss > 0 else { return }
    let left = block.shortLossLeft + block.longLossLeft
    let usable = min(figures.lossLimit, max(0, figures.ordinary + figures.qualifiedDividends))
    let used = program.smaller(of: left, most: mostLoss, and: usable)
    let mostShort = min(mostLoss, max(0, -block.ranges.short.lowerBound))
    var shortUsed = LinearExpression()
    if mostShort > 0, usable > 0, short != long {
      let amount = program.variable("DS", to: min(usable, mostShort))
      program.constrain(1 * amount - used, to: 0, "short used")
      program.constrain(1 * amount - block.shortLossLeft, to: 0, "short used")
      if short > long {
        let isAll = program.binary("short covers")
        program.constrain(1 * amount - used - usable * isAll, from: -usable, "short used")
        program.constrain(1 * amount - block.shortLossLeft + mostShort * isAll, from: 0, "short used")
      }
      shortUsed = 1 * amount
    }
    program.minimise(-1000 * short * (block.shortLossLeft - shortUsed))
    program.minimise(-1000 * long * (block.longLossLeft - used + shortUsed))
  }
}

extension MixedIntegerProgram {
  /// `min(sum, limit)`, held up by a binary because the objective would rather have less.
  mutating func smaller(of sum: LinearExpression, most: Double, and limit: Double) -> LinearExpression {
    guard limit > 0 else { return LinearExpression() }
    guard most > limit else { return sum }
    let value = variable("A", to: limit)
    constrain(1 * value - sum, to: 0, "used")
    let isFull = binary("limit reached")
    constrain(1 * value - limit * isFull, from: 0, "used")
    constrain(1 * value - sum + (most - limit) * isFull, from: 0, "used")
    return 1 * value
  }
}
