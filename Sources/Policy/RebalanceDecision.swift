public import Allocation
public import Measures
public import PortfolioModel

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
    /// The fraction of the target that the threshold is, where the band that counts is a relative one.
    public let relativeThreshold: Weight?
    public let isPast: Bool
  }

  public let trigger: RebalanceTrigger
  /// One for each targeted class, worst first: by how often the drift fills its band.
  public let findings: [Finding]
  /// The day of review that nobody has answered yet; `nil` for a rule that always looks.
  public let openReview: Day?
  public let nextReview: Day?
  /// When somebody has answered a rule that always looks, and no statement since then shows anything else.
  public let answered: Day?

  public var isDue: Bool {
    switch trigger {
    case .threshold: answered == nil && findings.contains(where: \.isPast)
    case .calendar: openReview != nil && findings.contains { !$0.drift.isZero }
    case .both: openReview != nil && findings.contains(where: \.isPast)
    }
  }
}

extension InvestmentPolicy {
  /// Whether `allocation` calls for action under the household's rule.
  ///
  /// - Parameters:
  ///   - lastReview: when somebody last accepted or overrode a plan: a day of review up to then is answered.
  ///   - lastStatement: the day of the newest price or balance: what was answered on or after it is not asked again.
  public func decision(
    on allocation: AssetAllocation, lastReview: Day? = nil, lastStatement: Day? = nil
  ) -> RebalanceDecision {
    let findings = allocation.targeted.compactMap { share -> RebalanceDecision.Finding? in
      guard let drift = share.drift, let target = share.target, let width = share.band, let isInBand = share.isInBand
      else { return nil }
      let band = targets.first { $0.assetClass == share.id }?.band ?? self.band
      return RebalanceDecision.Finding(
        assetClass: share.id, name: share.name, target: target, drift: drift, threshold: width,
        relativeThreshold: band.isRelative(around: target) ? band.relative : nil, isPast: !isInBand)
    }
    return RebalanceDecision(
      trigger: trigger, findings: findings.sorted(by: RebalanceDecision.isWorse),
      openReview: openReview(asOf: allocation.asOf, lastReview: lastReview),
      nextReview: trigger.interval?.next(after: allocation.asOf),
      answered: answer(lastReview, to: lastStatement))
  }

  private func answer(_ lastReview: Day?, to lastStatement: Day?) -> Day? {
    guard case .threshold = trigger, let lastReview, let lastStatement, lastReview >= lastStatement else { return nil }
    return lastReview
  }

  /// Days of review before the targets began ask nothing.
  private func openReview(asOf day: Day, lastReview: Day?) -> Day? {
    guard let review = trigger.interval?.last(onOrBefore: day) else { return nil }
    let isOfTheseTargets = effective.map { $0 <= review } ?? true
    return isOfTheseTargets && lastReview.map { $0 < review } ?? true ? review : nil
  }
}

extension RebalanceDecision {
  /// By how often the drift fills its band, without a division.
  fileprivate static func isWorse(_ left: Finding, _ right: Finding) -> Bool {
    let leftFill = left.drift.magnitude.steps.multipliedFullWidth(by: right.threshold.steps)
    let rightFill = right.drift.magnitude.steps.multipliedFullWidth(by: left.threshold.steps)
    if leftFill == rightFill { return left.assetClass < right.assetClass }
    return (leftFill.high, leftFill.low) > (rightFill.high, rightFill.low)
  }
}

extension RebalanceDecision: CustomStringConvertible {
  /// One sentence with rule, number and threshold: `due: US stocks is 12.0 points over its target of 70.0 %, …`.
  public var description: String {
    guard let worst = findings.first else { return "not due: the household has no targets" }
    let verdict = isDue ? "due" : "not due"
    let review =
      switch (trigger.interval, openReview, nextReview) {
      case (let interval?, let open?, _): "the \(interval.rawValue) review of \(open) is open; "
      case (let interval?, nil, let next?): "the next \(interval.rawValue) review is on \(next); "
      default: answered.map { "answered on \($0), and no statement is newer; " } ?? ""
      }
    return "\(verdict): \(review)\(worst.position), \(worst.place) (rule: \(trigger))"
  }
}

extension RebalanceDecision.Finding {
  fileprivate var position: String {
    let side = drift.isNegative ? "under" : "over"
    return "\(name) is \(Self.hundredfold(drift.magnitude)) points \(side) its target of \(Self.hundredfold(target)) %"
  }

  fileprivate var place: String {
    let part = relativeThreshold.map { ", \(Self.hundredfold($0)) % of the target" } ?? ""
    return "\(isPast ? "at or past" : "inside") its band of \(Self.hundredfold(threshold)) points\(part)"
  }

  private static func hundredfold(_ weight: Weight) -> String {
    Weight(steps: weight.steps * 100).formatted(places: 1)
  }
}
