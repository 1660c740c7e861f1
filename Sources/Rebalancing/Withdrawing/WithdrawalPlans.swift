import Measures
import Policy
import PortfolioModel
import Taxes

/// Ways to divide a withdrawal among accounts that are worth pricing.
///
/// The cost of a dollar from a traditional account changes where the return enters another bracket or another zone of gains; these
/// amounts are priced first, with none and all, and then amounts between the best of them and its neighbours. What is left comes
/// from taxable accounts and then from those that are free of tax, or the other way round.
struct WithdrawalPlans {
  let problem: RebalanceProblem
  let question: WithdrawalQuestion
  private let capacity: [AccountID: Money]
  private let idleCash: [AccountID: Money]

  init(_ problem: RebalanceProblem, _ question: WithdrawalQuestion) {
    self.problem = problem
    self.question = question
    let limits = Dictionary(question.sources.map { ($0.account, $0.limit) }, uniquingKeysWith: { first, _ in first })
    capacity = Dictionary(
      problem.accounts.map { account in
        let most = problem.mostWithdrawn(from: account)
        return (account.id, limits[account.id].flatMap { $0 }.map { min($0, most) } ?? most)
      }, uniquingKeysWith: { first, _ in first })
    idleCash = Dictionary(
      problem.accounts.map { ($0.id, max(.zero, $0.cash - $0.cashReserve)) }, uniquingKeysWith: { first, _ in first })
  }

  /// All that the sources could give.
  var most: Money { question.sources.reduce(.zero) { $0 + capacity(of: $1) } }

  /// Divisions with so much ordinary income as far as the accounts allow it; each gives the whole amount.
  func plans(income: Money) -> [[AccountID: Money]] {
    var plans: [[AccountID: Money]] = []
    let orders = [[WithdrawalSource.Taxation.gains, .free, .income], [.free, .gains, .income]]
    for (order, isCashFirst) in orders.flatMap({ [($0, true), ($0, false)] }) {
      let plan = plan(income: income, then: order, isCashFirst: isCashFirst)
      if plan.values.reduce(.zero, +) == question.amount, !plans.contains(plan) { plans.append(plan) }
    }
    return plans
  }

  /// The same plan with so much more from one account and less from another; `nil` where they cannot.
  func shifted(_ plan: [AccountID: Money], by step: Money, from giver: AccountID, to taker: AccountID)
    -> [AccountID: Money]?
  {
    let given = min(step, plan[giver] ?? .zero, (capacity[taker] ?? .zero) - (plan[taker] ?? .zero))
    guard given > .zero else { return nil }
    var shifted = plan
    shifted[giver, default: .zero] -= given
    shifted[taker, default: .zero] += given
    return shifted.filter { !$0.value.isZero }
  }

  /// Amounts of ordinary income from which another rate begins, with none and all.
  var incomes: [Money] {
    let sources = question.sources.filter { $0.taxation == .income }
    let most = min(question.amount, sources.reduce(.zero) { $0 + capacity(of: $1) })
    var amounts: Set<Money> = [.zero, most]
    let returns = Set(sources.compactMap { source in problem.accounts.first { $0.id == source.account }?.taxReturn })
    for profile in problem.taxReturns where returns.contains(profile.id) {
      guard let table = TaxTable.forYear(profile.year) else { continue }
      let status = table.status(profile.filingStatus)
      let deduction = profile.deduction.amount(status)
      let gains = profile.qualifiedDividends + max(.zero, profile.realisedLong - profile.carryLong)
      let ends =
        status.ordinaryBrackets.compactMap(\.upTo).map { $0 + deduction }
        + [status.zeroGainsTop, status.fifteenGainsTop].map { $0 + deduction - gains }
        + [status.netInvestmentIncomeThreshold - gains] + profile.cliffs.map { $0.threshold - gains }
      amounts.formUnion(ends.map { $0 - profile.ordinaryIncome }.filter { .zero < $0 && $0 < most })
    }
    return amounts.sorted()
  }

  /// - Parameter isCashFirst: whether idle cash of all taxable accounts goes before anything is sold.
  private func plan(
    income: Money, then order: [WithdrawalSource.Taxation], isCashFirst: Bool
  ) -> [AccountID: Money] {
    var plan: [AccountID: Money] = [:]
    var left = question.amount
    func take(_ wanted: Money, from source: WithdrawalSource) -> Money {
      let given = min(wanted, left, capacity(of: source) - (plan[source.account] ?? .zero))
      guard given > .zero else { return .zero }
      plan[source.account, default: .zero] += given
      left -= given
      return given
    }
    let traditional = sorted(.income)
    var demanded = income
    for source in traditional { demanded -= take(question.required[source.account] ?? .zero, from: source) }
    for source in traditional { demanded -= take(max(.zero, demanded), from: source) }
    if isCashFirst {
      for source in sorted(.gains) { _ = take(idleCash[source.account] ?? .zero, from: source) }
    }
    for taxation in order {
      for source in sorted(taxation) { _ = take(left, from: source) }
    }
    return plan
  }

  /// Penalised ones last, then those with the most idle cash and the smallest part of gains first.
  private func sorted(_ taxation: WithdrawalSource.Taxation) -> [WithdrawalSource] {
    question.sources.filter { $0.taxation == taxation }.sorted { left, right in
      if left.isPenalised != right.isPenalised { return right.isPenalised }
      let (leftGain, rightGain) = (gainPart(of: left.account), gainPart(of: right.account))
      return leftGain == rightGain ? left.account < right.account : leftGain < rightGain
    }
  }

  private func capacity(of source: WithdrawalSource) -> Money { capacity[source.account] ?? .zero }

  /// Gains as a part of what the account's lots are worth; cash dilutes them.
  private func gainPart(of id: AccountID) -> Weight {
    guard let account = problem.accounts.first(where: { $0.id == id }), account.treatment == .taxable else {
      return .zero
    }
    let prices = Dictionary(problem.securities.map { ($0.id, $0.price) }, uniquingKeysWith: { first, _ in first })
    var value = max(.zero, account.cash)
    var gain = Money.zero
    for lot in problem.lots where lot.account == id {
      guard let price = prices[lot.security], let worth = Money(lot.shares, at: price),
        let basis = Money(lot.shares, at: lot.basis)
      else { continue }
      value += worth
      gain += worth - basis
    }
    return gain.fraction(of: value)
  }
}

extension RebalanceProblem {
  /// Cash above the reserve, and what its lots bring, a little less for what a whole share leaves over.
  fileprivate func mostWithdrawn(from account: Account) -> Money {
    var most = account.cash - account.cashReserve
    guard account.canTrade else { return max(.zero, most) }
    let known = Dictionary(securities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for lot in lots where lot.account == account.id && !lot.isHeld && !account.neverSell.contains(lot.security) {
      guard let security = known[lot.security], let worth = Money(lot.shares, at: security.price) else { continue }
      most += worth - (worth.times(security.spread) ?? .zero) - (worth.times(lot.redemptionFee) ?? .zero)
    }
    return max(.zero, most.rounded(toPlaces: 2, .down))
  }

  /// The question that remains once the money is taken: the cash is gone, ordinary income is higher, and reserves are raised again.
  func after(_ plan: [AccountID: Money], _ question: WithdrawalQuestion) -> RebalanceProblem {
    var after = self
    for index in accounts.indices {
      let amount = plan[accounts[index].id] ?? .zero
      after.accounts[index].cash -= amount
      after.accounts[index].withdrawn = amount
      if !question.mayRebalance { after.limitTrades(of: index, giving: amount) }
      let isIncome = question.sources.contains { $0.account == accounts[index].id && $0.taxation == .income }
      guard isIncome, let place = taxReturns.firstIndex(where: { $0.id == accounts[index].taxReturn }) else { continue }
      after.taxReturns[place].ordinaryIncome += amount
    }
    // Cash that only comes in to go out again bears no yield.
    after.settings.cashYield = .zero
    return after
  }

  /// Only what raises the money is sold: nothing is bought, and no account ends with more than a share's price too much.
  private mutating func limitTrades(of index: Int, giving amount: Money) {
    accounts[index].neverBuy = securities.map(\.id)
    guard !amount.isZero else { return accounts[index].canTrade = false }
    let held = Set(lots.filter { $0.account == accounts[index].id }.map(\.security))
    let isWhole = !accounts[index].allowsFractionalShares
    let shares = securities.filter { isWhole && held.contains($0.id) && $0.kind != .fund }
    let share = shares.compactMap { Money(Quantity(1), at: $0.price) }.max() ?? .zero
    accounts[index].largestCash =
      max(accounts[index].cash, accounts[index].cashReserve) + max(Money(25), share, settings.minimumTrade)
  }
}
