import MixedInteger

/// A trade is worth the trouble: `min(m, V) zS ≤ Σs ≤ V zS`, `m zB ≤ y ≤ U zB`, and `zS + zB ≤ 1` where nothing may be both
/// sold and bought in one account.
///
/// A sale may fall below the minimum only by selling all there is.
struct TradeSizes: PlacementTerm {
  func add(to model: inout PlacementModel) {
    let minimum = model.space.minimumTrade
    var selling: [PositionKey: PlacementModel.Variable] = [:]
    for sale in model.sales {
      let holding = model.holding(sale)
      selling[holding.key] = sale.isMade
      model.program.constrain(1 * sale.total - holding.most * sale.isMade, to: 0, "most.\(holding.key.security)")
      model.program.constrain(
        1 * sale.total - min(minimum, holding.most) * sale.isMade, from: 0, "least.\(holding.key.security)")
      guard model.shape.linksLots, sale.lots.count > 1 else { continue }
      for (lot, variable) in zip(holding.lots, sale.lots) {
        model.program.constrain(1 * variable - lot.value * sale.isMade, to: 0, "link.\(holding.key.security)")
      }
    }
    for buy in model.buys {
      let purchase = model.purchase(buy)
      model.program.constrain(1 * buy.amount - purchase.most * buy.isMade, to: 0, "most.\(purchase.key.security)")
      model.program.constrain(1 * buy.amount - minimum * buy.isMade, from: 0, "least.\(purchase.key.security)")
      if model.space.problem.forbidsRoundTrips, let isSold = selling[purchase.key] {
        model.program.constrain(1 * buy.isMade + 1 * isSold, to: 1, "trip.\(purchase.key.security)")
      }
    }
  }
}
