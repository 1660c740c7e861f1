import Allocation
import Diagnostics
import HouseholdFile
import Measures
public import Policy
import PortfolioModel

extension HouseholdView {
  /// Each goal that has targets of its own, its accounts as they will be after the resets of plans.
  public func goalStates(isAfterTax: Bool = false) -> [GoalState] {
    let later = afterResets()
    return document.policy.goals.filter { !$0.targets.isEmpty }.map { goal in
      let allocation = later.limited(to: goal).allocation(isAfterTax: isAfterTax)
      return GoalState(goal: goal, allocation: allocation, decision: limited(to: goal).decided(on: allocation))
    }
  }

  /// The goal of that name.
  ///
  /// - Throws: `DiagnosticsError` where there is none, or where it has no targets.
  public func goal(named name: String) throws -> Goal {
    let goals = document.policy.goals.filter { !$0.targets.isEmpty }
    if let goal = goals.first(where: { $0.name == name }) { return goal }
    let names = goals.map(\.name)
    let nearest = nearestName(to: name, among: names).map { "Did you mean “\($0)”? " } ?? ""
    throw DiagnosticsError(
      Diagnostic(
        .error, code: "household-no-such-goal", "no goal “\(name)” has targets of its own", element: "goals",
        remedy: nearest + "Give it “accounts” and “targets” under “goals” in household.yaml."))
  }

  /// The goal's accounts alone, held to the goal's targets.
  func limited(to goal: Goal) -> HouseholdView {
    var (document, part) = (document, snapshot)
    document.policy.targets = goal.targets
    part.holdings.removeAll { !goal.accounts.contains($0.account) }
    part.cash.removeAll { !goal.accounts.contains($0.account) }
    part.household.accounts.removeAll { !goal.accounts.contains($0.id) }
    return HouseholdView(document: document, snapshot: part, journal: journal, diagnostics: diagnostics)
  }
}

extension HouseholdDocument {
  /// The same document with the targets that its goals sum to, where it states none and everything of value belongs to a goal.
  func aimingAtGoals(_ snapshot: HouseholdSnapshot) -> HouseholdDocument {
    guard policy.targets.isEmpty else { return self }
    var values: [AccountID: Money] = [:]
    for holding in snapshot.holdings { values[holding.account, default: .zero] += holding.value }
    for cash in snapshot.cash { values[cash.account, default: .zero] += cash.amount }
    var document = self
    document.policy.targets = policy.targetsOfGoals(values) ?? []
    return document
  }
}
