public import Measures
public import PortfolioModel

/// The lots of one security in one account after some events, and the gains that its sales realised.
public struct BookedPosition: Sendable, Hashable {
  /// An open lot; a short position is a lot of negative quantity whose basis is minus its proceeds.
  public struct OpenLot: Sendable, Hashable {
    /// The `source` of the event that opened it; `nil` for a lot that only a statement's count of units proves.
    public var source: Int?
    public var quantity: Quantity
    /// Total basis; `nil` where no statement told it. It is never invented.
    public var basis: Money?
    public var acquired: Day?
    /// The part of the basis that is a disallowed loss of earlier sales (IRC 1091(d)).
    public var deferred: Money
    public var origin: LotOrigin

    public init(
      source: Int?, quantity: Quantity, basis: Money?, acquired: Day?, deferred: Money = .zero,
      origin: LotOrigin = .purchase
    ) {
      self.source = source
      self.quantity = quantity
      self.basis = basis
      self.acquired = acquired
      self.deferred = deferred
      self.origin = origin
    }
  }

  /// One lot, or a part of one, that a sale closed: a line of Form 8949.
  ///
  /// A covered short sale was acquired on the day of its cover. A return of capital beyond basis, and cash beside the stock
  /// of a reorganisation, are gains of no units.
  public struct RealisedGain: Sendable, Hashable {
    /// The `source` of the sale and of the lot.
    public let sale: Int
    public let lot: Int?
    public let sold: Day
    public let acquired: Day?
    public let quantity: Quantity
    public let proceeds: Money?
    public let basis: Money?
    /// The part of the loss that a wash sale disallows, as a positive amount (IRC 1091(a)).
    public let disallowed: Money
    /// Form 8949 then says INHERITED in place of a day.
    public let isInherited: Bool

    public init(
      sale: Int, lot: Int?, sold: Day, acquired: Day?, quantity: Quantity, proceeds: Money?, basis: Money?,
      disallowed: Money = .zero, isInherited: Bool = false
    ) {
      self.sale = sale
      self.lot = lot
      self.sold = sold
      self.acquired = acquired
      self.quantity = quantity
      self.proceeds = proceeds
      self.basis = basis
      self.disallowed = disallowed
      self.isInherited = isInherited
    }

    /// What counts for the year's taxes: the gain without the disallowed loss.
    public var recognised: Money? { gain.map { $0 + disallowed } }

    /// `nil` where proceeds or basis are not known.
    public var gain: Money? {
      guard let proceeds, let basis else { return nil }
      return proceeds - basis
    }
  }

  /// Something that the events do not explain: both numbers, the day, and what would mend it.
  public enum Finding: Sendable, Hashable {
    /// More units were sold or counted than had come in: history before `day` is missing; of a short position, negative.
    case missingHistory(day: Day, quantity: Quantity)
    /// A later count differs from what the transactions since the last one give.
    case countDiffers(day: Day, stated: Quantity, derived: Quantity)
    /// A lot file differs from the lots that were derived.
    case lotsDiffer(day: Day, stated: Quantity, derived: Quantity)
    /// A sale names a lot that is not there.
    case noSuchLot(day: Day, sale: Int)
  }

  public var lots: [OpenLot]
  public var realised: [RealisedGain]
  public var findings: [Finding]

  public init(lots: [OpenLot] = [], realised: [RealisedGain] = [], findings: [Finding] = []) {
    self.lots = lots
    self.realised = realised
    self.findings = findings
  }

  public var quantity: Quantity { lots.reduce(.zero) { $0 + $1.quantity } }
}
