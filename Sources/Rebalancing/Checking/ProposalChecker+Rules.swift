import Measures
import Policy
import PortfolioModel

extension ProposalChecker {
  /// A cent: what rounding of shares may leave open.
  private static let tolerance = Money(steps: 10_000)

  func checkPositions(_ sales: [LotSale], _ trades: ProposedTrades, _ violations: inout [String]) {
    let sold = Dictionary(grouping: sales, by: \.key)
    let bought = Dictionary(grouping: trades.purchases) { PositionKey(account: $0.account, security: $0.security) }
    for key in sold.keys.sorted() { checkSale(key, sold[key] ?? [], &violations) }
    for key in bought.keys.sorted() {
      checkPurchase(key, (bought[key] ?? []).reduce(.zero) { $0 + $1.shares }, &violations)
      if problem.forbidsRoundTrips, sold[key] != nil {
        violations.append("\(key.security) is both sold and bought in \(key.account).")
      }
    }
  }

  private func checkSale(_ key: PositionKey, _ sales: [LotSale], _ violations: inout [String]) {
    guard let account = index.accounts[key.account], let security = index.securities[key.security] else { return }
    let lots = index.lots[key] ?? []
    let total = sales.reduce(Quantity.zero) { $0 + $1.shares }
    let sellable = lots.filter { !$0.isHeld }.reduce(Quantity.zero) { $0 + $1.shares }
    var soldOfLot: [LotID: Quantity] = [:]
    for sale in sales { soldOfLot[sale.lot.id, default: .zero] = soldOfLot[sale.lot.id, default: .zero] + sale.shares }
    for lot in lots {
      let shares = soldOfLot[lot.id] ?? .zero
      if shares > lot.shares || shares.isNegative {
        violations.append("Lot \(lot.id) has \(lot.shares) shares; \(shares) are sold.")
      }
      if shares > .zero, lot.isHeld { violations.append("Lot \(lot.id) is held.") }
    }
    checkMoves(of: account, into: nil, &violations)
    if account.neverSell.contains(key.security) {
      violations.append("\(key.security) may not be sold in \(key.account).")
    }
    if account.treatment == .taxable, account.lotMethod != .specific {
      let order = lots.filter { !$0.isHeld }
      if let gap = order.firstIndex(where: { soldOfLot[$0.id] ?? .zero < $0.shares }),
        order[(gap + 1)...].contains(where: { soldOfLot[$0.id] ?? .zero > .zero })
      {
        violations.append("\(key.account) sells its oldest lots of \(key.security) first.")
      }
    }
    if !tradesInFractions(security, account), total != sellable, !total.isWhole {
      violations.append("\(total) shares of \(key.security) are no whole number in \(key.account).")
    }
    let value = Money(total, at: security.price) ?? .zero
    if total != sellable, value + Self.tolerance < problem.settings.minimumTrade {
      violations.append("The sale of \(key.security) in \(key.account) is below the minimum.")
    }
  }

  private func checkPurchase(_ key: PositionKey, _ shares: Quantity, _ violations: inout [String]) {
    guard let account = index.accounts[key.account], let security = index.securities[key.security] else {
      violations.append("There is no account \(key.account) for \(key.security).")
      return
    }
    let isOnMenu = account.menu.map { $0.contains(key.security) } ?? true
    checkMoves(of: account, into: key.security, &violations)
    if !isOnMenu || !security.isBuyable || account.neverBuy.contains(key.security) {
      violations.append("\(key.security) may not be bought in \(key.account).")
    }
    if !tradesInFractions(security, account), !shares.isWhole {
      violations.append("\(shares) shares of \(key.security) are no whole number in \(key.account).")
    }
    if (Money(shares, at: security.price) ?? .zero) + Self.tolerance < problem.settings.minimumTrade {
      violations.append("The purchase of \(key.security) in \(key.account) is below the minimum.")
    }
    if washSales.soldAtLoss[security.group] != nil {
      violations.append("\(key.security): its group was sold at a loss within \(problem.settings.washDays) days.")
    }
  }

  private func tradesInFractions(_ security: RebalanceProblem.Security, _ account: RebalanceProblem.Account) -> Bool {
    security.kind == .fund || account.allowsFractionalShares
  }

  /// Whether the account may trade on this day, and buy this.
  private func checkMoves(
    of account: RebalanceProblem.Account, into security: SecurityID?, _ violations: inout [String]
  ) {
    if !account.canTrade { violations.append("\(account.id) cannot trade.") }
    let sold = problem.recentTransactions.filter { $0.account == account.id && $0.action == .sell }.map(\.day)
    let limit = account.tradingLimit
    if let days = limit.daysBetweenMoves,
      sold.contains(where: { $0 <= problem.asOf && $0.adding(days: days) > problem.asOf })
    {
      violations.append("\(account.id) may not trade within \(days) days of its last sale.")
    }
    let monthly = Set(
      sold.filter { $0 <= problem.asOf && $0.description.dropLast(3) == problem.asOf.description.dropLast(3) })
    if let most = limit.movesAMonth, monthly.count >= most,
      security.map({ !limit.thenOnly.contains($0) }) ?? limit.thenOnly.isEmpty
    {
      violations.append(
        "\(account.id) has used up the month's \(most) moves: \(security?.rawValue ?? "nothing") is not open.")
    }
  }

  /// Whether no issuer weighs more than it may.
  func checkIssuers(_ after: HouseholdState, _ violations: inout [String]) {
    for cap in problem.securities.compactMap({ security in security.maximumWeight.map { (security.issuer, $0) } }) {
      let value = after.shares.keys.sorted().filter { index.securities[$0.security]?.issuer == cap.0 }
        .reduce(Money.zero) { sum, key in
          sum + (after.value(key, index).times(index.accounts[key.account]?.valueFactor ?? .zero) ?? .zero)
        }
      guard let most = totalValue.times(cap.1), value > most + Self.tolerance + Self.tolerance else { continue }
      violations.append("\(cap.0) weighs \(value), more than its \(most).")
    }
  }

  func checkCash(_ after: HouseholdState, _ before: HouseholdState, _ violations: inout [String]) {
    for account in problem.accounts {
      let cash = after.cash[account.id] ?? .zero
      if cash + Self.tolerance < account.cashReserve {
        violations.append("\(account.id) is left with \(cash) in cash, below \(account.cashReserve).")
      }
      if let most = account.largestCash, cash > max(most, before.cash[account.id] ?? .zero) + Self.tolerance {
        violations.append("\(account.id) is left with \(cash) in cash, above \(most).")
      }
    }
  }
}

extension Quantity {
  var isWhole: Bool { steps % Quantity.stepsPerUnit == 0 }
}
