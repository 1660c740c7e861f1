import Measures
import Policy
import PortfolioModel
import Taxes

extension ProposalExplanation {
  /// One reason for each account, security and side, sales first in each account.
  var reasons: [TradeReason] {
    let sales = Dictionary(grouping: proposal.trades.sales) { PositionKey(account: $0.account, security: $0.security) }
    let sold = sales.keys.sorted().map { reason(forSelling: $0, sales[$0] ?? []) }
    let bought = proposal.trades.purchases.map { reason(forBuying: $0) }
    return (sold + bought).sorted { ($0.account, $1.side.rawValue) < ($1.account, $0.side.rawValue) }
  }

  // MARK: Sales

  private func reason(forSelling key: PositionKey, _ sales: [ProposedTrades.Sale]) -> TradeReason {
    let price = index.securities[key.security]?.price ?? .init(steps: 0)
    let shares = sales.reduce(Quantity.zero) { $0 + $1.shares }
    let isTaxed = index.accounts[key.account]?.treatment == .taxable
    let lots = sales.map { lotPart($0, key, price, isTaxed: isTaxed) }
    let gain = isTaxed ? lots.reduce(Money.zero) { $0 + ($1.gain ?? .zero) } : nil
    return TradeReason(
      account: key.account, security: key.security, side: .sell, shares: shares,
      dollars: Money(shares, at: price) ?? .zero, gain: gain, tax: isTaxed ? tax(of: lots, key) : nil, lots: lots,
      reason: whySold(key, lots, gain))
  }

  private func lotPart(
    _ sale: ProposedTrades.Sale, _ key: PositionKey, _ price: Price, isTaxed: Bool
  ) -> TradeReason.LotPart {
    let position = index.lots[key] ?? []
    guard isTaxed, let lot = position.first(where: { $0.id == sale.lot }) else {
      return TradeReason.LotPart(lot: sale.lot, shares: sale.shares, gain: nil, isLongTerm: true)
    }
    return TradeReason.LotPart(
      lot: lot.id, shares: sale.shares, gain: Money(sale.shares, at: price - index.basis(of: lot)),
      isLongTerm: HoldingPeriod.isLongTerm(acquired: lot.acquired, sold: problem.asOf))
  }

  /// The tax of the return with all sales, less its tax without this one.
  private func tax(of lots: [TradeReason.LotPart], _ key: PositionKey) -> Money? {
    guard let account = index.accounts[key.account], let detail = proposal.evaluation.returns[account.taxReturn],
      let profile = problem.taxReturns.first(where: { $0.id == account.taxReturn })
    else { return nil }
    var (short, long, collectible) = (detail.short, detail.long, detail.collectible)
    let isCollectible = index.securities[key.security]?.isCollectible ?? false
    for part in lots {
      let counted = (part.gain ?? .zero) + disallowed(part, key)
      if part.isLongTerm { long -= counted } else { short -= counted }
      if part.isLongTerm, isCollectible { collectible -= counted }
    }
    guard
      let all = IncomeTax(
        of: profile, short: detail.short, long: detail.long, collectible: detail.collectible),
      let without = IncomeTax(of: profile, short: short, long: long, collectible: collectible)
    else { return nil }
    return all.total - without.total
  }

  /// What of the part's loss the wash-sale rule disallows.
  func disallowed(_ part: TradeReason.LotPart, _ key: PositionKey) -> Money {
    guard let gain = part.gain, gain.isNegative, let lot = index.lots[key]?.first(where: { $0.id == part.lot }) else {
      return .zero
    }
    if problem.settings.washSalePolicy == .match { return min(-gain, washedLosses[lot.id] ?? .zero) }
    let isTouched =
      washSales.isTouchedOutsideProposal(lot) || boughtGroups.contains(washSales.group(key.security))
    return isTouched ? -gain : .zero
  }

  private func whySold(_ key: PositionKey, _ lots: [TradeReason.LotPart], _ gain: Money?) -> String {
    var why = whyThisClass(key, isSale: true)
    guard let gain else { return why + "; in \(name(of: key.account)) a sale bears no tax." }
    let count = lots.count == 1 ? "this lot" : "these \(lots.count) lots"
    if gain.isNegative {
      why +=
        lots.contains { !disallowed($0, key).isZero }
        ? "; the loss of \(dollars(-gain)) is not all deductible (wash sale)"
        : "; \(count) realise\(lots.count == 1 ? "s" : "") a loss of \(dollars(-gain)) that lowers tax"
    } else if gain.isZero {
      why += "; without gain"
    } else if sellsInOrder(key) {
      why += "; the account sells its oldest lots first, with a gain of \(dollars(gain))"
    } else {
      let term =
        lots.allSatisfy(\.isLongTerm) ? ", all long-term" : lots.allSatisfy { !$0.isLongTerm } ? ", short-term" : ""
      why +=
        "; \(count) cost\(lots.count == 1 ? "s" : "") the least, now and later, with a gain of \(dollars(gain))\(term)"
    }
    return why + "."
  }

  private func sellsInOrder(_ key: PositionKey) -> Bool { index.accounts[key.account]?.lotMethod != .specific }

  // MARK: Purchases

  private func reason(forBuying purchase: ProposedTrades.Purchase) -> TradeReason {
    let key = PositionKey(account: purchase.account, security: purchase.security)
    let price = index.securities[key.security]?.price ?? .init(steps: 0)
    var why = whyThisClass(key, isSale: false)
    if let account = index.accounts[key.account], let security = index.securities[key.security] {
      let here = account.treatment == .taxable
      if security.expenseRatio > .zero { why += "; \(security.id) costs \(percent(security.expenseRatio)) a year" }
      if !here, security.yield > .zero { why += ", and \(account.name) shelters its distributions" }
    }
    return TradeReason(
      account: key.account, security: key.security, side: .buy, shares: purchase.shares,
      dollars: Money(purchase.shares, at: price) ?? .zero, gain: nil, tax: nil, lots: [], reason: why + ".")
  }

  /// Toward target, or the same class elsewhere, or cash.
  private func whyThisClass(_ key: PositionKey, isSale: Bool) -> String {
    guard let assetClass = mainClass(of: key.security) else { return isSale ? "Frees cash" : "Uses cash" }
    let off = distance(of: assetClass, in: proposal.evaluation.weightsBefore)
    if isSale ? off > .zero : off.isNegative {
      return "\(assetClass.name), \(off.inPoints) \(isSale ? "above" : "below") target"
    }
    let own = flow(of: assetClass, in: key.account)
    let others = problem.accounts.map(\.id).filter { $0 != key.account }.map { ($0, flow(of: assetClass, in: $0)) }
      .filter { isSale ? $0.1 > .zero : $0.1 < .zero }
    let partner = others.max { ($0.1.magnitude, $1.0) < ($1.1.magnitude, $0.0) }
    if tradesBothWays(assetClass, in: key.account), partner == nil || (isSale ? own >= .zero : own <= .zero) {
      return "\(isSale ? "Makes room for" : "Takes the place of") other \(assetClass.name) in \(name(of: key.account))"
    }
    guard let partner else {
      return isSale ? whyCashIsRaised(in: key.account) : "Uses the cash of \(name(of: key.account))"
    }
    return isSale
      ? "\(assetClass.name) move from here to \(name(of: partner.0))"
      : "\(assetClass.name) sold in \(name(of: partner.0)) are bought again here"
  }

  private func whyCashIsRaised(in account: AccountID) -> String {
    if proposal.trades.purchases.contains(where: { $0.account == account }) {
      return "Frees cash for the purchases in \(name(of: account))"
    }
    let isWithdrawn = index.accounts[account]?.withdrawn.isZero == false
    return isWithdrawn
      ? "Raises the cash that is withdrawn from \(name(of: account))" : "Raises cash in \(name(of: account))"
  }

  /// What an account buys of a class, less what it sells of it.
  private func flow(of assetClass: RebalanceProblem.AssetClass, in account: AccountID) -> Money {
    let value = { (security: SecurityID, shares: Quantity) -> Money in
      guard mainClass(of: security) == assetClass, let price = index.securities[security]?.price else {
        return .zero
      }
      return Money(shares, at: price) ?? .zero
    }
    let bought = proposal.trades.purchases.filter { $0.account == account }.map { value($0.security, $0.shares) }
    let sold = proposal.trades.sales.filter { $0.account == account }.map { value($0.security, $0.shares) }
    return bought.reduce(.zero, +) - sold.reduce(.zero, +)
  }

  private func tradesBothWays(_ assetClass: RebalanceProblem.AssetClass, in account: AccountID) -> Bool {
    proposal.trades.purchases.contains { $0.account == account && mainClass(of: $0.security) == assetClass }
      && proposal.trades.sales.contains { $0.account == account && mainClass(of: $0.security) == assetClass }
  }

  func dollars(_ amount: Money) -> String { amount.grouped(places: 2) + " dollars" }

  func percent(_ rate: Rate) -> String {
    Rate(steps: Int64(clamping: Int128(rate.steps) * 100)).formatted(places: 2) + " %"
  }
}
