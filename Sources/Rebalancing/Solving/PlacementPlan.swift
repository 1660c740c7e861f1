import MixedInteger

/// Trades in thousand dollars, not yet in shares: what a program's solution says.
struct PlacementPlan {
  /// By holding, one amount for each of its lots.
  var sold: [Int: [Double]] = [:]
  var bought: [Int: Double] = [:]

  init() {}

  var trades: TradeSet { TradeSet(holdings: Set(sold.keys), purchases: Set(bought.keys)) }

  init(_ model: PlacementModel, _ values: [Double]) {
    for sale in model.sales where values[sale.isMade.index] > 0.5 {
      let amounts = sale.lots.map { max(0, values[$0.index]) }
      if amounts.contains(where: { $0 > Self.dust }) { sold[sale.holding] = amounts }
    }
    for buy in model.buys where values[buy.isMade.index] > 0.5 && values[buy.amount.index] > Self.dust {
      bought[buy.purchase] = values[buy.amount.index]
    }
  }

  /// A thousandth of a cent.
  private static let dust = 1e-8
}
