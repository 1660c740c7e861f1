import Diagnostics
import Measures
import Policy
import PortfolioModel
import Rebalancing
import Taxes

/// Makes exact values of a case's JSON, and collects what is wrong with them.
struct CaseTranslation {
  let place: SourceLocation
  var diagnostics: [Diagnostic] = []

  init(place: SourceLocation) { self.place = place }

  mutating func problem(_ document: CaseDocument) -> RebalanceProblem {
    var problem = RebalanceProblem(
      name: document.name ?? place.file, asOf: day(document.as_of, "as_of"), settings: settings(document.settings),
      cashClass: AssetClassID(document.settings.cash_class))
    problem.forbidsRoundTrips = document.settings.no_round_trip ?? true
    problem.requiresWholeSharesPerLot = document.settings.lot_integrality ?? false
    problem.maximumMisallocation = document.settings.max_misallocation.map {
      fraction($0, "settings.max_misallocation")
    }
    for (index, unit) in document.tax_units.enumerated() {
      problem.taxReturns.append(taxReturn(unit, "tax_units[\(index)]"))
    }
    for (index, one) in document.asset_classes.enumerated() {
      let path = "asset_classes[\(index)]"
      problem.assetClasses.append(
        .init(
          id: AssetClassID(one.id), target: fraction(one.target, path + ".target"),
          band: fraction(one.band, path + ".band")))
    }
    for (index, one) in document.securities.enumerated() {
      problem.securities.append(security(one, "securities[\(index)]"))
    }
    for (index, one) in document.accounts.enumerated() { problem.accounts.append(account(one, "accounts[\(index)]")) }
    for (index, one) in document.lots.enumerated() { problem.lots.append(lot(one, "lots[\(index)]")) }
    for (index, one) in (document.recent_transactions ?? []).enumerated() {
      problem.recentTransactions.append(recent(one, "recent_transactions[\(index)]"))
    }
    for (index, one) in (document.scheduled_buys ?? []).enumerated() {
      problem.scheduledBuys.append(
        .init(
          account: AccountID(one.account), security: SecurityID(one.security),
          day: day(one.date, "scheduled_buys[\(index)].date"),
          shares: one.shares.map { exact($0, "scheduled_buys[\(index)].shares", in: CaseRange.shares) }))
    }
    checkReferences(problem)
    checkSums(problem)
    return problem
  }

  private mutating func settings(_ json: CaseDocument.Settings) -> PlacementSettings {
    var settings = PlacementSettings()
    settings.minimumTrade = amount(json.min_trade, "settings.min_trade")
    settings.nuisance = exact(json.nuisance, "settings.nuisance", in: CaseRange.fee)
    settings.annuity = exact(json.annuity, "settings.annuity", in: CaseRange.annuity)
    settings.driftInside = exact(json.drift_in, "settings.drift_in", in: CaseRange.slope)
    settings.driftOutside = exact(json.drift_out, "settings.drift_out", in: CaseRange.slope)
    settings.washDays = whole(json.wash_days ?? 30, "settings.wash_days", in: CaseRange.washDays)
    settings.cashYield = fraction(json.cash_yield, "settings.cash_yield")
    settings.maximumTrades = json.max_trades.map { whole($0, "settings.max_trades", in: CaseRange.trades) }
    settings.washSalePolicy = named(json.wash_policy ?? "forbid", "settings.wash_policy", else: .forbid)
    settings.realisesShortGains = json.short_term_gains ?? true
    settings.yearlyTaxBudget = json.yearly_tax_budget.map { signedAmount($0, "settings.yearly_tax_budget") }
    settings.yearlyGainBudget = json.yearly_gain_budget.map { signedAmount($0, "settings.yearly_gain_budget") }
    return settings
  }

  private mutating func taxReturn(_ json: CaseDocument.TaxUnit, _ path: String) -> TaxReturnProfile {
    var profile = TaxReturnProfile(
      id: TaxReturnID(json.id), year: json.year,
      filingStatus: named(json.filing_status, path + ".filing_status", else: .single),
      ordinaryIncome: signedAmount(json.ordinary_income, path + ".ordinary_income"))
    profile.qualifiedDividends = amount(json.qualified_dividends, path + ".qualified_dividends")
    profile.otherNetInvestmentIncome = signedAmount(json.other_nii, path + ".other_nii")
    if case .itemised(let dollars) = json.deduction {
      profile.deduction = .itemised(amount(dollars, path + ".deduction"))
    }
    profile.realisedShort = signedAmount(json.realised_st, path + ".realised_st")
    profile.realisedLong = signedAmount(json.realised_lt, path + ".realised_lt")
    profile.realisedCollectible = signedAmount(json.realised_collectibles, path + ".realised_collectibles")
    profile.carryShort = amount(json.carry_st, path + ".carry_st")
    profile.carryLong = amount(json.carry_lt, path + ".carry_lt")
    profile.stateRate = fraction(json.state_rate, path + ".state_rate")
    profile.valueOfCarryShort = fraction(json.value_carry_st, path + ".value_carry_st")
    profile.valueOfCarryLong = fraction(json.value_carry_lt, path + ".value_carry_lt")
    profile.futureGainRate = fraction(json.future_gain_rate, path + ".future_gain_rate")
    profile.ordinaryLocationRate = fraction(json.location_rates?.ordinary, path + ".location_rates.ordinary")
    profile.qualifiedLocationRate = fraction(json.location_rates?.qualified, path + ".location_rates.qualified")
    for (index, cliff) in (json.magi_cliffs ?? []).enumerated() {
      let path = path + ".magi_cliffs[\(index)]"
      profile.cliffs.append(
        .init(
          threshold: signedAmount(cliff.threshold, path + ".threshold"), cost: amount(cliff.cost, path + ".cost")))
    }
    profile.taxBudget = json.tax_budget.map { signedAmount($0, path + ".tax_budget") }
    return profile
  }

  private mutating func security(_ json: CaseDocument.Security, _ path: String) -> RebalanceProblem.Security {
    var security = RebalanceProblem.Security(
      id: SecurityID(json.id), kind: named(json.kind, path + ".kind", else: .etf),
      price: exact(json.price, path + ".price", in: CaseRange.price))
    for (name, weight) in json.classes.sorted(by: { $0.key < $1.key }) {
      security.classes[AssetClassID(name)] = fraction(weight, path + ".classes." + name)
    }
    security.expenseRatio = fraction(json.expense_ratio, path + ".expense_ratio")
    security.yield = fraction(json.yield, path + ".yield")
    security.qualified = fraction(json.qualified, path + ".qualified")
    security.exempt = fraction(json.exempt, path + ".exempt")
    security.foreignTax = fraction(json.foreign_tax, path + ".foreign_tax")
    security.spread = fraction(json.spread, path + ".spread")
    security.group = json.group ?? json.id
    security.isBuyable = json.buyable ?? true
    security.isCollectible = json.collectible ?? false
    security.maximumWeight = json.max_weight.map { fraction($0, path + ".max_weight") }
    security.issuer = json.issuer ?? json.id
    return security
  }

  private mutating func account(_ json: CaseDocument.Account, _ path: String) -> RebalanceProblem.Account {
    let treatments: [String: TaxTreatment] = ["taxable": .taxable, "trad": .traditional, "roth": .roth, "hsa": .hsa]
    if treatments[json.type] == nil { complain(path + ".type", "“\(json.type)” is none of taxable, trad, roth, hsa.") }
    var account = RebalanceProblem.Account(
      id: AccountID(json.id), owner: MemberID(json.owner ?? ""), treatment: treatments[json.type] ?? .taxable,
      taxReturn: TaxReturnID(json.tax_unit), cash: signedAmount(json.cash, path + ".cash"))
    account.cashReserve = amount(json.cash_reserve, path + ".cash_reserve")
    account.commission = exact(json.commission ?? 0, path + ".commission", in: CaseRange.fee)
    account.allowsFractionalShares = json.fractional_shares ?? false
    account.lotMethod = named(json.lot_method ?? "specific", path + ".lot_method", else: .specific)
    account.menu = json.menu?.map { SecurityID($0) }
    account.neverBuy = (json.no_buy ?? []).map { SecurityID($0) }
    account.neverSell = (json.no_sell ?? []).map { SecurityID($0) }
    account.canTrade = json.can_trade ?? true
    account.tradingLimit.daysBetweenMoves = json.days_between_moves.map {
      whole($0, path + ".days_between_moves", in: CaseRange.days)
    }
    account.tradingLimit.movesAMonth = json.moves_a_month.map { whole($0, path + ".moves_a_month", in: CaseRange.days) }
    account.tradingLimit.thenOnly = (json.then_only ?? []).map { SecurityID($0) }
    account.valueFactor = exact(json.value_factor ?? 1, path + ".value_factor", in: CaseRange.slope)
    return account
  }

  private mutating func lot(_ json: CaseDocument.Lot, _ path: String) -> RebalanceProblem.Lot {
    var lot = RebalanceProblem.Lot(
      id: LotID(json.id), account: AccountID(json.account), security: SecurityID(json.security),
      shares: exact(json.shares, path + ".shares", in: CaseRange.shares),
      basis: exact(json.basis, path + ".basis", in: CaseRange.price),
      acquired: day(json.acquired, path + ".acquired"))
    lot.isHeld = json.hold ?? false
    lot.redemptionFee = fraction(json.redemption_fee, path + ".redemption_fee")
    return lot
  }

  private mutating func recent(
    _ json: CaseDocument.RecentTransaction, _ path: String
  ) -> RebalanceProblem.RecentTransaction {
    .init(
      account: AccountID(json.account), security: SecurityID(json.security), day: day(json.date, path + ".date"),
      action: named(json.action, path + ".action", else: .buy),
      shares: exact(json.shares ?? 0, path + ".shares", in: CaseRange.shares),
      gain: json.gain.map { signedAmount($0, path + ".gain") }, lot: json.lot.map { LotID($0) })
  }
}

extension CaseTranslation {
  mutating func complain(
    _ path: String, _ message: String, _ severity: Diagnostic.Severity = .error,
    remedy: String = "Correct the value at this path."
  ) {
    diagnostics.append(
      Diagnostic(
        severity, code: "case-invalid", message, at: place, element: path, remedy: remedy))
  }
}
