import Diagnostics
import PortfolioModel
import Rebalancing
import Reports
import Workflows

/// A visit that is about one question: the household as it is, the day, and what is asked of the proposal.
struct RebalanceVisit: Sendable {
  let choices: RebalanceChoices
  let view: HouseholdView
  let posed: Reading<RebalanceProblem>
  /// As the address asks for it; absent for today.
  let day: String?

  init(_ visit: Visit, _ fields: FormFields) throws {
    choices = try RebalanceChoices(fields)
    day = fields["as-of"].flatMap { $0.isEmpty ? nil : $0 }
    view = try visit.view(asOf: day)
    posed = view.problem(by: choices)
  }

  /// - Throws: `DiagnosticsError` where it cannot be put.
  func question() throws -> SearchQuestion {
    SearchQuestion(problem: try posed.get(), diagnostics: posed.diagnostics)
  }

  /// The search for its answer, where there is one.
  func search<Found>(on shelf: SearchShelf<Found>) -> Search<Found>? { (try? question()).flatMap(shelf.search) }

  var query: String { query(adding: []) }

  func query(adding others: [(String, String)]) -> String {
    let fields = (day.map { [("as-of", $0)] } ?? []) + choices.fields + others
    guard !fields.isEmpty else { return "" }
    return "?" + fields.map { "\($0)=\(PercentEncoding.encoded($1))" }.joined(separator: "&")
  }

  /// What the search has found.
  func report(_ visit: Visit) throws -> ProposalReport {
    guard case .found(let proposal, let duration) = search(on: visit.desk.proposals)?.state else {
      throw Refusal(
        .notFound, "There is no proposal for these choices.",
        remedy: "Go back to Rebalance and search for it; it is kept until statements or household.yaml change.")
    }
    return ProposalReport(proposal, duration: duration)
  }
}
