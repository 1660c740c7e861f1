public import Measures
public import PortfolioModel

/// Whose dollars an allocation counts: all that the brokers show, or those that are left after the taxes still to come.
///
/// After tax, part of a traditional account is the government's: at a withdrawal rate of 22 % a dollar in it is 78 cents of
/// the owner's, and a taxable position owes on its embedded gain (W. Reichenstein, "Calculating asset allocation", Journal
/// of Wealth Management 2000; Reichenstein and Meyer 2013). Roth, HSA and 529 money counts in full.
public enum AllocationView: Sendable, Hashable {
  case preTax
  /// With the rates of each account; an account that is not named counts in full.
  case afterTax([AccountID: FutureTaxRates])
  /// Every dollar of an account counts for the same part of one, as the optimiser reckons; an account that is not named in full.
  case weighted([AccountID: Weight])
}

/// What the taxes to come take of one account.
public struct FutureTaxRates: Sendable, Hashable {
  /// Rate on money that leaves a traditional account.
  public var withdrawal: Rate
  /// Present value of the tax that a dollar of unrealised gain will bear.
  public var gain: Rate

  public init(withdrawal: Rate, gain: Rate) {
    self.withdrawal = withdrawal
    self.gain = gain
  }
}

extension AllocationView {
  /// What `holding` counts for. Lots whose basis nobody knows count in full.
  public func value(of holding: Holding, treatment: TaxTreatment) -> Money {
    if case .weighted(let factors) = self { return Self.part(of: holding.value, factors[holding.account]) }
    guard case .afterTax(let rates) = self, let rates = rates[holding.account] else { return holding.value }
    switch treatment {
    case .traditional: return Self.remainder(of: holding.value, after: rates.withdrawal)
    case .taxable:
      guard let gain = holding.embeddedGain, let tax = gain.times(rates.gain) else { return holding.value }
      return holding.value - tax
    case .roth, .hsa, .education: return holding.value
    }
  }

  /// What `cash` counts for.
  public func value(of cash: CashHolding, treatment: TaxTreatment) -> Money {
    if case .weighted(let factors) = self { return Self.part(of: cash.amount, factors[cash.account]) }
    guard case .afterTax(let rates) = self, treatment == .traditional, let rates = rates[cash.account] else {
      return cash.amount
    }
    return Self.remainder(of: cash.amount, after: rates.withdrawal)
  }

  private static func part(of value: Money, _ factor: Weight?) -> Money {
    factor.flatMap { value.times($0) } ?? value
  }

  private static func remainder(of value: Money, after rate: Rate) -> Money {
    value - (value.times(rate) ?? .zero)
  }
}

extension Holding {
  /// Value less basis of the lots whose basis is known; `nil` where no lot's is.
  ///
  /// The value of a lot is its part of the holding's value by quantity.
  public var embeddedGain: Money? {
    let known = lots.filter { $0.basis != nil }
    guard !known.isEmpty else { return nil }
    let basis = known.reduce(Money.zero) { $0 + ($1.basis ?? .zero) }
    if known.count == lots.count { return value - basis }
    let quantity = known.reduce(Quantity.zero) { $0 + $1.quantity }
    // Where a short lot stands beside long ones, a part may be more than the whole, and says nothing.
    guard let part = value.scaled(by: quantity, over: self.quantity, rounding: .halfEven),
      part.magnitude <= value.magnitude
    else { return nil }
    return part - basis
  }
}
