public import Measures
public import PortfolioModel

/// The losses of a household that the wash-sale rule disallows, and what becomes of them.
///
/// IRC 1091(a): a loss is disallowed where substantially identical securities are bought within 30 days before or after the
/// sale, by the owner or the spouse (Pub. 550), in any of their accounts. Losses are taken in the order of the sales, and
/// purchases in their order, share for share (Reg. 1.1091-1(b) to (e)). The loss goes into the basis of the replacement,
/// whose holding period begins as much earlier as the sold shares were held (IRC 1091(d), 1223(3); Reg. 1.1091-2); in an
/// IRA, and by the same reason in any sheltered account, it is gone (Rev. Rul. 2008-5). Across securities of a group purchases
/// count dollar for dollar. What is left of a purchase replaces no other part of it (Rev. Rul. 56-602).
///
/// A call that is bought replaces the shares that it buys. The loss of closing a short sale is disallowed where another short sale
/// of the same is entered within the window, and lowers what that one brought (IRC 1091(e)(2), by the rule of (d)).
///
/// Left out: shares sold around the closing of a short sale (1091(e)(1)), of which nothing says into what the loss goes;
/// `shortsToCheck` lists them. A put that is written deep in the money may be a purchase; that is not looked at.
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
    /// What it buys, where it is an option that does.
    public let option: OptionToBuy?
    /// Whether its losses are those of its group.
    var isTaxedSale: Bool

    public init(
      account: AccountID, security: SecurityID, group: String, isSheltered: Bool, events: [LotEvent],
      booked: BookedPosition, option: OptionToBuy? = nil
    ) {
      self.account = account
      self.security = security
      self.group = group
      self.isSheltered = isSheltered
      self.events = events
      self.booked = booked
      self.option = option
      isTaxedSale = !isSheltered
    }

    func booked(as booked: BookedPosition) -> Self {
      Self(
        account: account, security: security, group: group, isSheltered: isSheltered, events: events, booked: booked,
        option: option)
    }
  }

  /// A short sale that was closed at a loss, with shares of the same group sold within the window (IRC 1091(e)(1)).
  public struct ShortToCheck: Sendable, Hashable {
    public let account: AccountID
    public let security: SecurityID
    public let closed: Day
    public let sold: Day
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

  /// Losses about which a person must decide, in the order of their days.
  public private(set) var shortsToCheck: [ShortToCheck] = []

  public init(_ positions: [Position]) {
    booked = positions.map(\.booked)
    var groups = Dictionary(grouping: positions.indices, by: { positions[$0].group })
    let options = Dictionary(
      grouping: positions.indices.filter { positions[$0].option != nil }, by: { positions[$0].option?.group ?? "" })
    for group in options.keys where groups[group] == nil { groups[group] = [] }
    // What calls replaced is in their basis before their own losses are looked at.
    let isOption = { (group: String) in groups[group]?.contains { positions[$0].option != nil } ?? false }
    for group in groups.keys.sorted(by: { (isOption($0) ? 1 : 0, $0) < (isOption($1) ? 1 : 0, $1) }) {
      adjust(groups[group] ?? [], calls: options[group] ?? [], of: positions)
    }
    disallowances.sort { ($0.sold, $0.account, $0.security, $0.bought) < ($1.sold, $1.account, $1.security, $1.bought) }
    shortsToCheck.sort { ($0.closed, $0.account, $0.security) < ($1.closed, $1.account, $1.security) }
  }

  private mutating func adjust(_ indices: [Int], calls: [Int], of positions: [Position]) {
    let hasLoss = indices.contains { index in
      !positions[index].isSheltered && booked[index].realised.contains { $0.gain.map(\.isNegative) ?? false }
    }
    guard hasLoss else { return }
    for side in [WashSaleMatching.Side.long, .short]
    where indices.contains(where: { positions[$0].events.contains { $0.closes(side) } }) {
      let own = indices.map { positions[$0].booked(as: booked[$0]) }
      let shares = side == .long ? calls.map { positions[$0].booked(as: booked[$0]) } : []
      var matching = WashSaleMatching(own + shares.compactMap(\.asShares), side: side)
      matching.match(&disallowances)
      shortsToCheck += matching.shortsToCheck
      let adjusted = matching.adjusted
      for (index, adjusted) in zip(indices, adjusted) { booked[index] = adjusted }
      for ((index, call), adjusted) in zip(zip(calls, shares), adjusted.dropFirst(own.count)) {
        booked[index] = call.contracts(of: adjusted)
      }
    }
  }
}
