import Measures
import MixedInteger

/// Shares that trade whole: `Σs = p n + p r e` with `n ≥ ⌊Q⌋ e`, `y = p n`; `r` is the fractional rest of `Q` shares, which only
/// a sale of everything takes along.
struct WholeShares: PlacementTerm {
  func add(to model: inout PlacementModel) {
    let wanted = model.shape.whole
    for index in model.sales.indices
    where wanted?.holdings.contains(model.sales[index].holding) ?? true { addSale(index, &model) }
    for index in model.buys.indices {
      let buy = model.buys[index]
      guard model.purchase(buy).isWhole, wanted?.purchases.contains(buy.purchase) ?? true else { continue }
      let price = model.security(buy).price
      let most = (model.purchase(buy).most / price).rounded(.down)
      let shares = model.program.variable("shares", to: most, isInteger: true)
      model.program.constrain(1 * buy.amount - price * shares, from: 0, to: 0, "whole")
      model.buys[index].shares = shares
    }
  }

  private func addSale(_ index: Int, _ model: inout PlacementModel) {
    let sale = model.sales[index]
    let holding = model.holding(sale)
    guard holding.isWhole else { return }
    let price = model.security(sale).price
    let whole = (holding.most / price + 1e-9).rounded(.down)
    let shares = model.program.variable("shares", to: whole, isInteger: true)
    model.sales[index].shares = shares
    var total = 1 * sale.total - price * shares
    let rest = (holding.sellable - holding.sellable.wholePart).approximate
    if rest > 0, holding.canClose {
      let closes = model.program.binary("closes")
      model.sales[index].closes = closes
      total.add(-price * rest, closes)
      if whole > 0 { model.program.constrain(1 * shares - whole * closes, from: 0, "closing") }
    }
    model.program.constrain(total, from: 0, to: 0, "whole")
    if model.space.problem.requiresWholeSharesPerLot { addLots(sale, holding, price, &model) }
  }

  /// Whole shares of every lot, or all of it.
  private func addLots(
    _ sale: PlacementModel.Sale, _ holding: TradeSpace.Holding, _ price: Double, _ model: inout PlacementModel
  ) {
    for (lot, variable) in zip(holding.lots, sale.lots) where lot.id != nil {
      let whole = lot.shares.wholePart.approximate
      let rest = lot.shares.approximate - whole
      let shares = model.program.variable("lot shares", to: whole, isInteger: true)
      var total = 1 * variable - price * shares
      if rest > 0 {
        let closes = model.program.binary("closes lot")
        total.add(-price * rest, closes)
        model.program.constrain(1 * shares - whole * closes, from: 0, "closing lot")
      }
      model.program.constrain(total, from: 0, to: 0, "whole lot")
    }
  }
}

extension Quantity {
  /// Without the fraction of a share.
  var wholePart: Quantity { Quantity(steps: steps - steps % Quantity.stepsPerUnit) }
}
