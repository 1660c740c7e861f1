public import Measures
public import PortfolioModel

/// Shares of a loss sale that meet shares which replace them: their loss is disallowed, no more (IRC 1091(a), (b)).
///
/// Reg. 1.1091-1(c) and (d): where fewer are bought than were sold, or more, only as many are matched as there are of both.
/// Share for share within one security; across securities of one substantially identical group dollar for dollar on the day
/// of the trade, since their shares are worth different amounts. Each share replaces once (Reg. 1.1091-1(e)), and what is left of a
/// lot replaces no other part of it (Rev. Rul. 56-602).
public struct WashSaleMatch: Sendable, Hashable {
  /// Shares of one group sold at a loss.
  public struct Loss: Sendable, Hashable {
    public var security: SecurityID
    public var lot: LotID?
    public var day: Day
    public var shares: Quantity
    public var price: Price
    public init(security: SecurityID, lot: LotID?, day: Day, shares: Quantity, price: Price) {
      self.security = security
      self.lot = lot
      self.day = day
      self.shares = shares
      self.price = price
    }
  }

  /// Shares of the group that were or will be bought.
  public struct Replacement: Sendable, Hashable {
    public var security: SecurityID
    public var lot: LotID?
    public var day: Day
    /// `nil` for enough to replace everything: a purchase to come of unknown size.
    public var shares: Quantity?
    public var price: Price
    public init(security: SecurityID, lot: LotID?, day: Day, shares: Quantity?, price: Price) {
      self.security = security
      self.lot = lot
      self.day = day
      self.shares = shares
      self.price = price
    }
  }

  /// The place of the loss and of the replacement in their lists.
  public let loss: Int
  public let replacement: Int
  /// Shares of the security that was sold, and of the one that replaces it.
  public let shares: Quantity
  public let replaced: Quantity

  /// Losses meet replacements in the order of both lists.
  ///
  /// - Parameter days: how far the rule looks before and after a sale.
  public static func all(of losses: [Loss], among replacements: [Replacement], within days: Int) -> [WashSaleMatch] {
    var matches: [WashSaleMatch] = []
    var left = replacements.map(\.shares)
    for (position, loss) in losses.enumerated() {
      var unmatched = loss.shares
      for (index, replacement) in replacements.enumerated() where unmatched > .zero {
        let isItself = loss.lot != nil && loss.lot == replacement.lot
        guard !isItself, abs(replacement.day - loss.day) <= days else { continue }
        let isSame = loss.security == replacement.security
        let worth = { (shares: Quantity, from: Price, to: Price) -> Quantity in
          isSame ? shares : shares.scaled(by: from, over: to, rounding: .halfEven) ?? .zero
        }
        let room = left[index].map { worth($0, replacement.price, loss.price) } ?? unmatched
        let matched = min(unmatched, room)
        guard matched > .zero else { continue }
        let replaced = matched == room ? left[index] : nil
        let used = replaced ?? worth(matched, loss.price, replacement.price)
        left[index] = left[index].map { max(.zero, $0 - used) }
        unmatched -= matched
        matches.append(WashSaleMatch(loss: position, replacement: index, shares: matched, replaced: used))
      }
    }
    return matches
  }
}
