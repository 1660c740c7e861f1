import Measures
import MixedInteger
import Taxes

/// What realising a gain now saves later: `−φ Σ g_l s_l`; `φ` is the present value of the tax that an unrealised dollar will bear.
///
/// With it deferral counts and avoidance does not: a harvested loss lowers the basis and is taxed back. It is zero where the
/// basis steps up at death (IRC 1014).
struct EmbeddedGains: PlacementTerm {
  func add(to model: inout PlacementModel) {
    for sale in model.sales {
      let holding = model.holding(sale)
      guard let taxReturn = model.space.accounts[holding.account].taxReturn else { continue }
      let rate = model.space.problem.taxReturns[taxReturn].futureGainRate.approximate
      var worth = LinearExpression()
      for (lot, variable) in zip(holding.lots, sale.lots) { worth.add(-1000 * rate * lot.gain, variable) }
      model.program.minimise(worth)
    }
  }
}
