import Diagnostics
import HouseholdFile
import Ledger
public import Measures
public import Policy
import PortfolioModel
public import Rebalancing

/// Whether a household is to act, and why: what a timer asks.
public struct HouseholdCheck: Sendable {
  public enum Verdict: String, Sendable, Hashable {
    case notDue = "not-due"
    case due
    /// Something has happened since the targets were confirmed; nothing is planned until somebody confirms them.
    case paused
  }

  public let asOf: Day
  public let decision: RebalanceDecision
  public let doubts: [TargetDoubt]
  /// What plans do by themselves, which is no act of the household's.
  public let resets: [AutomaticReset]

  /// Each goal with targets of its own; one that is due makes the household due, and the plan is then that goal's.
  public let goals: [GoalState]

  public var verdict: Verdict { doubts.isEmpty ? decision.isDue || dueGoal != nil ? .due : .notDue : .paused }

  /// The goal that the plan is for; `nil` where it is the household's.
  public var dueGoal: Goal? { decision.isDue ? nil : goals.first { $0.decision.isDue }?.goal }
}

extension HouseholdView {
  /// Whether the household's rule calls for action, and whether its targets may still be trusted.
  ///
  /// - Parameter shelf: what the signals rest on; one that has turned since the last review is a doubt.
  /// - Throws: `DiagnosticsError` where it has no targets.
  public func check(on shelf: SeriesShelf = SeriesShelf([])) throws -> HouseholdCheck {
    guard let decision = decision() else {
      throw DiagnosticsError(
        Diagnostic(
          .error, code: "rebalance-no-targets", "the household has no targets", element: "targets",
          remedy: "Add weights that sum to 100 % under “targets” in household.yaml."))
    }
    let day = snapshot.asOf
    let confirmed = journal.lastConfirmation(until: day)
    let doubts = document.policy.doubts(asOf: day, members: document.household.members, confirmed: confirmed)
    let turned = document.policy.lastReview(asOf: day, confirmed: confirmed).map { shelf.turns(since: $0, asOf: day) }
    return HouseholdCheck(
      asOf: day, decision: decision, doubts: doubts + (turned ?? []).map { .regime($0) }, resets: resets,
      goals: goalStates())
  }
}

extension HouseholdFolder {
  /// Sales of a plan that come after a fall: of securities a tenth or more below their highest price of twelve months.
  public func salesAfterFall(in proposal: Proposal, of view: HouseholdView) throws -> [SaleAfterFall] {
    let sold = Set(proposal.trades.sales.map(\.security))
    guard !sold.isEmpty else { return [] }
    let day = view.snapshot.asOf
    let highest = try ledger(.reading).highestPrices(
      from: day.adding(months: -12), through: day, household: view.document.household)
    return proposal.problem.securities.filter { sold.contains($0.id) }.sorted { $0.id < $1.id }.compactMap { security in
      highest[security.id].flatMap { SaleAfterFall(of: security.id, at: security.price, highest: $0) }
    }
  }
}
