import Measures
import Policy
import PortfolioModel

/// Makes tradable shares of a plan's dollars: whole shares exactly, fractions to a few decimals, so that no account's cash falls
/// below its reserve and no trade below the minimum.
struct TradeRounding {
  let space: TradeSpace
  /// The reserves to keep, by account: those of the problem, lowered where no plan can meet them.
  let reserves: [Money]
  /// Decimals of a fraction of a share.
  let places: Int

  func trades(of plan: PlacementPlan) -> ProposedTrades {
    var sold: [(holding: TradeSpace.Holding, shares: [Quantity])] = []
    for index in plan.sold.keys.sorted() {
      let holding = space.holdings[index]
      sold.append((holding, shares(plan.sold[index] ?? [], of: holding)))
    }
    var bought: [(purchase: TradeSpace.Purchase, shares: Quantity)] = []
    for index in plan.bought.keys.sorted() {
      let purchase = space.purchases[index]
      let exact = (plan.bought[index] ?? 0) / space.securities[purchase.security].price
      bought.append(
        (
          purchase,
          atLeastMinimum(
            rounded(exact, isWhole: purchase.isWhole), purchase.security, isWhole: purchase.isWhole)
        ))
    }
    keepReserves(&sold, &bought)

    var trades = ProposedTrades()
    for (holding, shares) in sold {
      let named = zip(holding.lots, shares).flatMap { lot, amount in lot.named(amount) }
      for (lot, amount) in named where amount > .zero {
        trades.sales.append(
          .init(account: holding.key.account, security: holding.key.security, lot: lot, shares: amount))
      }
    }
    for (purchase, shares) in bought where shares > .zero {
      trades.purchases.append(.init(account: purchase.key.account, security: purchase.key.security, shares: shares))
    }
    return trades
  }

  private var step: Quantity { Quantity(steps: Quantity.stepsPerUnit / powerOfTen(places)) }

  /// More shares than can be counted are none.
  private func rounded(_ shares: Double, isWhole: Bool) -> Quantity {
    guard let exact = Quantity(nearest: shares), exact < RebalanceProblem.mostShares else { return .zero }
    return exact.rounded(toPlaces: isWhole ? 0 : places, .halfEven)
  }

  private func price(_ security: Int) -> Price { space.problem.securities[security].price }

  /// A step more where rounding has taken a trade below the minimum.
  private func atLeastMinimum(_ shares: Quantity, _ security: Int, isWhole: Bool) -> Quantity {
    let value = Money(shares, at: price(security)) ?? .zero
    return isWhole || shares.isZero || value >= space.problem.settings.minimumTrade ? shares : shares + step
  }

  /// Shares by lot; in a position of whole shares they sum to a whole number, or to everything.
  private func shares(_ amounts: [Double], of holding: TradeSpace.Holding) -> [Quantity] {
    let price = space.securities[holding.security].price
    let wholeLots = holding.isWhole && space.problem.requiresWholeSharesPerLot
    var shares = zip(holding.lots, amounts).map { lot, amount in
      let nearest = rounded(amount / price, isWhole: wholeLots)
      let isAll = amount >= lot.value - price * (wholeLots ? 1e-6 : step.approximate)
      return isAll ? lot.shares : min(nearest, lot.shares)
    }
    gather(&shares, of: holding)
    let total = shares.reduce(.zero, +)
    guard total != holding.sellable else { return shares }
    let tradable =
      holding.isWhole
      ? total.rounded(toPlaces: 0, .halfEven) : atLeastMinimum(total, holding.security, isWhole: false)
    move(tradable - total, into: &shares, of: holding)
    return shares
  }

  /// Moves slivers, parts of lots that are worth less than a dollar, into another lot of the sale, which nobody would tell a broker to
  /// take apart. Where lots go in their order a sliver stays.
  private func gather(_ shares: inout [Quantity], of holding: TradeSpace.Holding) {
    guard !holding.sellsInOrder else { return }
    for sliver in shares.indices where shares[sliver] > .zero && shares[sliver] < holding.lots[sliver].shares {
      let piece = shares[sliver]
      guard let worth = Money(piece, at: price(holding.security)), worth < Money(1),
        let other = shares.indices.first(where: {
          $0 != sliver && shares[$0] > .zero && holding.lots[$0].shares - shares[$0] >= piece
        })
      else { continue }
      shares[sliver] = .zero
      shares[other] = shares[other] + piece
    }
  }

  /// Adds `difference` to lots that are sold in part, then to the others in their order (last first where it is negative).
  private func move(_ difference: Quantity, into shares: inout [Quantity], of holding: TradeSpace.Holding) {
    var left = difference
    let isPartial = holding.lots.indices.filter { shares[$0] > .zero && shares[$0] < holding.lots[$0].shares }
    let others = holding.lots.indices.filter { !isPartial.contains($0) }
    for index in isPartial + (left.isNegative ? others.reversed() : others) where !left.isZero {
      let room = left.isNegative ? -shares[index] : holding.lots[index].shares - shares[index]
      let moved = left.isNegative ? max(left, room) : min(left, room)
      shares[index] = shares[index] + moved
      left = left - moved
    }
  }

  /// Where rounding has spent more than there is, a fraction less is bought, or a fraction more sold.
  private func keepReserves(
    _ sold: inout [(holding: TradeSpace.Holding, shares: [Quantity])],
    _ bought: inout [(purchase: TradeSpace.Purchase, shares: Quantity)]
  ) {
    for (index, reserve) in reserves.enumerated() {
      let missing = reserve - cash(in: index, sold, bought)
      guard missing > .zero, missing < Money(1) else { continue }
      let fewer = bought.indices.filter { bought[$0].purchase.account == index && !bought[$0].purchase.isWhole }
        .sorted { value(bought[$0]) > value(bought[$1]) }
      if let first = fewer.first(where: { value(bought[$0]) - missing > space.problem.settings.minimumTrade }) {
        bought[first].shares = bought[first].shares - steps(worth: missing, of: bought[first].purchase.security)
        continue
      }
      for position in sold.indices where sold[position].holding.account == index && !sold[position].holding.isWhole {
        let holding = sold[position].holding
        let more = steps(worth: missing, of: holding.security)
        let room = holding.lots.reduce(Quantity.zero) { $0 + $1.shares } - sold[position].shares.reduce(.zero, +)
        guard room >= more else { continue }
        move(more, into: &sold[position].shares, of: holding)
        break
      }
    }
  }

  private func value(_ buy: (purchase: TradeSpace.Purchase, shares: Quantity)) -> Money {
    Money(buy.shares, at: price(buy.purchase.security)) ?? .zero
  }

  /// Enough steps of a share that selling them, or not buying them, frees `amount`.
  private func steps(worth amount: Money, of security: Int) -> Quantity {
    let shares =
      amount.approximate / (space.securities[security].price * 1000 * (1 - space.securities[security].halfSpread))
    return rounded(shares, isWhole: false) + step
  }

  private func cash(
    in account: Int, _ sold: [(holding: TradeSpace.Holding, shares: [Quantity])],
    _ bought: [(purchase: TradeSpace.Purchase, shares: Quantity)]
  ) -> Money {
    let terms = space.problem.accounts[account]
    var cash = terms.cash
    for (holding, shares) in sold where holding.account == account {
      for (lot, amount) in zip(holding.lots, shares) {
        let proceeds = Money(amount, at: price(holding.security)) ?? .zero
        cash = cash + proceeds - half(holding.security, of: proceeds)
        cash = cash - (proceeds.times(Rate(nearest: lot.redemptionFee) ?? .zero) ?? .zero)
      }
      cash = cash - terms.commission
    }
    for (purchase, shares) in bought where purchase.account == account {
      let amount = Money(shares, at: price(purchase.security)) ?? .zero
      cash = cash - amount - half(purchase.security, of: amount) - terms.commission
    }
    return cash
  }

  private func half(_ security: Int, of amount: Money) -> Money {
    amount.times(Rate(steps: space.problem.securities[security].spread.steps / 2)) ?? .zero
  }
}
