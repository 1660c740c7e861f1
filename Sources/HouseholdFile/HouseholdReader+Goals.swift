import Allocation
import Measures
import Policy
import PortfolioModel

extension HouseholdReader {
  /// `goals: [{name: College, year: 2034, owner: maya, accounts: [plan529], targets: {stock: 40%, bond: 60%}}]`.
  mutating func goals(_ element: Element?, band: Band) -> [Goal] {
    guard let element else { return [] }
    var goals: [Goal] = []
    for item in reader.items(of: element) {
      guard let goal = goal(item, band: band) else { continue }
      for account in goal.accounts {
        guard let other = goals.first(where: { $0.accounts.contains(account) }) else { continue }
        reader.report(
          "household-duplicate", "the account “\(account)” is for “\(other.name)” and for “\(goal.name)”", item,
          remedy: "Keep it at one of them.")
      }
      if goals.contains(where: { $0.name == goal.name }) {
        reader.report(
          "household-duplicate", "two goals are called “\(goal.name)”", item, remedy: "Give each its own name.")
      }
      goals.append(goal)
    }
    return goals
  }

  private mutating func goal(_ item: Element, band: Band) -> Goal? {
    let fields = reader.fields(of: item, known: ["name", "year", "owner", "owners", "accounts", "targets"])
    for key in ["name", "year"] where fields[key] == nil {
      reader.missing(key, in: fields, remedy: "A goal has a name and the year in which the money is needed.")
    }
    if fields["targets"] != nil, fields["accounts"] == nil {
      reader.missing("accounts", in: fields, remedy: "Say which accounts are for this goal: accounts: [a, b].")
    }
    let members = members.map(\.id.rawValue)
    let owner = reference(fields["owner"], to: "member", among: members)
    let owners = references(fields["owners"], to: "member", among: members)
    let accounts = references(fields["accounts"], to: "account", among: accounts.map(\.id.rawValue))
    let targets = fields["targets"].map { datedTargets($0, band: band, isDated: false).targets } ?? []
    guard let name = reader.text(fields["name"]), let year = reader.wholeNumber(fields["year"], in: 1950...2150)
    else { return nil }
    return Goal(
      name: name, year: year, owners: ((owner.map { [$0] } ?? []) + owners).map { MemberID($0) },
      accounts: accounts.map { AccountID($0) }, targets: targets)
  }

  private mutating func references(_ element: Element?, to what: String, among known: [String]) -> [String] {
    guard let element else { return [] }
    return reader.items(of: element).compactMap { reference($0, to: what, among: known) }
  }

  /// Where the household's targets are the sum of its goals', none may lie above another's.
  mutating func reportNesting(of goals: [Goal], _ element: Element?) {
    guard let element else { return }
    let classes = Set(goals.flatMap(\.targets).map(\.assetClass)).sorted()
    for id in classes {
      guard let above = tree.lineage(of: id).dropFirst().first(where: classes.contains) else { continue }
      reader.report(
        "household-nested-target", "one goal has a target for “\(id)”, another for “\(above)”, which contains it",
        element, remedy: "Give all goals targets for the same classes, or the household “targets” of its own.")
    }
  }
}
