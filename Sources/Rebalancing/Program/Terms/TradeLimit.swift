import MixedInteger
import Policy

/// No more trades than the household wants to make: `Σ(zS + zB) ≤ K`.
struct TradeLimit: PlacementTerm {
  func add(to model: inout PlacementModel) {
    guard let most = model.space.problem.settings.maximumTrades else { return }
    var count = LinearExpression()
    for sale in model.sales { count.add(1, sale.isMade) }
    for buy in model.buys { count.add(1, buy.isMade) }
    guard !count.terms.isEmpty else { return }
    model.program.constrain(count, to: Double(max(0, most)), "trades")
  }
}
