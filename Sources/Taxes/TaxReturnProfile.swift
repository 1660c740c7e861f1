public import Measures
public import PortfolioModel

/// The five filing statuses of Form 1040.
public enum FilingStatus: String, Sendable, Hashable, CaseIterable {
  case single
  case marriedFilingJointly = "mfj"
  case marriedFilingSeparately = "mfs"
  case headOfHousehold = "hoh"
  case qualifyingSurvivingSpouse = "qss"
}

/// What a household says about one tax return of the year: income before any proposed trade, and what a dollar later is worth.
///
/// The fields are those of `tax_units` of the format `household-case/1`.
public struct TaxReturnProfile: Sendable, Hashable {
  public enum Deduction: Sendable, Hashable {
    /// With the number of filers who are 65 or over at the end of the year.
    case standard(aged: Int = 0)
    case itemised(Money)
  }

  /// A cost that falls due when modified adjusted gross income passes a threshold: IRMAA, the ACA credit.
  public struct MAGICliff: Sendable, Hashable {
    public let threshold: Money
    public let cost: Money
    public init(threshold: Money, cost: Money) {
      self.threshold = threshold
      self.cost = cost
    }
  }

  public let id: TaxReturnID
  public var year: Int
  public var filingStatus: FilingStatus
  /// Ordinary income after adjustments and before the deduction, without capital gains and qualified dividends.
  public var ordinaryIncome: Money
  public var qualifiedDividends: Money = .zero
  /// The part of `ordinaryIncome` that is net investment income (Form 8960).
  public var otherNetInvestmentIncome: Money = .zero
  public var deduction: Deduction = .standard()
  /// Short- and long-term gain realised so far this year, before carryovers.
  public var realisedShort: Money = .zero
  public var realisedLong: Money = .zero
  /// The part of `realisedLong` that comes from collectibles.
  public var realisedCollectible: Money = .zero
  /// Loss carryovers into this year, zero or more.
  public var carryShort: Money = .zero
  public var carryLong: Money = .zero
  /// Flat state rate on the gain or loss line of Form 1040.
  public var stateRate: Rate = .zero
  /// What a dollar of loss carried out of the year is worth today.
  public var valueOfCarryShort: Rate = .zero
  public var valueOfCarryLong: Rate = .zero
  /// Present value of the tax that a dollar of unrealised gain will bear later.
  public var futureGainRate: Rate = .zero
  /// Rates of tax on ordinary and qualified income that location weighs.
  public var ordinaryLocationRate: Rate = .zero
  public var qualifiedLocationRate: Rate = .zero
  /// Rate on money that leaves a traditional account later; the ordinary rate of today where nobody said.
  public var withdrawalRate: Rate?
  public var cliffs: [MAGICliff] = []
  /// Most that federal tax, NIIT, state tax and cliffs together may rise.
  public var taxBudget: Money?

  public init(id: TaxReturnID, year: Int, filingStatus: FilingStatus, ordinaryIncome: Money) {
    self.id = id
    self.year = year
    self.filingStatus = filingStatus
    self.ordinaryIncome = ordinaryIncome
  }
}

extension TaxReturnProfile {
  /// The same return as if nothing had been realised in its year; carryovers stay.
  public var withoutGains: TaxReturnProfile {
    var other = self
    other.realisedShort = .zero
    other.realisedLong = .zero
    other.realisedCollectible = .zero
    return other
  }
}
