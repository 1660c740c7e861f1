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
    problem.maximumMisallocation = document.settings.max_misallocation.map { exact($0, "settings.max_misallocation") }
    for (index, unit) in document.tax_units.enumerated() {
      problem.taxReturns.append(taxReturn(unit, "tax_units[\(index)]"))
    }
    for (index, one) in document.asset_classes.enumerated() {
      let path = "asset_classes[\(index)]"
      problem.assetClasses.append(
        .init(
          id: AssetClassID(one.id), target: exact(one.target, path + ".target"), band: exact(one.band, path + ".band")))
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
          day: day(one.date, "scheduled_buys[\(index)].date")))
    }
    checkReferences(problem)
    return problem
  }

  private mutating func settings(_ json: CaseDocument.Settings) -> PlacementSettings {
    var settings = PlacementSettings()
    settings.minimumTrade = exact(json.min_trade, "settings.min_trade")
    settings.nuisance = exact(json.nuisance, "settings.nuisance")
    settings.annuity = exact(json.annuity, "settings.annuity")
    settings.driftInside = exact(json.drift_in, "settings.drift_in")
    settings.driftOutside = exact(json.drift_out, "settings.drift_out")
    settings.washDays = json.wash_days ?? 30
    settings.cashYield = exact(json.cash_yield ?? 0, "settings.cash_yield")
    settings.maximumTrades = json.max_trades
    settings.washSalePolicy = named(json.wash_policy ?? "forbid", "settings.wash_policy", else: .forbid)
    return settings
  }

  private mutating func taxReturn(_ json: CaseDocument.TaxUnit, _ path: String) -> TaxReturnProfile {
    var profile = TaxReturnProfile(
      id: TaxReturnID(json.id), year: json.year,
      filingStatus: named(json.filing_status, path + ".filing_status", else: .single),
      ordinaryIncome: exact(json.ordinary_income, path + ".ordinary_income"))
    profile.qualifiedDividends = exact(json.qualified_dividends ?? 0, path + ".qualified_dividends")
    profile.otherNetInvestmentIncome = exact(json.other_nii ?? 0, path + ".other_nii")
    if case .itemised(let dollars) = json.deduction {
      profile.deduction = .itemised(exact(dollars, path + ".deduction"))
    }
    profile.realisedShort = exact(json.realised_st ?? 0, path + ".realised_st")
    profile.realisedLong = exact(json.realised_lt ?? 0, path + ".realised_lt")
    profile.carryShort = exact(json.carry_st ?? 0, path + ".carry_st")
    profile.carryLong = exact(json.carry_lt ?? 0, path + ".carry_lt")
    profile.stateRate = exact(json.state_rate ?? 0, path + ".state_rate")
    profile.valueOfCarryShort = exact(json.value_carry_st ?? 0, path + ".value_carry_st")
    profile.valueOfCarryLong = exact(json.value_carry_lt ?? 0, path + ".value_carry_lt")
    profile.futureGainRate = exact(json.future_gain_rate ?? 0, path + ".future_gain_rate")
    profile.ordinaryLocationRate = exact(json.location_rates?.ordinary ?? 0, path + ".location_rates.ordinary")
    profile.qualifiedLocationRate = exact(json.location_rates?.qualified ?? 0, path + ".location_rates.qualified")
    for (index, cliff) in (json.magi_cliffs ?? []).enumerated() {
      let path = path + ".magi_cliffs[\(index)]"
      profile.cliffs.append(
        .init(threshold: exact(cliff.threshold, path + ".threshold"), cost: exact(cliff.cost, path + ".cost")))
    }
    profile.taxBudget = json.tax_budget.map { exact($0, path + ".tax_budget") }
    return profile
  }

  private mutating func security(_ json: CaseDocument.Security, _ path: String) -> RebalanceProblem.Security {
    var security = RebalanceProblem.Security(
      id: SecurityID(json.id), kind: named(json.kind, path + ".kind", else: .etf),
      price: exact(json.price, path + ".price"))
    for (name, weight) in json.classes.sorted(by: { $0.key < $1.key }) {
      security.classes[AssetClassID(name)] = exact(weight, path + ".classes." + name)
    }
    security.expenseRatio = exact(json.expense_ratio ?? 0, path + ".expense_ratio")
    security.yield = exact(json.yield ?? 0, path + ".yield")
    security.qualified = exact(json.qualified ?? 0, path + ".qualified")
    security.exempt = exact(json.exempt ?? 0, path + ".exempt")
    security.foreignTax = exact(json.foreign_tax ?? 0, path + ".foreign_tax")
    security.spread = exact(json.spread ?? 0, path + ".spread")
    security.group = json.group ?? json.id
    security.isBuyable = json.buyable ?? true
    return security
  }

  private mutating func account(_ json: CaseDocument.Account, _ path: String) -> RebalanceProblem.Account {
    let treatments: [String: TaxTreatment] = ["taxable": .taxable, "trad": .traditional, "roth": .roth, "hsa": .hsa]
    if treatments[json.type] == nil { complain(path + ".type", "“\(json.type)” is none of taxable, trad, roth, hsa.") }
    var account = RebalanceProblem.Account(
      id: AccountID(json.id), owner: MemberID(json.owner ?? ""), treatment: treatments[json.type] ?? .taxable,
      taxReturn: TaxReturnID(json.tax_unit), cash: exact(json.cash, path + ".cash"))
    account.cashReserve = exact(json.cash_reserve ?? 0, path + ".cash_reserve")
    account.commission = exact(json.commission ?? 0, path + ".commission")
    account.allowsFractionalShares = json.fractional_shares ?? false
    account.lotMethod = named(json.lot_method ?? "specific", path + ".lot_method", else: .specific)
    account.menu = json.menu?.map { SecurityID($0) }
    account.neverBuy = (json.no_buy ?? []).map { SecurityID($0) }
    account.neverSell = (json.no_sell ?? []).map { SecurityID($0) }
    account.canTrade = json.can_trade ?? true
    account.valueFactor = exact(json.value_factor ?? 1, path + ".value_factor")
    return account
  }

  private mutating func lot(_ json: CaseDocument.Lot, _ path: String) -> RebalanceProblem.Lot {
    var lot = RebalanceProblem.Lot(
      id: LotID(json.id), account: AccountID(json.account), security: SecurityID(json.security),
      shares: exact(json.shares, path + ".shares"), basis: exact(json.basis, path + ".basis"),
      acquired: day(json.acquired, path + ".acquired"))
    lot.isHeld = json.hold ?? false
    lot.redemptionFee = exact(json.redemption_fee ?? 0, path + ".redemption_fee")
    return lot
  }

  private mutating func recent(
    _ json: CaseDocument.RecentTransaction, _ path: String
  ) -> RebalanceProblem.RecentTransaction {
    .init(
      account: AccountID(json.account), security: SecurityID(json.security), day: day(json.date, path + ".date"),
      action: named(json.action, path + ".action", else: .buy), shares: exact(json.shares ?? 0, path + ".shares"),
      gain: json.gain.map { exact($0, path + ".gain") }, lot: json.lot.map { LotID($0) })
  }
}

extension CaseTranslation {
  /// The decimal number that was written, to the nearest step.
  private mutating func exact<Unit>(_ value: Double, _ path: String) -> FixedPoint<Unit> {
    if value == value.rounded(), let whole = Int64(exactly: value),
      case let (steps, overflow) = whole.multipliedReportingOverflow(by: FixedPoint<Unit>.stepsPerUnit), !overflow
    {
      return FixedPoint(steps: steps)
    }
    if let printed = PrintedNumber(value.description), let read = FixedPoint<Unit>.reading(printed) {
      return read.value
    }
    // Very small and very large numbers print with an exponent.
    if value.isFinite, let nearest = FixedPoint<Unit>(nearest: value) { return nearest }
    complain(path, "\(value) is out of range.")
    return .zero
  }

  private mutating func day(_ text: String, _ path: String) -> Day {
    if let day = Day(text) { return day }
    complain(path, "“\(text)” is no day of the form YYYY-MM-DD.")
    return Day(number: 0)
  }

  private mutating func named<Name: RawRepresentable & CaseIterable>(
    _ text: String, _ path: String, else fallback: Name
  ) -> Name where Name.RawValue == String {
    if let name = Name(rawValue: text) { return name }
    complain(path, "“\(text)” is none of \(Name.allCases.map(\.rawValue).joined(separator: ", ")).")
    return fallback
  }

  private mutating func checkReferences(_ problem: RebalanceProblem) {
    let accounts = Set(problem.accounts.map(\.id))
    let securities = Set(problem.securities.map(\.id))
    let returns = Set(problem.taxReturns.map(\.id))
    for account in problem.accounts where !returns.contains(account.taxReturn) {
      complain("accounts.\(account.id)", "There is no tax unit “\(account.taxReturn)”.")
    }
    for lot in problem.lots {
      if !accounts.contains(lot.account) { complain("lots.\(lot.id)", "There is no account “\(lot.account)”.") }
      if !securities.contains(lot.security) { complain("lots.\(lot.id)", "There is no security “\(lot.security)”.") }
    }
    for profile in problem.taxReturns where TaxTable.forProposal(profile.year) == nil {
      complain("tax_units.\(profile.id)", "There is no tax table for \(profile.year).")
    }
  }

  private mutating func complain(_ path: String, _ message: String) {
    diagnostics.append(
      Diagnostic(
        .error, code: "case-invalid", message, at: place, element: path,
        remedy: "Correct the value at this path."))
  }
}
