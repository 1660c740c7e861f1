import Diagnostics
import Measures
import MixedInteger
import Rebalancing
import Workflows

/// What all visits work with.
struct Desk: Sendable {
  let household: HouseholdFolder
  let solver: any Solver
  let today: @Sendable () -> Day
  let moment: @Sendable () -> String
  let shelf = UploadShelf()
  let views = ViewCache()
  let proposals = SearchShelf<Proposal>()
  let comparisons = SearchShelf<Comparison>()
}

/// One request as a route sees it: the household, the day, and what the browser sent along.
struct Visit: Sendable {
  let desk: Desk
  /// What stands in place of the `{name}` parts of the path.
  let parameters: [String: String]
  let query: FormFields
  let submission: Submission

  var household: HouseholdFolder { desk.household }
  var today: Day { desk.today() }

  /// A part of the path by its name.
  func parameter(_ name: String) throws(Refusal) -> String {
    guard let value = parameters[name] else { throw Refusal(.notFound, "There is no such page.") }
    return value
  }

  /// The household on the day that the address asks for (`?as-of=2026-11-20`), else today.
  func view() throws -> HouseholdView { try view(asOf: query["as-of"]) }

  func view(asOf text: String?) throws -> HouseholdView {
    guard let text, !text.isEmpty else { return try desk.views.view(of: household, asOf: today) }
    guard let day = Day(text) else { throw Refusal(.badRequest, "“\(text)” is no day; write it as 2026-11-20.") }
    return try desk.views.view(of: household, asOf: day)
  }
}
