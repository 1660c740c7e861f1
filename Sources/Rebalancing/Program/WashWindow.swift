import Measures
import Policy
import PortfolioModel

/// What the household has bought, will buy and has sold at a loss around the day of the proposal, by group.
///
/// Written apart from the checker's `WashSaleCheck`, so that each tests the other.
struct WashWindow {
  /// The lot of every acquisition in the window; `nil` where it is not among the lots held.
  private var acquisitions: [String: [LotID?]] = [:]
  private var groupsSoldAtLoss = Set<String>()

  init(_ problem: RebalanceProblem) {
    let days = problem.settings.washDays
    let groups = Dictionary(problem.securities.map { ($0.id, $0.group) }, uniquingKeysWith: { first, _ in first })
    let taxable = Set(problem.accounts.filter { $0.treatment == .taxable }.map(\.id))
    let lots = Set(problem.lots.map(\.id))
    let wasRecent = { (day: Day) in day <= problem.asOf && day.adding(days: days) >= problem.asOf }
    let group = { (security: SecurityID) in groups[security] ?? security.rawValue }
    for lot in problem.lots where wasRecent(lot.acquired) {
      acquisitions[group(lot.security), default: []].append(lot.id)
    }
    for trade in problem.recentTransactions where wasRecent(trade.day) {
      if trade.action == .buy {
        acquisitions[group(trade.security), default: []].append(trade.lot.flatMap { lots.contains($0) ? $0 : nil })
      } else if trade.gain?.isNegative ?? false, taxable.contains(trade.account) {
        groupsSoldAtLoss.insert(group(trade.security))
      }
    }
    for buy in problem.scheduledBuys where buy.day >= problem.asOf && buy.day <= problem.asOf.adding(days: days) {
      acquisitions[group(buy.security), default: []].append(nil)
    }
  }

  /// Whether something else of the group is acquired in the window: then the lot's loss does not count.
  func touches(_ lot: RebalanceProblem.Lot, of group: String) -> Bool {
    acquisitions[group]?.contains { $0 != lot.id } ?? false
  }

  /// Whether buying the group would undo an earlier loss.
  func bans(_ group: String) -> Bool { groupsSoldAtLoss.contains(group) }
}
