public import Measures

/// How much a rule trades in an ordinary year, so that activity can be told from progress.
///
/// Counted on a mix of 70 % US stocks and 30 % ten-year Treasuries from June 1953 to June 2023 (R. Shiller's monthly data), with
/// bands of five points: 842 months, and no contributions. Other mixes trade more or less; the order of magnitude is what counts.
public struct RuleExpectation: Sendable, Hashable {
  /// Rebalancings a year.
  public let acts: Weight
  /// Half of all that is bought and sold, as a fraction of the household.
  public let turnover: Weight

  public init(of trigger: RebalanceTrigger) {
    let (count, turnover): (Int, Int) =
      switch trigger {
      case .calendar(.monthly): (842, 73_009)
      case .calendar(.quarterly): (281, 53_152)
      case .calendar(.semiAnnual): (141, 38_710)
      case .calendar(.annual): (70, 30_429)
      case .threshold, .both(.monthly): (31, 24_233)
      case .both(.quarterly): (24, 21_373)
      case .both(.semiAnnual): (23, 22_962)
      case .both(.annual): (21, 20_834)
      }
    acts = Weight(steps: Int64(count) * 12 * Weight.stepsPerUnit / 842)
    self.turnover = Weight(steps: Int64(turnover) * 1_000_000)
  }
}
