public import Allocation
import Measures

/// How far a rebalancing goes once it is due.
public enum Destination: String, Sendable, Hashable, CaseIterable {
  /// To the targets.
  case target
  /// Until the class that fills its band most is at the band's edge.
  case bandEdge = "band-edge"
  /// Until that class fills half of its band (G. Daryanani, "Opportunistic Rebalancing", Journal of Financial Planning 2008).
  case halfBand = "half-band"
}

extension Destination {
  /// What it means for a proposal, in one sentence.
  public var sentence: String {
    switch self {
    case .target: "the proposal goes to the targets"
    case .bandEdge: "the targets of this proposal are where the class that fills its band most is at the band's edge"
    case .halfBand: "the targets of this proposal are where the class that fills its band most fills half of it"
    }
  }

  /// What to aim at from where the household is: all classes move on the straight line to their targets, equally far.
  ///
  /// A household that is there already is to stay where it is.
  public func targets(from allocation: AssetAllocation) -> [Target] {
    let worst = allocation.targeted.filter { $0.drift?.isZero == false }.max { isLess($0, $1) }
    return allocation.targeted.compactMap { share in
      guard let target = share.target, let drift = share.drift, let band = share.band else { return nil }
      let rest = worst.map { remainder(of: drift, worst: $0) } ?? .zero
      return Target(assetClass: share.id, weight: target + rest, band: Band(absolute: band))
    }
  }

  /// The part of a drift that stays.
  private func remainder(of drift: Weight, worst: ClassShare) -> Weight {
    guard self != .target, let worstDrift = worst.drift?.magnitude, let band = worst.band else { return .zero }
    let tolerated = self == .bandEdge ? band : Weight(steps: band.steps / 2)
    if worstDrift <= tolerated { return drift }
    return drift.scaled(by: tolerated, over: worstDrift, rounding: .halfEven) ?? .zero
  }

  private func isLess(_ left: ClassShare, _ right: ClassShare) -> Bool {
    let (leftDrift, rightDrift) = (left.drift?.magnitude ?? .zero, right.drift?.magnitude ?? .zero)
    let (leftBand, rightBand) = (left.band ?? .zero, right.band ?? .zero)
    return Int128(leftDrift.steps) * Int128(rightBand.steps) < Int128(rightDrift.steps) * Int128(leftBand.steps)
  }
}
