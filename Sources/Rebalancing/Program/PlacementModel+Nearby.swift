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

  /// What remains of a position is nothing or as much as the smallest trade, or else costs `price` dollars:
  /// `Σs ≥ V c`, `Σs ≤ V − m + m (c + r)` with `c` for a position closed and `r` for a crumb that remains.
  ///
  /// - Parameter closes: whether its shares may leave their neighbourhood for that.
  mutating func avoidCrumb(of holding: Int, smallest: Double, price: Double, closes: Bool) {
    guard let sale = sales.first(where: { $0.holding == holding }) else { return }
    let most = space.holdings[holding].most
    if closes, let shares = sale.shares {
      program.restrict(shares, to: (most / security(sale).price + 1e-9).rounded(.down))
    }
    let isClosed = program.binary("closed")
    let isCrumb = program.binary("crumb", cost: price)
    program.constrain(1 * sale.total - most * isClosed, from: 0, "closed")
    program.constrain(1 * sale.total - smallest * isClosed - smallest * isCrumb, to: most - smallest, "crumb")
  }
}
