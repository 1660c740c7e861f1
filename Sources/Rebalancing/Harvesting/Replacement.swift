public import Measures
public import PortfolioModel

/// What may be held in place of a security that is sold at a loss, so that the household stays where it is.
public struct Replacement: Sendable, Hashable {
  public let security: SecurityID
  /// The part of it that is in other classes than what it replaces: half the sum of the differences of their weights.
  public let difference: Weight
  /// Whether the account's menu has it; else it is an exchange-traded fund that Hearth knows, which any broker sells.
  public let isOnMenu: Bool
}

/// Everything that could take a security's place.
struct ReplacementMarket {
  private struct Offer {
    let id: SecurityID
    let group: String
    let exposure: [AssetClassID: Weight]
    let exempt: Weight
    let expenseRatio: Rate
    /// Whether any broker sells it.
    let isOpen: Bool
  }

  /// What differs by half or more is another investment, no replacement.
  private static let farthest = Weight(steps: Weight.stepsPerUnit / 2)

  private let exposures: [SecurityID: [AssetClassID: Weight]]
  private let offers: [Offer]

  init(_ problem: RebalanceProblem, known: [PortfolioModel.Security]) {
    let exposures = Dictionary(known.map { ($0.id, $0.exposure) }, uniquingKeysWith: { first, _ in first })
    self.exposures = exposures
    let open = Set(known.filter { $0.kind == .etf }.map(\.id))
    let listed = problem.securities.filter(\.isBuyable).map {
      Offer(
        id: $0.id, group: $0.group, exposure: exposures[$0.id] ?? $0.classes, exempt: $0.exempt,
        expenseRatio: $0.expenseRatio, isOpen: open.contains($0.id))
    }
    let ids = Set(problem.securities.map(\.id))
    offers =
      listed
      + known.filter { open.contains($0.id) && !ids.contains($0.id) }.map {
        Offer(
          id: $0.id, group: $0.group, exposure: $0.exposure, exempt: $0.exempt, expenseRatio: $0.expenseRatio,
          isOpen: true)
      }
  }

  /// The nearest of another group by classes; of those the one that is taxed alike (exempt bonds for exempt bonds), the one on the account's menu, then the cheapest to hold.
  func nearest(to security: RebalanceProblem.Security, in account: RebalanceProblem.Account) -> Replacement? {
    let wanted = exposures[security.id] ?? security.classes
    let found = offers.compactMap { offer -> (offer: Offer, replacement: Replacement)? in
      let isOnMenu = account.menu?.contains(offer.id) ?? true
      guard offer.group != security.group, isOnMenu || offer.isOpen, !account.neverBuy.contains(offer.id) else {
        return nil
      }
      let difference = Self.difference(wanted, offer.exposure)
      guard difference < Self.farthest else { return nil }
      return (offer, Replacement(security: offer.id, difference: difference, isOnMenu: isOnMenu))
    }
    return found.min { left, right in
      let (one, other) = (left.replacement, right.replacement)
      if one.difference != other.difference { return one.difference < other.difference }
      let gaps = [left.offer, right.offer].map { ($0.exempt - security.exempt).magnitude }
      if gaps[0] != gaps[1] { return gaps[0] < gaps[1] }
      if one.isOnMenu != other.isOnMenu { return one.isOnMenu }
      return (left.offer.expenseRatio, left.offer.id) < (right.offer.expenseRatio, right.offer.id)
    }?.replacement
  }

  private static func difference(_ left: [AssetClassID: Weight], _ right: [AssetClassID: Weight]) -> Weight {
    let classes = Set(left.keys).union(right.keys)
    let sum = classes.reduce(Weight.zero) { $0 + ((left[$1] ?? .zero) - (right[$1] ?? .zero)).magnitude }
    return Weight(steps: sum.steps / 2)
  }
}
