public import Measures

/// What one return owes on given gains: federal income tax, net investment income tax, state tax and cliffs.
public struct IncomeTax: Sendable, Hashable {
  public var netting: CapitalGainNetting
  public var federal: Money
  public var netInvestmentIncomeTax: Money
  public var state: Money
  public var cliffs: Money
  public var carryShort: Money
  public var carryLong: Money

  public var total: Money { federal + netInvestmentIncomeTax + state + cliffs }

  /// The tax of `profile` when `short` and `long` are realised beside what its year has seen so far; `collectible` is the part
  /// of `long` that comes from gold, silver and the like.
  ///
  /// - Returns: `nil` where there is no table for the year.
  public init?(of profile: TaxReturnProfile, short: Money = .zero, long: Money = .zero, collectible: Money = .zero) {
    guard let table = TaxTable.forYear(profile.year) else { return nil }
    self.init(of: profile, short: short, long: long, collectible: collectible, table: table)
  }

  init(of profile: TaxReturnProfile, short: Money, long: Money, collectible: Money, table: TaxTable) {
    let status = table.status(profile.filingStatus)
    netting = CapitalGainNetting(
      short: profile.realisedShort + short - profile.carryShort, long: profile.realisedLong + long - profile.carryLong,
      lossLimit: status.lossLimit)
    let deduction = profile.deduction.amount(status)
    let ordinary = profile.ordinaryIncome - deduction + netting.ordinaryGain - netting.deductedLoss
    let preferential = profile.qualifiedDividends + netting.preferentialGain
    let atHigherRate = netting.collectibleGain(
      of: profile.realisedCollectible + collectible, carryLong: profile.carryLong)
    federal = Self.federal(ordinary: ordinary, preferential: preferential, collectible: atHigherRate, status)

    let magi = profile.ordinaryIncome + profile.qualifiedDividends + netting.formLine
    let investmentIncome = profile.otherNetInvestmentIncome + profile.qualifiedDividends + netting.formLine
    let taxed = min(investmentIncome, magi - status.netInvestmentIncomeThreshold)
    netInvestmentIncomeTax = max(taxed, .zero).share(TaxTable.netInvestmentIncomeRate)
    state = netting.formLine.share(profile.stateRate)
    cliffs = profile.cliffs.filter { magi > $0.threshold }.reduce(.zero) { $0 + $1.cost }
    (carryShort, carryLong) = netting.carryover(
      incomeBeforeLoss: profile.ordinaryIncome + profile.qualifiedDividends - deduction, lossLimit: status.lossLimit)
  }

  /// The Qualified Dividends and Capital Gain Tax Worksheet, with its last line: never more than the tax without the
  /// preferential rates.
  ///
  /// - Parameters:
  ///   - ordinary: taxable income without the preferential part; may be negative, which then eats into that part.
  ///   - collectible: the part of `preferential` that bears up to 28 %.
  static func federal(
    ordinary: Money, preferential: Money, collectible: Money = .zero, _ status: TaxTable.Status
  ) -> Money {
    guard collectible.isZero else {
      return ScheduleDTax(ordinary: ordinary, preferential: preferential, collectible: collectible, status).amount
    }
    let taxable = max(.zero, ordinary + preferential)
    let ordinaryPart = max(.zero, min(ordinary, taxable))
    let worksheet =
      Self.ordinary(ordinaryPart, status) + Self.gains(to: taxable, status) - Self.gains(to: ordinaryPart, status)
    return min(worksheet, Self.ordinary(taxable, status))
  }

  /// The tax of the rate schedule on `income`.
  static func ordinary(_ income: Money, _ status: TaxTable.Status) -> Money {
    var tax = Money.zero
    var bottom = Money.zero
    for bracket in status.ordinaryBrackets {
      let top = bracket.upTo.map { min($0, income) } ?? income
      guard top > bottom else { break }
      tax = tax + (top - bottom).share(bracket.rate)
      bottom = top
    }
    return tax
  }

  /// The tax at 0, 15 and 20 % on preferential income that reaches from zero to `top`; differences of it are zones.
  private static func gains(to top: Money, _ status: TaxTable.Status) -> Money {
    let middle = max(.zero, min(top, status.fifteenGainsTop) - status.zeroGainsTop)
    let high = max(.zero, top - status.fifteenGainsTop)
    return middle.share(TaxTable.middleGainsRate) + high.share(TaxTable.highGainsRate)
  }
}

extension TaxReturnProfile.Deduction {
  public func amount(_ status: TaxTable.Status) -> Money {
    switch self {
    case .standard(let aged): status.standardDeduction + aged * status.agedDeduction
    case .itemised(let amount): amount
    }
  }
}

extension Money {
  /// This fraction of the amount, rounded half-even to a step; a rate of one or less always fits, and none is more.
  func share(_ rate: Rate) -> Money { times(rate) ?? self }
}
