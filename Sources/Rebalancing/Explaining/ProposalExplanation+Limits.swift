import Diagnostics
import Measures
import Policy
import PortfolioModel
import Taxes

extension ProposalExplanation {
  /// Groups that were or will be sold at a loss that counts, with the days on which buying them would undo it.
  var bans: [PurchaseBan] {
    var bans: [PurchaseBan] = []
    let groups = groupsWithCountedLoss
    for group in groups.sorted() { bans.append(ban(group, from: problem.asOf, "this proposal sells it at a loss")) }
    for (group, day) in washSales.soldAtLoss.sorted(by: { $0.key < $1.key }) where !groups.contains(group) {
      bans.append(ban(group, from: day, "it was sold at a loss"))
    }
    return bans.sorted { $0.group < $1.group }
  }

  private var groupsWithCountedLoss: Set<String> {
    let sales = proposal.reasons.filter { reason in
      let key = PositionKey(account: reason.account, security: reason.security)
      return reason.lots.contains { ($0.gain ?? .zero) + disallowed($0, key) < .zero }
    }
    return Set(sales.map { washSales.group($0.security) })
  }

  private func ban(_ group: String, from day: Day, _ why: String) -> PurchaseBan {
    let until = day.adding(days: problem.settings.washDays)
    return PurchaseBan(
      group: group, securities: problem.securities.filter { $0.group == group }.map(\.id), from: day, until: until,
      reason:
        "Until \(until) nobody in the household buys \(boughtGroups.contains(group) ? "more of it" : "it"), reinvestment included: \(why) on \(day)."
    )
  }

  /// A hundredth of a point: at the edge of a band is within it.
  static let edge = Weight(steps: 100_000_000)

  /// Classes that end outside their bands, each with what holds it there.
  func stillOffTarget(_ space: TradeSpace) -> [String] {
    problem.assetClasses.enumerated().compactMap { position, assetClass in
      let off = distance(of: assetClass, in: proposal.evaluation.weightsAfter)
      guard off.magnitude > assetClass.band + Self.edge else { return nil }
      let side = off.isNegative ? "below" : "above"
      let cause = whatHolds(assetClass, position, isBelow: off.isNegative, space)
      return "\(assetClass.name) stays \(off.inPoints) \(side) target: \(cause)."
    }
  }

  private func whatHolds(
    _ assetClass: RebalanceProblem.AssetClass, _ position: Int, isBelow: Bool, _ space: TradeSpace
  ) -> String {
    let holds = { (security: Int) in space.securities[security].exposures.contains { $0.assetClass == position } }
    let isCash = assetClass.id == problem.cashClass
    if isBelow, !isCash, !space.purchases.contains(where: { holds($0.security) }) {
      return "no account that has money to move may buy it"
    }
    if !isBelow, !isCash, !space.holdings.contains(where: { holds($0.security) }) {
      return "nothing of it may be sold"
    }
    if !isBelow, isCash, weightOfReserves > assetClass.target + assetClass.band {
      return "the reserves that accounts keep are \(percent(weightOfReserves)) of the household"
    }
    let trades = proposal.tradeCount
    if let most = problem.settings.maximumTrades, trades >= most { return "no more than \(most) trades are allowed" }
    for profile in problem.taxReturns {
      guard let budget = profile.taxBudget, let detail = proposal.evaluation.returns[profile.id] else { continue }
      if detail.total + Money(1) > budget { return "the tax budget of return \(profile.id) is used up" }
    }
    if problem.issuerCaps.contains(where: { isAtCap($0.issuer, $0.cap, position, space) }), isBelow {
      return "what may be bought of it has reached the weight that its issuer may have"
    }
    if hasUsedUpYear { return "the year's budget of tax or gains is used up" }
    return isBelow
      ? "the accounts that may buy it have no more to sell at a price that the policy accepts"
      : "selling more would cost more in tax, fees and trades than the policy's price of drift"
  }
}

extension ProposalExplanation {
  /// Whether a capped issuer, some of whose securities are of the class, weighs all that it may.
  private func isAtCap(_ issuer: String, _ cap: Weight, _ position: Int, _ space: TradeSpace) -> Bool {
    let members = problem.securities.indices.filter { problem.securities[$0].issuer == issuer }
    guard members.contains(where: { space.securities[$0].exposures.contains { $0.assetClass == position } }) else {
      return false
    }
    var held: [PositionKey: Quantity] = [:]
    for (key, lots) in index.lots { held[key] = lots.reduce(.zero) { $0 + $1.shares } }
    for sale in proposal.trades.sales {
      held[PositionKey(account: sale.account, security: sale.security), default: .zero] -= sale.shares
    }
    for purchase in proposal.trades.purchases {
      held[PositionKey(account: purchase.account, security: purchase.security), default: .zero] += purchase.shares
    }
    let ids = Set(members.map { problem.securities[$0].id })
    let value = held.reduce(Money.zero) { sum, entry in
      guard ids.contains(entry.key.security), let price = index.securities[entry.key.security]?.price else {
        return sum
      }
      return sum + (Money(entry.value, at: price) ?? .zero)
    }
    return value.fraction(of: proposal.evaluation.totalValue) + Weight(steps: 1_000_000_000) >= cap
  }

  private var weightOfReserves: Weight {
    problem.accounts.reduce(.zero) { $0 + ($1.cashReserve.times($1.valueFactor) ?? .zero) }
      .fraction(of: proposal.evaluation.totalValue)
  }

  private var hasUsedUpYear: Bool {
    let settings = problem.settings
    return settings.yearlyTaxBudget.map { proposal.evaluation.yearlyTax + Money(1) > $0 } ?? false
      || settings.yearlyGainBudget.map { proposal.evaluation.yearlyGain + Money(1) > $0 } ?? false
  }

  /// Accounts whose plan lets no money move, or only into some funds, until a day.
  var tradingLimitNotes: [Diagnostic] {
    problem.accounts.compactMap { account in
      let sentence: String
      let until: Day
      switch problem.tradingState(of: account) {
      case .free: return nil
      case .closed(let day):
        until = day
        sentence = "\(account.name) trades nothing until \(day): its plan's limit on moves is used up."
      case .onlyInto(let funds, let day):
        until = day
        let names = funds.map(\.rawValue).joined(separator: ", ")
        sentence =
          "\(account.name) moves money only into \(names) until \(day): its plan's moves of the month are used up."
      }
      return Diagnostic(
        .note, code: "trading-limit", sentence, element: "accounts.\(account.id)",
        remedy: "Propose again on \(until).")
    }
  }
}

extension Proposal {
  /// Trades as the rules count them: account, security and side.
  public var tradeCount: Int { trades.count }
}
