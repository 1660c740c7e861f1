import Measures
import Policy
import PortfolioModel

extension TradeSpace.Lot {
  /// What `shares` of it are in the lots that it stands for, the oldest first; a sheltered position names none.
  func named(_ shares: Quantity) -> [(lot: LotID?, shares: Quantity)] {
    var left = shares
    return members.map { member in
      let taken = min(left, member.shares)
      left -= taken
      return (member.lot, taken)
    }
  }

  /// Whether no plan is dearer or cheaper, or breaks another rule, for selling from one and not from the other.
  fileprivate func isLike(_ other: Self) -> Bool {
    gain == other.gain && isLongTerm == other.isLongTerm && redemptionFee == other.redemptionFee
      && counting == other.counting && isCollectible == other.isCollectible
  }

  fileprivate mutating func join(_ other: Self) {
    shares += other.shares
    value += other.value
    members += other.members
  }
}

extension RebalanceProblem {
  /// The lots of one position as the program sees them: those that no optimum can tell apart are one.
  ///
  /// Dividends reinvested at a price that does not move, averaged shares and lots of one order make many such lots, and each would be
  /// a variable, in accounts that sell in order a binary too. A proposal names the lots again, the oldest first. Apart stay lots that are
  /// sold in whole shares each, and where losses meet their replacements share for share (policy `match`) those that may be either.
  ///
  /// - Parameter isInOrder: whether the account sells them in this order, so that only neighbours are one.
  func merged(_ lots: [TradeSpace.Lot], isInOrder: Bool) -> [TradeSpace.Lot] {
    guard !requiresWholeSharesPerLot, settings.washSalePolicy != .match else { return lots }
    var merged: [TradeSpace.Lot] = []
    for lot in lots {
      let candidates = isInOrder ? merged.indices.suffix(1) : merged.indices[...]
      if let same = candidates.first(where: { merged[$0].isLike(lot) }) {
        merged[same].join(lot)
      } else {
        merged.append(lot)
      }
    }
    return merged
  }
}
