public import Allocation
import HouseholdFile
import Measures
public import Policy
import PortfolioModel

extension HouseholdView {
  /// What rules by age and by years to a goal say, beside what is held and wanted: `hearth glide`.
  public func glide() -> (comparison: GlideComparison, current: BroadMix?, target: BroadMix?) {
    let allocation = allocation()
    let owned = allocation.owners.compactMap { share in share.id.map { ($0, share.value) } }
    let mixes = broadMixes(allocation)
    return (
      GlideComparison(
        asOf: snapshot.asOf, members: snapshot.household.members,
        owned: Dictionary(owned, uniquingKeysWith: { first, _ in first }), goals: document.policy.goals,
        own: document.policy.glidePath),
      mixes.current, mixes.target
    )
  }

  /// Stocks, bonds and cash as they are and as the targets want them.
  func broadMixes(_ allocation: AssetAllocation) -> (current: BroadMix?, target: BroadMix?) {
    (
      BroadMix(of: allocation, kind: document.broadClass),
      BroadMix(
        of: document.policy.targets, in: ClassTree(snapshot.household.assetClasses), held: allocation,
        kind: document.broadClass)
    )
  }
}
