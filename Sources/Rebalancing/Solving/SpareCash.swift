import Measures
import Policy
import PortfolioModel

/// Puts a few dollars that would lie idle beside a purchase into it, where that costs less than a dollar.
///
/// The program cannot tell such plans apart, since they lie within its gap; a person can. The checker prices every change.
struct SpareCash {
  typealias Priced = (trades: ProposedTrades, evaluation: Evaluation)

  let space: TradeSpace
  let checker: ProposalChecker
  /// The objective that no change may exceed: what was proven stays proven.
  let most: Money

  /// What one change may cost, and what is too little to be worth one.
  private static let crumb = Money(1)

  func spent(in plan: Priced) -> Priced {
    var plan = plan
    for index in plan.trades.purchases.indices {
      guard let trades = spending(on: index, plan) else { continue }
      let evaluation = checker.evaluation(of: trades)
      let limit = min(plan.evaluation.parts.objective + Self.crumb, max(most, plan.evaluation.parts.objective))
      if evaluation.isFeasible, evaluation.parts.objective <= limit { plan = (trades, evaluation) }
    }
    return plan
  }

  /// The trades with as much more of one purchase in fractions as the idle cash of its account pays for.
  private func spending(on index: Int, _ plan: Priced) -> ProposedTrades? {
    let purchase = plan.trades.purchases[index]
    let key = PositionKey(account: purchase.account, security: purchase.security)
    guard let terms = space.purchases.first(where: { $0.key == key }), !terms.isWhole else { return nil }
    let account = space.problem.accounts[terms.account]
    let idle = (plan.evaluation.cashAfter[account.id] ?? .zero) - account.cashReserve
    guard idle > Self.crumb, idle < space.problem.settings.minimumTrade else { return nil }
    let security = space.securities[terms.security]
    let shares = Quantity(nearest: idle.approximate / (security.price * 1000 * (1 + security.halfSpread))) ?? .zero
    var trades = plan.trades
    trades.purchases[index].shares = purchase.shares + shares.rounded(toPlaces: 4, .down)
    return trades
  }
}
