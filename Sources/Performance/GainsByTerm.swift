public import Measures
public import PortfolioModel
internal import Taxes

/// Gains of taxable accounts by term: what the year has realised, and what selling everything today would.
public struct GainsByTerm: Sendable, Hashable {
  public var realisedShort = Money.zero
  public var realisedLong = Money.zero
  public var unrealisedShort = Money.zero
  public var unrealisedLong = Money.zero
  /// The worth of lots whose basis or day nobody told, which are in no sum.
  public var unknown = Money.zero
  /// Whether a sale of the year is in no sum for the same reason.
  public var isIncomplete = false

  public init(of snapshot: HouseholdSnapshot) {
    let accounts = snapshot.household.accounts.filter {
      $0.treatment == .taxable && !snapshot.unassigned.contains($0.id)
    }
    let taxable = Set(accounts.map(\.id))
    for gains in snapshot.realised where taxable.contains(gains.account) {
      realisedShort += gains.short
      realisedLong += gains.long
      isIncomplete = isIncomplete || gains.isIncomplete
    }
    for holding in snapshot.holdings where taxable.contains(holding.account) && !holding.quantity.isZero {
      for lot in holding.lots {
        guard
          let worth = holding.value.scaled(by: lot.quantity, over: holding.quantity, rounding: .halfEven)
        else { continue }
        guard let basis = lot.basis, let acquired = lot.acquired else {
          unknown += worth
          continue
        }
        let isLong = lot.origin == .inheritance || HoldingPeriod.isLongTerm(acquired: acquired, sold: snapshot.asOf)
        if isLong { unrealisedLong += worth - basis } else { unrealisedShort += worth - basis }
      }
    }
  }
}
