import Measures
import Policy
import PortfolioModel

/// Which loss sales and which purchases the wash-sale rule touches, over all accounts of the household.
///
/// IRC 1091(a): a loss is disallowed where substantially identical securities are acquired within 30 days before or after.
/// The spouse's accounts and IRAs count (Pub. 550; Rev. Rul. 2008-5); the shares sold do not count themselves (Rev. Rul. 56-602).
struct WashSaleCheck {
  private let problem: RebalanceProblem
  private let index: ProblemIndex
  /// Lots of a group acquired in the window before, by group; each purchase counts once.
  private var recentLots: [String: Set<LotID>] = [:]
  /// Groups bought in the window where the lot is not listed, or that will be bought by themselves.
  private var otherAcquisitions: Set<String> = []
  /// Groups that were sold at a loss in a taxable account in the window before.
  private(set) var soldAtLoss: [String: Day] = [:]

  init(_ problem: RebalanceProblem, _ index: ProblemIndex) {
    self.problem = problem
    self.index = index
    let window = 0...problem.settings.washDays
    let known = Set(problem.lots.map(\.id))
    for lot in problem.lots where window.contains(problem.asOf - lot.acquired) {
      recentLots[group(lot.security), default: []].insert(lot.id)
    }
    for trade in problem.recentTransactions where window.contains(problem.asOf - trade.day) {
      switch trade.action {
      case .buy:
        if let lot = trade.lot, known.contains(lot) {
          recentLots[group(trade.security), default: []].insert(lot)
        } else {
          otherAcquisitions.insert(group(trade.security))
        }
      case .sell:
        guard let gain = trade.gain, gain.isNegative, index.accounts[trade.account]?.treatment == .taxable else {
          continue
        }
        let earlier = soldAtLoss[group(trade.security)]
        soldAtLoss[group(trade.security)] = earlier.map { max($0, trade.day) } ?? trade.day
      }
    }
    for buy in problem.scheduledBuys where window.contains(buy.day - problem.asOf) {
      otherAcquisitions.insert(group(buy.security))
    }
  }

  func group(_ security: SecurityID) -> String { index.securities[security]?.group ?? security.rawValue }

  /// Rule (a): something else of the group was acquired in the window before, or will be in the window after.
  func isTouchedOutsideProposal(_ lot: RebalanceProblem.Lot) -> Bool {
    let group = group(lot.security)
    if otherAcquisitions.contains(group) { return true }
    return !(recentLots[group] ?? []).subtracting([lot.id]).isEmpty
  }
}
