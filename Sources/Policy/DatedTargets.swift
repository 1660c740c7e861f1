public import Allocation
public import Measures

/// The targets that a household has chosen from a day on, kept when others follow them.
public struct DatedTargets: Sendable, Hashable {
  /// From when they hold; `nil` for targets that were always there.
  public var effective: Day?
  /// When somebody last confirmed them.
  public var reviewed: Day?
  public var targets: [Target]

  public init(effective: Day? = nil, reviewed: Day? = nil, targets: [Target]) {
    self.effective = effective
    self.reviewed = reviewed
    self.targets = targets
  }
}

extension InvestmentPolicy {
  /// The same policy with the targets that hold on `day`; before the first ones begin, these count.
  public func inForce(on day: Day) -> InvestmentPolicy {
    let begun = history.last { $0.effective.map { $0 <= day } ?? true }
    return (begun ?? history.first).map(holding) ?? self
  }

  /// The same policy with these targets.
  public func holding(_ dated: DatedTargets) -> InvestmentPolicy {
    var policy = self
    policy.targets = dated.targets
    policy.effective = dated.effective
    policy.reviewed = dated.reviewed
    return policy
  }
}
