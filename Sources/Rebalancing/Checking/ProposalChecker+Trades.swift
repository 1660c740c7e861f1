import Measures
import PortfolioModel

extension ProposalChecker {
  struct TradeCosts {
    var spread = Money.zero
    var commission = Money.zero
    var redemption = Money.zero
    var tradeCount = 0
  }

  /// The sales lot by lot; a sheltered sale without a lot is taken in the order of (acquired, id).
  func lotSales(of trades: ProposedTrades, _ violations: inout [String]) -> [LotSale]? {
    let lots = Dictionary(problem.lots.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var sales: [LotSale] = []
    for sale in trades.sales {
      let key = PositionKey(account: sale.account, security: sale.security)
      guard let position = index.lots[key], let security = index.securities[sale.security] else {
        violations.append("\(sale.account) holds no \(sale.security) to sell.")
        return nil
      }
      if let id = sale.lot {
        guard let lot = lots[id], lot.account == sale.account, lot.security == sale.security else {
          violations.append("There is no lot \(id) of \(sale.security) in \(sale.account).")
          return nil
        }
        sales.append(
          LotSale(lot: lot, shares: sale.shares, price: security.price, basis: index.basis(of: lot)))
        continue
      }
      var left = sale.shares
      for lot in position where left > .zero && !lot.isHeld {
        let taken = min(left, lot.shares)
        sales.append(LotSale(lot: lot, shares: taken, price: security.price, basis: index.basis(of: lot)))
        left = left - taken
      }
      if left > .zero {
        violations.append("\(sale.account) has \(left) shares of \(sale.security) less than are sold.")
      }
    }
    return sales
  }

  /// Moves shares and cash, and adds up what that costs.
  func apply(
    _ sales: [LotSale], _ purchases: [ProposedTrades.Purchase], to state: inout HouseholdState,
    _ violations: inout [String]
  ) -> TradeCosts {
    var costs = TradeCosts()
    var sides: [AccountID: Int] = [:]
    for sale in sales {
      let half = halfSpread(sale.key.security, on: sale.proceeds)
      let fee = sale.proceeds.times(sale.lot.redemptionFee) ?? .zero
      costs.spread = costs.spread + half
      costs.redemption = costs.redemption + fee
      state.shares[sale.key, default: .zero] = state.shares[sale.key, default: .zero] - sale.shares
      state.cash[sale.key.account, default: .zero] =
        state.cash[sale.key.account, default: .zero] + sale.proceeds - half - fee
    }
    for key in Set(sales.map(\.key)) { sides[key.account, default: 0] += 1 }
    for purchase in purchases {
      guard let security = index.securities[purchase.security] else {
        violations.append("\(purchase.security) is not known.")
        continue
      }
      let amount = Money(purchase.shares, at: security.price) ?? .zero
      let half = halfSpread(purchase.security, on: amount)
      let key = PositionKey(account: purchase.account, security: purchase.security)
      costs.spread = costs.spread + half
      state.shares[key, default: .zero] = state.shares[key, default: .zero] + purchase.shares
      state.cash[key.account, default: .zero] = state.cash[key.account, default: .zero] - amount - half
    }
    for key in Set(purchases.map { PositionKey(account: $0.account, security: $0.security) }) {
      sides[key.account, default: 0] += 1
    }
    for (account, count) in sides {
      let commission = count * (index.accounts[account]?.commission ?? .zero)
      costs.commission = costs.commission + commission
      costs.tradeCount += count
      state.cash[account, default: .zero] = state.cash[account, default: .zero] - commission
    }
    return costs
  }

  private func halfSpread(_ security: SecurityID, on amount: Money) -> Money {
    let half = Rate(steps: (index.securities[security]?.spread.steps ?? 0) / 2)
    return amount.times(half) ?? .zero
  }
}
