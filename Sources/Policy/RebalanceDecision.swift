public import Allocation
public import Measures
public import PortfolioModel

/// The rule that says when a household acts.
public enum RebalanceTrigger: String, Sendable, Hashable, CaseIterable {
  /// As soon as one class is at or past the edge of its band.
  case threshold
}

/// Whether a rule calls for action, with the number and the threshold that decided it.
public struct RebalanceDecision: Sendable, Hashable {
  /// What the rule saw of one class.
  public struct Finding: Sendable, Hashable {
    public let assetClass: AssetClassID
    public let name: String
    public let target: Weight
    /// Actual minus target, as a fraction of the household's value.
    public let drift: Weight
    /// The half-width that the drift is held against.
    public let threshold: Weight
    public let isPast: Bool
  }

  public let trigger: RebalanceTrigger
  /// One for each targeted class, worst first: by how often the drift fills its band.
  public let findings: [Finding]

  public var isDue: Bool { findings.contains(where: \.isPast) }
}

extension RebalanceTrigger {
  /// Whether `allocation` calls for action under this rule.
  public func decision(on allocation: AssetAllocation) -> RebalanceDecision {
    let findings = allocation.targeted.compactMap { share -> RebalanceDecision.Finding? in
      guard let drift = share.drift, let target = share.target, let band = share.band, let isInBand = share.isInBand
      else { return nil }
      return RebalanceDecision.Finding(
        assetClass: share.id, name: share.name, target: target, drift: drift, threshold: band, isPast: !isInBand)
    }
    return RebalanceDecision(
      trigger: self,
      findings: findings.sorted { left, right in
        let leftFill = left.drift.magnitude.steps.multipliedFullWidth(by: right.threshold.steps)
        let rightFill = right.drift.magnitude.steps.multipliedFullWidth(by: left.threshold.steps)
        if leftFill == rightFill { return left.assetClass < right.assetClass }
        return (leftFill.high, leftFill.low) > (rightFill.high, rightFill.low)
      })
  }
}

extension RebalanceDecision: CustomStringConvertible {
  /// One sentence with rule, number and threshold: `due: US stocks is 12.0 points over its target of 70.0 %, …`.
  public var description: String {
    guard let worst = findings.first else { return "not due: the household has no targets" }
    let points = { (weight: Weight) in Weight(steps: weight.steps * 100).formatted(places: 1) }
    let side = worst.drift.isNegative ? "under" : "over"
    let position =
      "\(worst.name) is \(points(worst.drift.magnitude)) points \(side) its target of \(points(worst.target)) %"
    let threshold = "\(points(worst.threshold)) points"
    return isDue
      ? "due: \(position), at or past its band of \(threshold) (rule: \(trigger.rawValue))"
      : "not due: \(position), inside its band of \(threshold) (rule: \(trigger.rawValue))"
  }
}
