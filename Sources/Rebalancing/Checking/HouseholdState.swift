import Measures
import PortfolioModel

/// Shares and cash of every account at one moment.
struct HouseholdState {
  var shares: [PositionKey: Quantity] = [:]
  var cash: [AccountID: Money] = [:]

  init(before problem: RebalanceProblem, _ index: ProblemIndex) {
    for (key, lots) in index.lots { shares[key] = lots.reduce(.zero) { $0 + $1.shares } }
    for account in problem.accounts { cash[account.id] = account.cash }
  }

  /// The value of one position.
  func value(_ key: PositionKey, _ index: ProblemIndex) -> Money {
    guard let shares = shares[key], let security = index.securities[key.security] else { return .zero }
    return Money(shares, at: security.price) ?? .zero
  }

  /// What the allocation sees: every account's dollars times its value factor.
  func weightedValue(_ problem: RebalanceProblem, _ index: ProblemIndex) -> Money {
    problem.accounts.reduce(.zero) { sum, account in
      let held = shares.keys.filter { $0.account == account.id }.sorted()
        .reduce(cash[account.id] ?? .zero) { $0 + value($1, index) }
      return sum + (held.times(account.valueFactor) ?? .zero)
    }
  }

  /// Weighted value by asset class; what no class claims is left out.
  func exposures(_ problem: RebalanceProblem, _ index: ProblemIndex) -> [AssetClassID: Money] {
    var exposures: [AssetClassID: Money] = [:]
    for account in problem.accounts {
      let cash = (cash[account.id] ?? .zero).times(account.valueFactor) ?? .zero
      exposures[problem.cashClass, default: .zero] = exposures[problem.cashClass, default: .zero] + cash
    }
    for key in shares.keys.sorted() {
      guard let account = index.accounts[key.account], let security = index.securities[key.security] else { continue }
      let weighted = value(key, index).times(account.valueFactor) ?? .zero
      for (assetClass, weight) in security.classes {
        exposures[assetClass, default: .zero] =
          exposures[assetClass, default: .zero] + (weighted.times(weight) ?? .zero)
      }
    }
    return exposures
  }
}
