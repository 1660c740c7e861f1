import Measures
import MixedInteger
import Taxes

/// Federal income tax by the Qualified Dividends and Capital Gain Tax Worksheet: `f(Y⁺) + g(Z⁺) − g(Y⁺)`.
///
/// `f`, the rate schedule, and `g`, the steps of 0, 15 and 20 %, are convex: one row for each slope that `Y` or `Z` can reach.
/// `−g(Y)` is concave: one binary for each end of a zone that `Y` can cross. The worksheet's last line, never more than `f(Z)`, is
/// one binary where the 12 % bracket's end, a little above the 0 % zone's, can be reached.
struct FederalTax {
  let schedule: [Segment]
  let gains: [Segment]
  /// Where the brackets below 28 % end.
  let regularLimit: Double

  /// A piece of a convex function: `slope × x + intercept` from `start` on.
  struct Segment {
    let start: Double
    let slope: Double
    let intercept: Double
  }

  init(_ figures: ReturnFigures) {
    var ends: [(Double, Double)] = []
    var bottom = 0.0
    for bracket in figures.status.ordinaryBrackets {
      ends.append((bottom, bracket.rate.approximate))
      bottom = bracket.upTo?.thousands ?? bottom
    }
    schedule = Self.segments(ends)
    regularLimit = figures.status.regularRateLimit.thousands
    gains = Self.segments([
      (0, 0), (figures.status.zeroGainsTop.thousands, TaxTable.middleGainsRate.approximate),
      (figures.status.fifteenGainsTop.thousands, TaxTable.highGainsRate.approximate),
    ])
  }

  func amount(of block: ReturnBlock, in program: inout MixedIntegerProgram) -> LinearExpression {
    if let collectible = block.collectibleGain { return amount(of: block, collectible, in: &program) }
    let onIncome = program.convex(schedule, of: block.ordinary, in: block.ranges.ordinary, "f(Y)")
    let onGains = program.convex(gains, of: block.taxable, in: block.ranges.taxable, "g(Z)")
    let spared = spared(block, in: &program)
    return smaller(of: onIncome + onGains - spared, block, stackedOn: block.ranges.ordinary, in: &program)
  }

  /// `g(Y)`: what the zones below the preferential income would have cost.
  private func spared(_ block: ReturnBlock, in program: inout MixedIntegerProgram) -> LinearExpression {
    let range = block.ranges.ordinary
    var spared = LinearExpression()
    var whole = LinearExpression(block.ordinary)
    var wasFilled: MixedIntegerProgram.Variable?
    var isFirst = true
    // Y in pieces between the zones' ends, of which each may begin only when the one below is full.
    for (index, segment) in gains.enumerated() {
      let top = index + 1 < gains.count ? gains[index + 1].start : Double.infinity
      guard top > range.lowerBound, segment.start < range.upperBound || isFirst else { continue }
      let low = isFirst ? range.lowerBound : segment.start
      let high = min(top, range.upperBound)
      let size = isFirst ? low...high : 0...max(0, high - low)
      let piece = program.variable("zone", from: size.lowerBound, to: size.upperBound)
      whole -= LinearExpression(piece)
      if isFirst, low > 0 || segment.slope > 0 {
        spared += segment.slope * piece + LinearExpression(segment.intercept)
      } else {
        spared += segment.slope * piece
      }
      if let wasFilled {
        program.constrain(1 * piece - size.upperBound * wasFilled, to: 0, "zone begins")
      }
      if top < range.upperBound {
        let isFull = program.binary("zone full")
        program.constrain(1 * piece - (high - low) * isFull, from: size.lowerBound, "zone full")
        wasFilled = isFull
      }
      isFirst = false
    }
    program.constrain(whole, from: 0, to: 0, "zones")
    return spared
  }

  /// The worksheet's last line: the smaller of its result and the tax of the schedule on all taxable income.
  func smaller(
    of worksheet: LinearExpression, _ block: ReturnBlock, stackedOn ordinary: ClosedRange<Double>,
    in program: inout MixedIntegerProgram
  ) -> LinearExpression {
    let zeroTop = gains[1].start
    guard let bracketTop = schedule.map(\.start).first(where: { $0 > zeroTop }),
      let below = schedule.last(where: { $0.start <= zeroTop }), below.slope < gains[1].slope
    else { return worksheet }
    // The saving is at most (15 − 12) % of the way from the zone's end to the bracket's, and nothing outside this window.
    let saving = (gains[1].slope - below.slope) * (bracketTop - zeroTop)
    let reach = (bracketTop - zeroTop) * (gains[1].slope / below.slope - 1)
    let taxable = block.ranges.taxable
    guard taxable.upperBound > zeroTop, ordinary.lowerBound < bracketTop, ordinary.upperBound > zeroTop - reach,
      taxable.lowerBound < 2 * bracketTop - zeroTop
    else { return worksheet }
    let tax = program.variable("T")
    let isSmaller = program.binary("schedule is smaller")
    program.constrain(1 * tax - worksheet + saving * isSmaller, from: 0, "worksheet")
    let most = schedule.map { $0.slope * max(0, taxable.upperBound) + $0.intercept }.max() ?? 0
    for segment in schedule where segment.start < taxable.upperBound {
      program.constrain(
        1 * tax - segment.slope * block.taxable - most * isSmaller, from: segment.intercept - most, "schedule")
    }
    return 1 * tax
  }

  private static func segments(_ ends: [(start: Double, slope: Double)]) -> [Segment] {
    var segments: [Segment] = []
    for (start, slope) in ends {
      let value = segments.last.map { $0.slope * start + $0.intercept } ?? 0
      segments.append(Segment(start: start, slope: slope, intercept: value - slope * start))
    }
    return segments
  }
}

extension MixedIntegerProgram {
  /// A variable that is at least the convex function of `argument`, which is zero below zero.
  mutating func convex(
    _ segments: [FederalTax.Segment], of argument: Variable, in range: ClosedRange<Double>, _ name: String
  ) -> LinearExpression {
    guard range.upperBound > 0 else { return LinearExpression() }
    let value = variable(name)
    for (index, segment) in segments.enumerated() {
      let end = index + 1 < segments.count ? segments[index + 1].start : Double.infinity
      guard segment.start < range.upperBound, end > range.lowerBound, segment.slope > 0 else { continue }
      constrain(1 * value - segment.slope * argument, from: segment.intercept, name)
    }
    return 1 * value
  }
}
