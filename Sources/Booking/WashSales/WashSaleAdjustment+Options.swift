public import Measures

extension WashSaleAdjustment {
  /// An option to buy: whoever holds it counts as having bought that many of the group's shares (IRC 1091(a)).
  public struct OptionToBuy: Sendable, Hashable {
    /// The group of what it buys.
    public let group: String
    public let sharesPerContract: Quantity

    public init(group: String, sharesPerContract: Quantity) {
      self.group = group
      self.sharesPerContract = sharesPerContract
    }
  }
}

extension WashSaleAdjustment.Position {
  /// The contracts of an option as the shares that they buy; it replaces shares, but its own losses are not theirs.
  var asShares: Self? {
    guard let option else { return nil }
    return scaled(group: option.group, isTaxedSale: false) {
      Self.scaled($0, by: option.sharesPerContract, over: Quantity(1))
    }
  }

  /// The lots and gains of `shares` as contracts again.
  func contracts(of shares: BookedPosition) -> BookedPosition {
    guard let option else { return shares }
    return Self.scaled(shares) { Self.scaled($0, by: Quantity(1), over: option.sharesPerContract) }
  }

  private static func scaled(_ units: Quantity, by new: Quantity, over old: Quantity) -> Quantity {
    units.scaled(by: new, over: old, rounding: .halfEven) ?? units
  }

  private func scaled(group: String, isTaxedSale: Bool, by scale: (Quantity) -> Quantity) -> Self {
    let events = events.map { event in
      guard case .acquire(let units, let cost, let acquired) = event.action else { return event }
      return LotEvent(
        day: event.day, order: event.order, source: event.source,
        action: .acquire(scale(units), cost: cost, acquired: acquired), origin: event.origin)
    }
    var position = Self(
      account: account, security: security, group: group, isSheltered: isSheltered, events: events,
      booked: Self.scaled(booked, by: scale), option: option)
    position.isTaxedSale = isTaxedSale
    return position
  }

  private static func scaled(_ booked: BookedPosition, by scale: (Quantity) -> Quantity) -> BookedPosition {
    var booked = booked
    for index in booked.lots.indices { booked.lots[index].quantity = scale(booked.lots[index].quantity) }
    booked.realised = booked.realised.map { gain in
      BookedPosition.RealisedGain(
        sale: gain.sale, lot: gain.lot, sold: gain.sold, acquired: gain.acquired, quantity: scale(gain.quantity),
        proceeds: gain.proceeds, basis: gain.basis, disallowed: gain.disallowed, isInherited: gain.isInherited)
    }
    return booked
  }
}
