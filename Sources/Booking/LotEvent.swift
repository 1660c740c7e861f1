public import Measures
public import PortfolioModel

/// One thing that happened to the lots of one security in one account.
///
/// `Booking` folds the events of a position in the order of (day, order). Where a day has statements and transactions, the
/// statements come last: they speak of the end of their day.
public struct LotEvent: Sendable, Hashable {
  /// Quantities are magnitudes, whatever their sign, but for those of statements: a short position is stated negative.
  public enum Action: Sendable, Hashable {
    /// Units come in: a purchase, a reinvestment, a transfer from elsewhere, a lot entered by hand.
    ///
    /// - Parameters:
    ///   - cost: total basis, commissions and fees included; `nil` where nobody told it.
    ///   - acquired: the day from which the holding period counts; `nil` where nobody told it.
    case acquire(Quantity, cost: Money?, acquired: Day?)
    /// Units are sold, out of the lots that `choices` name, else by the account's method.
    ///
    /// - Parameter proceeds: net of commissions and fees; `nil` where nobody told it.
    case dispose(Quantity, proceeds: Money?, choices: [LotChoice])
    /// Units leave without a sale: a transfer out, a plan's fee taken in units.
    case remove(Quantity)
    /// Units go in a reorganisation that brings `cash` beside stock worth `value`, which an `exchange` for this event brings.
    ///
    /// Gain counts up to the cash, a loss does not (IRC 356(a)(1), (c)); the stock has the old basis less the cash and plus
    /// that gain (IRC 358(a)(1)). Where nobody told the value, neither is known.
    case surrender(Quantity, cash: Money, value: Money?)
    /// Units come with the lots that the event of source `from` removed from another account of the household: basis and
    /// dates stay (IRC 1041(b), 1223(2); between accounts of one owner nothing happens at all).
    case receive(Quantity, from: Int)
    /// Units come in exchange for those that the event of source `for` removed: a merger for stock, a new CUSIP after a
    /// reverse split. Basis and dates go on in proportion (IRC 354, 358, 1223(1)).
    case exchange(Quantity, for: Int)
    /// A part of each lot's basis goes to the shares of a spin-off, which an `exchange` for this event brings (IRC 355, 358(b);
    /// Form 8937 tells the part).
    case allocate(Weight)
    /// Units are sold that are not there, or bought back: quantity and cash of a short position.
    case sellShort(Quantity, proceeds: Money?)
    case buyToCover(Quantity, cost: Money?)
    /// Every `old` units become `new` (IRC 305, 1223(4): basis and dates stay); a ratio that is not positive changes nothing.
    case split(old: Quantity, new: Quantity)
    /// A distribution that lowers basis, and is gain once basis is used up (IRC 301(c)(2), (3)).
    case returnCapital(Money)
    /// The broker's own lots at the end of the day: they replace what was derived.
    case stateLots([StatedLot])
    /// The number of units that a statement prints for the end of the day, with the basis of the whole position if it does.
    case count(Quantity, basis: Money?)
  }

  public let day: Day
  /// Rank among the events of a day.
  public let order: Int
  /// What it came from: names lots and gains, and is the same in every fold.
  public let source: Int
  public let action: Action
  /// Of the units that an acquisition brings.
  public let origin: LotOrigin

  public init(day: Day, order: Int = 0, source: Int, action: Action, origin: LotOrigin = .purchase) {
    self.day = day
    self.order = order
    self.source = source
    self.action = action
    self.origin = origin
  }
}

/// A lot that a sale names as the one it sells (Reg. 1.1012-1(c)); what is `nil` was not said.
public struct LotChoice: Sendable, Hashable {
  public let acquired: Day?
  public let quantity: Quantity?
  /// Total basis of the part sold.
  public let basis: Money?

  public init(acquired: Day?, quantity: Quantity?, basis: Money?) {
    self.acquired = acquired
    self.quantity = quantity
    self.basis = basis
  }
}

/// A lot as a broker's lot file states it, or a person.
public struct StatedLot: Sendable, Hashable {
  public let source: Int
  public let quantity: Quantity
  public let basis: Money?
  public let acquired: Day?
  public let origin: LotOrigin

  public init(source: Int, quantity: Quantity, basis: Money?, acquired: Day?, origin: LotOrigin = .purchase) {
    self.source = source
    self.quantity = quantity
    self.basis = basis
    self.acquired = acquired
    self.origin = origin
  }
}
