import Allocation
import Diagnostics
import Measures
import Policy
import PortfolioModel

extension ProblemPosing {
  /// Every lot of every included account; what must not be sold is held.
  mutating func poseLots() {
    let ordered = snapshot.holdings.sorted { ($0.account, $0.security) < ($1.account, $1.security) }
    for holding in ordered where !isCash(holding) {
      guard let account = included[holding.account] else { continue }
      guard let price = price(of: holding) else {
        if !holding.value.isZero || !holding.quantity.isZero {
          report(
            .warning, "rebalance-left-out", "\(holding.security) in \(holding.account) is left out: it has no price",
            element(holding), remedy: "Import a statement that shows its price.")
        }
        continue
      }
      guard holding.lots.allSatisfy({ $0.quantity > .zero }) else {
        report(
          .warning, "rebalance-left-out",
          "\(holding.security) in \(holding.account) is left out: it is a short position",
          element(holding), remedy: "Close it yourself, or count it when you read the proposal.")
        continue
      }
      poseLots(of: holding, in: account, price: price)
    }
  }

  private mutating func poseLots(of holding: Holding, in account: Account, price: Price) {
    needed.insert(holding.security)
    let isTraded = isTraded(holding.security) && holding.price != nil && !isRestricted(holding.security)
    let known = securities[holding.security]
    var unknown: [TaxLot] = []
    for whole in holding.lots {
      let lot = whole.taxed(for: Money(whole.quantity, at: price))
      // Less than nothing was never paid: such a basis is as good as unknown.
      let basis = lot.basis.flatMap { $0.isNegative ? nil : $0.perShare(of: lot.quantity) }
      var posed = RebalanceProblem.Lot(
        id: lot.id, account: holding.account, security: holding.security, shares: lot.quantity, basis: basis ?? .zero,
        acquired: acquired(lot) ?? Self.longAgo)
      let isKnown = basis != nil && lot.acquired != nil
      if account.treatment == .taxable, !isKnown { unknown.append(lot) }
      posed.isHeld = !isTraded || (account.treatment == .taxable && !isKnown)
      if let days = known?.redemptionDays, let acquired = lot.acquired, snapshot.asOf - acquired < days {
        posed.redemptionFee = known?.redemptionFee ?? .zero
      } else if known?.redemptionDays == nil {
        posed.redemptionFee = known?.redemptionFee ?? .zero
      }
      problem.lots.append(posed)
    }
    if !unknown.isEmpty {
      let shares = unknown.reduce(Quantity.zero) { $0 + $1.quantity }
      report(
        .warning, "rebalance-unknown-basis",
        "\(shares) of \(holding.security) in \(holding.account) are held: their basis or day of purchase is not known",
        element(holding), remedy: "Import the broker's file of tax lots, or write them down with “hearth record lot”.")
    }
    if !isTraded {
      report(
        .note, "rebalance-not-traded", "\(holding.security) in \(holding.account) is held: \(reason(holding))",
        element(holding), remedy: remedy(holding))
    }
  }

  /// For lots of sheltered accounts whose day nobody knows: long enough ago that no rule looks at it.
  /// What was inherited is long-term at once and replaces nothing (IRC 1223(9), 1091(a)): it counts as held for long.
  private func acquired(_ lot: TaxLot) -> Day? {
    guard lot.origin == .inheritance else { return lot.acquired }
    return lot.acquired.map { min($0, snapshot.asOf.adding(months: -24)) }
  }

  private static let longAgo = Day(number: 0)

  private func reason(_ holding: Holding) -> String {
    if holding.price == nil { return "no statement prints its price" }
    if let day = securities[holding.security]?.restrictedUntil, isRestricted(holding.security) {
      return "it is restricted until \(day)"
    }
    let kind = securities[holding.security]?.kind ?? .other
    return "this program does not trade a security of kind “\(kind.rawValue)”"
  }

  private func remedy(_ holding: Holding) -> String {
    if holding.price == nil { return "Import a statement that shows its price." }
    if isRestricted(holding.security) { return "From that day on it may be sold." }
    return "If it is a stock, an ETF or a fund, say so under “securities” in household.yaml."
  }

  private func element(_ holding: Holding) -> String { "\(holding.account)/\(holding.security)" }

  func isRestricted(_ security: SecurityID) -> Bool {
    securities[security]?.restrictedUntil.map { snapshot.asOf < $0 } ?? false
  }

  /// Stocks, ETFs and funds are traded; so is a cash-like fund whose price moves.
  func isTraded(_ security: SecurityID) -> Bool {
    switch securities[security]?.kind {
    case .stock, .etf, .fund, .cash: true
    case .bond, .option, .other, nil: false
    }
  }

  /// The price of the security; for what is not traded the one that gives the value that the statement prints, since
  /// bonds are quoted in percent and options by the share.
  private func price(of holding: Holding) -> Price? {
    if isTraded(holding.security), let price = prices[holding.security] { return price }
    guard let price = holding.value.perShare(of: holding.quantity), price > .zero else { return nil }
    return price
  }

  func problemPrice(of security: SecurityID) -> Price? {
    if isTraded(security), let price = prices[security] { return price }
    return snapshot.holdings.filter { $0.security == security && included[$0.account] != nil }
      .sorted { $0.account < $1.account }.compactMap { price(of: $0) }.first
  }

  /// A proposal counts in yesterday's shares at best; with much older prices its trades may be the wrong size.
  mutating func reportStalePrices() {
    for stale in snapshot.staleValues(afterDays: policy.staleAfterDays) where included[stale.account] != nil {
      guard let security = stale.security, let day = stale.day, let age = stale.age, !stale.value.isZero else {
        continue
      }
      report(
        .warning, "rebalance-stale-price", "the price of \(security) in \(stale.account) is \(age) days old (\(day))",
        "\(stale.account)/\(security)", remedy: "Import a newer statement.")
    }
  }
}
