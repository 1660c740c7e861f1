import Measures
import MixedInteger

/// No issuer weighs more than its cap after the trades: `V_i − Σs + Σy ≤ cap V`, in the allocation's weighted dollars.
///
/// Concentrated stock; `V` is the household's value before trading. What lies above its cap already must come down.
struct IssuerCaps: PlacementTerm {
  func add(to model: inout PlacementModel) {
    let space = model.space
    for (issuer, cap) in space.problem.issuerCaps {
      let isMember = space.problem.securities.map { $0.issuer == issuer }
      var change = LinearExpression()
      for sale in model.sales where isMember[model.holding(sale).security] {
        change.add(-space.accounts[model.holding(sale).account].valueFactor, sale.total)
      }
      for buy in model.buys where isMember[model.purchase(buy).security] {
        change.add(space.accounts[model.purchase(buy).account].valueFactor, buy.amount)
      }
      let excess = space.value(of: isMember) - cap.approximate * space.totalValue
      guard !change.terms.isEmpty || excess > 0 else { continue }
      let missing = model.shortfall(excess, of: .weight(issuer: issuer))
      model.program.constrain(change - missing, to: -excess, "weight.\(issuer)")
    }
  }
}

extension TradeSpace {
  /// Weighted value before trading of the securities that are marked, by their index.
  fileprivate func value(of isMember: [Bool]) -> Double {
    let members = Set(securities.indices.filter { isMember[$0] }.map { securities[$0].id })
    let prices = Dictionary(securities.map { ($0.id, $0.price) }, uniquingKeysWith: { first, _ in first })
    let factors = Dictionary(accounts.map { ($0.id, $0.valueFactor) }, uniquingKeysWith: { first, _ in first })
    return problem.lots.filter { members.contains($0.security) }.reduce(0) { sum, lot in
      sum + lot.shares.approximate * (prices[lot.security] ?? 0) * (factors[lot.account] ?? 0)
    }
  }
}
