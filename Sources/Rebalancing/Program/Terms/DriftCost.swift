import Measures
import MixedInteger
import Policy
import PortfolioModel

/// Distance from target: `exposure_k − target_k V = (p1 + p2) − (n1 + n2)` with `p1, n1 ≤ band_k V`, at `in` dollars per dollar
/// inside the band and `out` beyond it.
///
/// It is elastic, so that a target which the menus cannot reach makes no program infeasible. `V` is the value before trading.
/// A household may also cap half the sum of all distances.
struct DriftCost: PlacementTerm {
  func add(to model: inout PlacementModel) {
    let space = model.space
    let settings = space.problem.settings
    let inside = 1000 * settings.driftInside.approximate
    let outside = 1000 * settings.driftOutside.approximate
    var distances = LinearExpression()
    var before = 0.0
    for (index, changes) in exposureChanges(model).enumerated() {
      let assetClass = space.problem.assetClasses[index]
      let wanted = assetClass.target.approximate * space.totalValue
      let band = assetClass.band.approximate * space.totalValue
      var balance = changes
      for sign in [-1.0, 1.0] {
        let near = model.program.variable("near.\(assetClass.id)", to: band, cost: inside)
        let far = model.program.variable("far.\(assetClass.id)", cost: outside)
        balance.add(sign, near)
        balance.add(sign, far)
        distances.add(1, near)
        distances.add(1, far)
        if outside < inside {
          // The part beyond the band is the cheaper one: it may be used only when the band is.
          let isBeyond = model.program.binary("beyond.\(assetClass.id)")
          model.program.constrain(1 * near - band * isBeyond, from: 0, "beyond")
          model.program.constrain(1 * far - 2 * space.totalValue * isBeyond, to: 0, "beyond")
        }
      }
      let off = space.exposures[index] - wanted
      before += abs(off)
      model.program.constrain(balance, from: -off, to: -off, "class.\(assetClass.id)")
    }
    guard let most = space.problem.maximumMisallocation?.approximate else { return }
    let allowed = 2 * most * space.totalValue
    let missing = model.shortfall(before - allowed, of: .misallocation)
    model.program.constrain(distances - missing, to: allowed, "misallocation")
  }

  /// What the trades do to each class, in weighted dollars.
  private func exposureChanges(_ model: PlacementModel) -> [LinearExpression] {
    let space = model.space
    var changes = [LinearExpression](repeating: LinearExpression(), count: space.problem.assetClasses.count)
    for sale in model.sales {
      let factor = space.accounts[model.holding(sale).account].valueFactor
      for (assetClass, weight) in model.security(sale).exposures {
        changes[assetClass].add(-weight * factor, sale.total)
      }
    }
    for buy in model.buys {
      let factor = space.accounts[model.purchase(buy).account].valueFactor
      for (assetClass, weight) in model.security(buy).exposures { changes[assetClass].add(weight * factor, buy.amount) }
    }
    if let cashClass = space.cashClass {
      for (account, change) in zip(space.accounts, model.cashChanges()) {
        changes[cashClass] += account.valueFactor * change
      }
    }
    return changes
  }
}
