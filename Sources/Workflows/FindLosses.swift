import HouseholdFile
import PortfolioModel
public import Rebalancing

extension HouseholdView {
  /// Losses that could be taken, with what may be held in their place: on menus, and among the funds that Hearth knows.
  public func losses(in problem: RebalanceProblem) -> LossHarvest {
    let own = snapshot.household.securities
    let names = Set(own.map(\.id))
    let others = KnownFunds.tickers.map { SecurityID($0) }.filter { !names.contains($0) }
      .map { document.completing(Security(id: $0, name: $0.rawValue, kind: .etf)) }
    return LossHarvest(of: problem, known: own + others)
  }
}
