import Measures
import MixedInteger
import Policy

/// What trading itself costs: half the spread on each side, redemption fees, commissions, and the price that the user sets on
/// each trade (`nuisance`).
struct TradingCosts: PlacementTerm {
  func add(to model: inout PlacementModel) {
    let nuisance = model.space.problem.settings.nuisance.approximate
    var cost = LinearExpression()
    for sale in model.sales {
      let holding = model.holding(sale)
      cost.add(1000 * model.security(sale).halfSpread, sale.total)
      cost.add(nuisance + 1000 * model.space.accounts[holding.account].commission, sale.isMade)
      for (lot, variable) in zip(holding.lots, sale.lots) where lot.redemptionFee != 0 {
        cost.add(1000 * lot.redemptionFee, variable)
      }
    }
    for buy in model.buys {
      cost.add(1000 * model.security(buy).halfSpread, buy.amount)
      cost.add(nuisance + 1000 * model.space.accounts[model.purchase(buy).account].commission, buy.isMade)
    }
    model.program.minimise(cost)
  }
}
