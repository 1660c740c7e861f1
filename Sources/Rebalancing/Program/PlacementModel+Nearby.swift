import MixedInteger

extension PlacementModel {
  /// The program of whole shares near those of a plan that need not be whole: the same trades, each at most `width` shares away;
  /// without a finite width any of the same trades or fewer.
  init(_ space: TradeSpace, near plan: PlacementPlan, width: Double) {
    var shape = ProgramShape()
    shape.holdings = Set(plan.sold.keys)
    shape.purchases = Set(plan.bought.keys)
    self.init(space, shape: shape)
    guard width.isFinite else { return }
    for sale in sales {
      program.fix(sale.isMade, at: 1)
      let amount = (plan.sold[sale.holding] ?? []).reduce(0, +)
      if let shares = sale.shares { restrict(shares, near: amount / security(sale).price, width: width) }
    }
    for buy in buys {
      program.fix(buy.isMade, at: 1)
      guard let shares = buy.shares else { continue }
      restrict(shares, near: (plan.bought[buy.purchase] ?? 0) / security(buy).price, width: width)
    }
  }

  private mutating func restrict(_ shares: Variable, near exact: Double, width: Double) {
    let floor = exact.rounded(.down)
    let low = max(0, floor - width + 1)
    program.restrict(
      shares, from: min(low, program.upper[shares.index]), to: min(program.upper[shares.index], floor + width))
  }

  /// Demands that a position be sold as a whole.
  mutating func close(_ holding: Int) {
    guard let sale = sales.first(where: { $0.holding == holding }) else { return }
    for (lot, variable) in zip(space.holdings[holding].lots, sale.lots) { program.fix(variable, at: lot.value) }
    if let shares = sale.shares {
      program.restrict(shares, from: 0, to: space.holdings[holding].most / security(sale).price)
    }
    if let closes = sale.closes { program.fix(closes, at: 1) }
  }
}
