public import Measures
import Policy
public import PortfolioModel

extension RebalanceProblem {
  /// The question of one goal: its accounts alone are traded and count in the allocation.
  public func limited(to goal: [AccountID]) -> RebalanceProblem {
    var limited = self
    for index in accounts.indices where !goal.contains(accounts[index].id) {
      limited.accounts[index].canTrade = false
      limited.accounts[index].valueFactor = .zero
    }
    return limited
  }

  /// The question where new money goes: it has come into these accounts, and nothing else is touched.
  ///
  /// - Parameters:
  ///   - maySell: whether everything may be traded all the same.
  ///   - isElection: whether it comes again and again, so that a purchase is an entry of a form and no trade of its own.
  public func placing(_ money: [AccountID: Money], maySell: Bool, isElection: Bool) -> RebalanceProblem {
    var placed = self
    for index in accounts.indices {
      guard let new = money[accounts[index].id] else {
        if !maySell { placed.accounts[index].canTrade = false }
        continue
      }
      let before = accounts[index].cash
      placed.accounts[index].cash = before + new
      guard !maySell else { continue }
      // What was there stays: a rule of the household said that it should.
      placed.accounts[index].cashReserve = max(accounts[index].cashReserve, before)
      placed.accounts[index].neverSell = securities.map(\.id)
    }
    placed.settings.minimumTrade = min(settings.minimumTrade, Money(1))
    if isElection { placed.settings.nuisance = .zero }
    return placed
  }
}
