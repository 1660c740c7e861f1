import Measures
import Policy
import PortfolioModel
import Taxes

extension TradeSpace {
  /// - Parameter problem: in canonical order.
  init(_ problem: RebalanceProblem) {
    self.problem = problem
    var survey = TradeSurvey(problem)
    survey.readHoldings()
    survey.readPurchases()
    accounts = survey.accounts
    securities = survey.securities
    holdings = survey.holdings
    purchases = survey.purchases
    cashClass = survey.classIndex[problem.cashClass]
    minimumTrade = problem.settings.minimumTrade.thousands
    (totalValue, exposures) = survey.exposures()
    heldKeys = Set(survey.holdings.map(\.key))
    let lossMakers = survey.holdings.filter { holding in
      holding.lots.contains { $0.counting == .unlessGroupIsBought || $0.counting == .unlessReplaced }
    }
    groupsWithOpenLosses = Set(lossMakers.map { survey.securities[$0.security].group })
    washGroups =
      problem.settings.washSalePolicy == .match
      ? WashGroupSurvey(problem, survey.index, holdings, purchases).groups : []
  }
}

/// Finds out what may be traded.
private struct TradeSurvey {
  let problem: RebalanceProblem
  let index: ProblemIndex
  let washWindow: WashWindow
  let classIndex: [AssetClassID: Int]
  let accounts: [TradeSpace.Account]
  let securities: [TradeSpace.Security]
  var holdings: [TradeSpace.Holding] = []
  var purchases: [TradeSpace.Purchase] = []
  /// What each account could raise by selling.
  private var proceeds: [Double]

  init(_ problem: RebalanceProblem) {
    self.problem = problem
    index = ProblemIndex(problem)
    washWindow = WashWindow(problem)
    let classIndex = Dictionary(
      problem.assetClasses.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.classIndex = classIndex
    accounts = problem.accounts.map { account in
      let taxReturn = account.treatment == .taxable ? problem.taxReturns.firstIndex { $0.id == account.taxReturn } : nil
      let rate = taxReturn.map { problem.taxReturns[$0].ordinaryLocationRate.approximate } ?? 0
      return TradeSpace.Account(
        id: account.id, cash: account.cash.thousands, reserve: account.cashReserve.thousands,
        largestCash: account.largestCash?.thousands,
        commission: account.commission.thousands, valueFactor: account.valueFactor.approximate, taxReturn: taxReturn,
        cashDrag: problem.settings.cashYield.approximate * rate)
    }
    securities = problem.securities.map { security in
      TradeSpace.Security(
        id: security.id, price: security.price.approximate / 1000, halfSpread: security.spread.approximate / 2,
        group: security.group,
        exposures: security.classes.sorted { $0.key < $1.key }.compactMap { assetClass, weight in
          classIndex[assetClass].map { ($0, weight.approximate) }
        })
    }
    proceeds = [Double](repeating: 0, count: problem.accounts.count)
  }

  mutating func readHoldings() {
    let accountIndex = Dictionary(
      problem.accounts.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let securityIndex = Dictionary(
      problem.securities.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for key in index.lots.keys.sorted() {
      guard let account = accountIndex[key.account], let security = securityIndex[key.security],
        mayMove(problem.accounts[account]), !problem.accounts[account].neverSell.contains(key.security),
        problem.securities[security].price > .zero,
        let holding = holding(key, account, security)
      else { continue }
      holdings.append(holding)
      proceeds[account] += holding.most * (1 - securities[security].halfSpread)
    }
  }

  private func holding(_ key: PositionKey, _ account: Int, _ security: Int) -> TradeSpace.Holding? {
    let owner = problem.accounts[account]
    let thing = problem.securities[security]
    let position = index.lots[key] ?? []
    let free = position.filter { !$0.isHeld && $0.shares > .zero }
    let sellable = free.reduce(Quantity.zero) { $0 + $1.shares }
    guard sellable > .zero else { return nil }
    let isTaxed = owner.treatment == .taxable
    let sellsInOrder = isTaxed && owner.lotMethod != .specific
    var lots: [TradeSpace.Lot] = []
    if isTaxed || Set(free.map(\.redemptionFee)).count > 1 {
      let mean = owner.lotMethod(for: thing) == .average ? meanBasis(of: position) : nil
      for lot in free {
        let read = self.lot(lot, basis: mean ?? lot.basis, isTaxed: isTaxed, thing)
        if let read { lots.append(read) } else if sellsInOrder { break }
      }
      lots = problem.merged(lots, isInOrder: sellsInOrder)
    } else {
      lots = [
        TradeSpace.Lot(
          id: nil, shares: sellable, value: sellable.approximate * securities[security].price, gain: 0,
          isLongTerm: true, redemptionFee: free[0].redemptionFee.approximate, counting: .never)
      ]
    }
    guard !lots.isEmpty else { return nil }
    let holding = TradeSpace.Holding(
      key: key, account: account, security: security, lots: lots, sellable: sellable, sellsInOrder: sellsInOrder,
      isWhole: thing.kind != .fund && !owner.allowsFractionalShares, yearlyCost: yearlyCost(thing, owner))
    let isTooSmall = holding.most < problem.settings.minimumTrade.thousands
    return isTooSmall && !holding.canClose ? nil : holding
  }

  /// Whether the account trades at all on this day.
  private func mayMove(_ account: RebalanceProblem.Account) -> Bool {
    if case .closed = problem.tradingState(of: account) { return false }
    return account.canTrade
  }

  /// - Returns: `nil` for a loss that may not be taken, and for a short-term gain where none is wanted.
  private func lot(
    _ lot: RebalanceProblem.Lot, basis: Price, isTaxed: Bool, _ security: RebalanceProblem.Security
  ) -> TradeSpace.Lot? {
    var counting = TradeSpace.Counting.always
    if isTaxed, basis > security.price {
      let isTouched = washWindow.touches(lot, of: security.group)
      switch problem.settings.washSalePolicy {
      case .forbid where isTouched: return nil
      case .forbid, .price: counting = isTouched ? .never : .unlessGroupIsBought
      case .match: counting = .unlessReplaced
      }
    }
    let isLongTerm = HoldingPeriod.isLongTerm(acquired: lot.acquired, sold: problem.asOf)
    if isTaxed, !isLongTerm, basis < security.price, !problem.settings.realisesShortGains { return nil }
    return TradeSpace.Lot(
      id: lot.id, shares: lot.shares, value: lot.shares.approximate * security.price.approximate / 1000,
      gain: isTaxed ? (security.price - basis).approximate / security.price.approximate : 0,
      isLongTerm: isLongTerm, redemptionFee: lot.redemptionFee.approximate, counting: counting,
      isCollectible: isTaxed && security.isCollectible)
  }

  /// Reg. 1.1012-1(e): all lots of the position share one basis per share.
  private func meanBasis(of position: [RebalanceProblem.Lot]) -> Price? {
    let total = position.reduce(Money.zero) { $0 + (Money($1.shares, at: $1.basis) ?? .zero) }
    return total.perShare(of: position.reduce(.zero) { $0 + $1.shares })
  }

  mutating func readPurchases() {
    for (accountIndex, account) in problem.accounts.enumerated() where mayMove(account) {
      let most = accounts[accountIndex].cash - accounts[accountIndex].reserve + proceeds[accountIndex]
      guard most > 0 else { continue }
      var menu = account.menu.map { Set($0) }
      if case .onlyInto(let few, _) = problem.tradingState(of: account) { menu = menu?.intersection(few) ?? Set(few) }
      for (securityIndex, security) in problem.securities.enumerated() {
        let isOffered = menu.map { $0.contains(security.id) } ?? true
        guard isOffered, security.isBuyable, security.price > .zero, !account.neverBuy.contains(security.id),
          !washWindow.bans(security.group)
        else { continue }
        let isWhole = security.kind != .fund && !account.allowsFractionalShares
        let least = max(problem.settings.minimumTrade.thousands, isWhole ? securities[securityIndex].price : 0)
        guard most >= least else { continue }
        purchases.append(
          TradeSpace.Purchase(
            key: PositionKey(account: account.id, security: security.id), account: accountIndex,
            security: securityIndex, most: most, isWhole: isWhole, yearlyCost: yearlyCost(security, account)))
      }
    }
  }

  /// Fees, and tax on distributions: what a dollar of the security costs in the account each year.
  private func yearlyCost(_ security: RebalanceProblem.Security, _ account: RebalanceProblem.Account) -> Double {
    guard account.treatment == .taxable else {
      return security.expenseRatio.approximate + security.foreignTax.approximate
    }
    let profile = problem.taxReturns.first { $0.id == account.taxReturn }
    let qualified = security.qualified.approximate
    let rate =
      qualified * (profile?.qualifiedLocationRate.approximate ?? 0)
      + (1 - qualified) * (profile?.ordinaryLocationRate.approximate ?? 0)
    return security.expenseRatio.approximate
      + security.yield.approximate * (1 - security.exempt.approximate) * rate
  }

  /// The household's weighted value and its division among the asset classes, before trading.
  func exposures() -> (total: Double, byClass: [Double]) {
    var total = 0.0
    var byClass = [Double](repeating: 0, count: problem.assetClasses.count)
    let cashClass = classIndex[problem.cashClass]
    for account in accounts {
      total += account.cash * account.valueFactor
      if let cashClass { byClass[cashClass] += account.cash * account.valueFactor }
    }
    for lot in problem.lots {
      guard let account = index.accounts[lot.account], let security = index.securities[lot.security] else { continue }
      let value = lot.shares.approximate * security.price.approximate / 1000 * account.valueFactor.approximate
      total += value
      for (assetClass, weight) in security.classes.sorted(by: { $0.key < $1.key }) {
        if let position = classIndex[assetClass] { byClass[position] += value * weight.approximate }
      }
    }
    return (total, byClass)
  }
}
