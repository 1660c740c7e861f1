import Measures
import MixedInteger
import Policy

/// Asset location: `A × (change of yearly expense ratios and tax drag)`; `A` turns a yearly cost into dollars today.
///
/// Drag in a taxable account is `yield × (1 − exempt) × (q r_qualified + (1 − q) r_ordinary)`; in a sheltered one the tax withheld
/// abroad, which nobody can credit there (IRC 901). Cash bears `cash yield × r_ordinary` in taxable accounts.
struct HoldingCosts: PlacementTerm {
  func add(to model: inout PlacementModel) {
    let factor = 1000 * model.space.problem.settings.annuity.approximate
    guard factor != 0 else { return }
    var cost = LinearExpression()
    for sale in model.sales { cost.add(-factor * model.holding(sale).yearlyCost, sale.total) }
    for buy in model.buys { cost.add(factor * model.purchase(buy).yearlyCost, buy.amount) }
    for (account, change) in zip(model.space.accounts, model.cashChanges()) where account.cashDrag != 0 {
      cost += factor * account.cashDrag * change
    }
    model.program.minimise(cost)
  }
}
