public import Measures
public import PortfolioModel

/// The losses of a household that the wash-sale rule disallows, and what becomes of them.
///
/// IRC 1091(a): a loss is disallowed where substantially identical securities are bought within 30 days before or after the
/// sale, by the owner or the spouse (Pub. 550), in any of their accounts. Losses are taken in the order of the sales, and
/// purchases in their order, share for share (Reg. 1.1091-1(b) to (e)). The loss goes into the basis of the replacement,
/// whose holding period begins as much earlier as the sold shares were held (IRC 1091(d), 1223(3); Reg. 1.1091-2); in an
/// IRA, and by the same reason in any sheltered account, it is gone (Rev. Rul. 2008-5). What is left of a purchase after it
/// was sold itself replaces nothing (Rev. Rul. 56-602).
///
/// Left out: options to buy, and short sales (1091(e)).
public struct WashSaleAdjustment: Sendable {
  /// The rule looks this many days back and ahead.
  public static let window = 30

  /// A booked position with what the rule asks of it.
  public struct Position: Sendable {
    public let account: AccountID
    public let security: SecurityID
    /// Substantially identical securities share it.
    public let group: String
    public let isSheltered: Bool
    public let events: [LotEvent]
    public let booked: BookedPosition

    public init(
      account: AccountID, security: SecurityID, group: String, isSheltered: Bool, events: [LotEvent],
      booked: BookedPosition
    ) {
      self.account = account
      self.security = security
      self.group = group
      self.isSheltered = isSheltered
      self.events = events
      self.booked = booked
    }
  }

  /// One loss, or a part of one, with the purchase that replaced what was sold.
  public struct Disallowance: Sendable, Hashable {
    public let account: AccountID
    public let security: SecurityID
    public let sold: Day
    /// Of the security that was sold.
    public let quantity: Quantity
    public let loss: Money
    public let replacement: AccountID
    public let replacementSecurity: SecurityID
    public let bought: Day
    /// Whether the loss is gone for good, since the replacement is in a sheltered account.
    public let isLost: Bool
  }

  /// The positions in the order in which they came, with adjusted gains and lots.
  public private(set) var booked: [BookedPosition]
  /// In the order of the sales.
  public private(set) var disallowances: [Disallowance] = []

  public init(_ positions: [Position]) {
    booked = positions.map(\.booked)
    for indices in Dictionary(grouping: positions.indices, by: { positions[$0].group }).values {
      let hasLoss = indices.contains { index in
        !positions[index].isSheltered
          && positions[index].booked.realised.contains { $0.gain.map(\.isNegative) ?? false }
      }
      guard hasLoss else { continue }
      var matching = WashSaleMatching(indices.map { positions[$0] })
      matching.match()
      disallowances += matching.disallowances
      for (index, adjusted) in zip(indices, matching.adjusted) { booked[index] = adjusted }
    }
    disallowances.sort { ($0.sold, $0.account, $0.security, $0.bought) < ($1.sold, $1.account, $1.security, $1.bought) }
  }
}
