import Allocation
import Measures
import Policy
import PortfolioModel

extension GoalState {
  var json: JSONValue {
    .object([
      "name": .string(goal.name), "year": .integer(goal.year), "yearsLeft": .integer(yearsLeft),
      "owners": .array(goal.owners.map { .string($0.rawValue) }),
      "accounts": .array(goal.accounts.map { .string($0.rawValue) }),
      "total": .number(allocation.total, places: 2),
      "classes": .array(allocation.targeted.map { AllocationReport.json(of: $0) }),
      "due": .bool(decision.isDue), "decision": .string(decision.description),
    ])
  }

  /// Whether the goal calls for action, and how to act on it.
  func sentence(_ style: TextStyle) -> String {
    let remedy = decision.isDue ? ". For this goal alone: hearth rebalance --goal \"\(goal.name)\"" : ""
    let sentence = style.paragraph("\(goal.name) (\(goal.year)): \(decision)\(remedy).") + "\n"
    return decision.isDue ? style.warning(sentence) : sentence
  }

  /// The goal's accounts by class, against its targets.
  func section(_ style: TextStyle) -> String {
    let left = yearsLeft == 1 ? "1 year left" : "\(yearsLeft) years left"
    return style.bold("\(goal.name), \(goal.year)") + "  \(Figures.dollars(allocation.total)), \(left)\n"
      + AllocationReport.classTable(allocation).rendered(style) + sentence(style)
  }
}
