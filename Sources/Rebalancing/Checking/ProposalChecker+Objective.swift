import Measures
import Policy
import PortfolioModel
import Taxes

extension ProposalChecker {
  /// Tax, carryovers and embedded gains of the sales in taxable accounts.
  func priceTaxes(_ sales: [LotSale], _ trades: ProposedTrades, _ evaluation: inout Evaluation) {
    let disallowed = disallowedLosses(sales, trades, &evaluation)
    var short: [TaxReturnID: Money] = [:]
    var long: [TaxReturnID: Money] = [:]
    var collectible: [TaxReturnID: Money] = [:]
    var realised: [TaxReturnID: Money] = [:]
    for (place, sale) in sales.enumerated() {
      guard let account = index.accounts[sale.lot.account], account.treatment == .taxable else { continue }
      let taxReturn = account.taxReturn
      let loss = disallowed[place] ?? DisallowedLoss()
      realised[taxReturn, default: .zero] += sale.gain + loss.deferred
      if HoldingPeriod.isLongTerm(acquired: sale.lot.acquired, sold: problem.asOf) {
        long[taxReturn, default: .zero] += sale.gain + loss.amount
        if index.securities[sale.lot.security]?.isCollectible ?? false {
          collectible[taxReturn, default: .zero] += sale.gain + loss.amount
        }
      } else {
        short[taxReturn, default: .zero] += sale.gain + loss.amount
      }
    }
    if !problem.settings.realisesShortGains {
      for sale in sales where sale.gain > .zero && index.accounts[sale.lot.account]?.treatment == .taxable {
        guard !HoldingPeriod.isLongTerm(acquired: sale.lot.acquired, sold: problem.asOf) else { continue }
        evaluation.violations.append("The gain on lot \(sale.lot.id) of \(sale.lot.security) would be short-term.")
      }
    }
    for profile in problem.taxReturns {
      price(
        profile, short: short[profile.id] ?? .zero, long: long[profile.id] ?? .zero,
        collectible: collectible[profile.id] ?? .zero, realised: realised[profile.id] ?? .zero, &evaluation)
    }
    checkYear(&evaluation)
  }

  /// What of a sale's loss does not count, and what of that is not gone but in the basis of other shares.
  private struct DisallowedLoss {
    var amount = Money.zero
    var deferred = Money.zero
  }

  /// The losses that the wash-sale rule disallows, by the place of the sale.
  private func disallowedLosses(
    _ sales: [LotSale], _ trades: ProposedTrades, _ evaluation: inout Evaluation
  ) -> [Int: DisallowedLoss] {
    var disallowed: [Int: DisallowedLoss] = [:]
    if problem.settings.washSalePolicy == .match {
      for (place, wash) in matching.washes(of: sales, trades.purchases) {
        evaluation.washes.append(wash)
        disallowed[place, default: DisallowedLoss()].amount += wash.disallowed
        if !wash.isLost { disallowed[place]?.deferred += wash.disallowed }
      }
    } else {
      let boughtGroups = Set(trades.purchases.map { washSales.group($0.security) })
      for (place, sale) in sales.enumerated() where sale.basis > sale.price && sale.shares > .zero {
        guard index.accounts[sale.lot.account]?.treatment == .taxable,
          washSales.isTouchedOutsideProposal(sale.lot) || boughtGroups.contains(washSales.group(sale.lot.security))
        else { continue }
        disallowed[place] = DisallowedLoss(amount: -sale.gain)
        if problem.settings.washSalePolicy == .forbid {
          evaluation.violations.append("The loss on lot \(sale.lot.id) of \(sale.lot.security) would be a wash sale.")
        }
      }
    }
    evaluation.disallowedLoss = disallowed.values.reduce(.zero) { $0 + $1.amount }
    return disallowed
  }

  private func price(
    _ profile: TaxReturnProfile, short: Money, long: Money, collectible: Money, realised: Money,
    _ evaluation: inout Evaluation
  ) {
    guard let before = IncomeTax(of: profile),
      let after = IncomeTax(of: profile, short: short, long: long, collectible: collectible)
    else {
      evaluation.violations.append("There is no tax table for \(profile.year).")
      return
    }
    var detail = Evaluation.ReturnDetail()
    detail.short = short
    detail.long = long
    detail.collectible = collectible
    detail.federal = after.federal - before.federal
    detail.netInvestmentIncomeTax = after.netInvestmentIncomeTax - before.netInvestmentIncomeTax
    detail.state = after.state - before.state
    detail.cliffs = after.cliffs - before.cliffs
    detail.carryShort = after.carryShort
    detail.carryLong = after.carryLong
    evaluation.returns[profile.id] = detail

    let rise = after.total - before.total
    let shortCarried = (after.carryShort - before.carryShort).times(profile.valueOfCarryShort) ?? .zero
    let longCarried = (after.carryLong - before.carryLong).times(profile.valueOfCarryLong) ?? .zero
    evaluation.parts.tax = evaluation.parts.tax + rise
    evaluation.parts.carryValue = evaluation.parts.carryValue - shortCarried - longCarried
    evaluation.parts.embedded = evaluation.parts.embedded - (realised.times(profile.futureGainRate) ?? .zero)
    if let budget = profile.taxBudget, rise > budget + Money(steps: 10_000) {
      evaluation.violations.append(
        "The tax of return \(profile.id) rises by \(rise), more than its budget of \(budget).")
    }
  }

  /// Whether the year's tax on gains and the year's net gain stay within what the household allows.
  private func checkYear(_ evaluation: inout Evaluation) {
    for profile in problem.taxReturns {
      let detail = evaluation.returns[profile.id] ?? Evaluation.ReturnDetail()
      evaluation.yearlyGain =
        evaluation.yearlyGain + profile.realisedShort + profile.realisedLong + detail.short + detail.long
      guard let now = IncomeTax(of: profile), let without = IncomeTax(of: profile.withoutGains) else { continue }
      evaluation.yearlyTax = evaluation.yearlyTax + now.total - without.total + detail.total
    }
    let (tax, gain) = (evaluation.yearlyTax, evaluation.yearlyGain)
    if let budget = problem.settings.yearlyTaxBudget, tax > budget + Money(steps: 10_000) {
      evaluation.violations.append("The year's gains are taxed \(tax), more than the budget of \(budget).")
    }
    if let budget = problem.settings.yearlyGainBudget, gain > budget + Money(steps: 10_000) {
      evaluation.violations.append("The year's net gain is \(gain), more than the budget of \(budget).")
    }
  }

  /// Present value of a year's expense ratios and tax drag.
  func location(_ state: HouseholdState) -> Money {
    let rates = Dictionary(problem.taxReturns.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var yearly = Money.zero
    for key in state.shares.keys.sorted() {
      guard let security = index.securities[key.security], let account = index.accounts[key.account] else { continue }
      let drag = HoldingCost.rate(of: security, in: account, rates[account.taxReturn])
      yearly = yearly + (state.value(key, index).times(drag) ?? .zero)
    }
    for account in problem.accounts where account.treatment == .taxable {
      let rate = HoldingCost.product(
        problem.settings.cashYield, rates[account.taxReturn]?.ordinaryLocationRate ?? .zero)
      yearly = yearly + ((state.cash[account.id] ?? .zero).times(rate) ?? .zero)
    }
    return yearly.times(problem.settings.annuity) ?? .zero
  }

  func priceDrift(before: HouseholdState, after: HouseholdState, _ evaluation: inout Evaluation) {
    let exposuresBefore = before.exposures(problem, index)
    let exposuresAfter = after.exposures(problem, index)
    var misallocated = Money.zero
    for assetClass in problem.assetClasses {
      let wanted = totalValue.times(assetClass.target) ?? .zero
      let band = totalValue.times(assetClass.band) ?? .zero
      let deviation = ((exposuresAfter[assetClass.id] ?? .zero) - wanted).magnitude
      misallocated = misallocated + deviation
      evaluation.parts.drift = evaluation.parts.drift + driftCost(deviation, band)
      evaluation.driftBefore =
        evaluation.driftBefore + driftCost(((exposuresBefore[assetClass.id] ?? .zero) - wanted).magnitude, band)
      evaluation.weightsBefore[assetClass.id] = (exposuresBefore[assetClass.id] ?? .zero).fraction(of: totalValue)
      evaluation.weightsAfter[assetClass.id] = (exposuresAfter[assetClass.id] ?? .zero).fraction(of: totalValue)
    }
    evaluation.totalValue = totalValue
    if let most = problem.maximumMisallocation,
      let allowed = totalValue.times(most), misallocated > allowed + allowed + Money(steps: 20_000)
    {
      evaluation.violations.append("More than \(most) of the household's value is off target.")
    }
  }

  private func driftCost(_ deviation: Money, _ band: Money) -> Money {
    let inside = min(deviation, band).times(problem.settings.driftInside) ?? .zero
    let outside = max(.zero, deviation - band).times(problem.settings.driftOutside) ?? .zero
    return inside + outside
  }
}

/// What a year of holding a dollar of a security costs in an account: fees, and tax on what it distributes.
enum HoldingCost {
  static func rate(
    of security: RebalanceProblem.Security, in account: RebalanceProblem.Account, _ profile: TaxReturnProfile?
  ) -> Rate {
    guard account.treatment == .taxable else { return security.expenseRatio + security.foreignTax }
    let one = Weight(1)
    let taxed = product(security.yield, one - security.exempt)
    let qualified = product(taxed, product(security.qualified, profile?.qualifiedLocationRate ?? .zero))
    let ordinary = product(taxed, product(one - security.qualified, profile?.ordinaryLocationRate ?? .zero))
    return security.expenseRatio + qualified + ordinary
  }

  static func product(_ left: Weight, _ right: Weight) -> Weight {
    left.scaled(by: right, over: Weight(1), rounding: .halfEven) ?? .zero
  }
}
