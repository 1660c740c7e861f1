import Diagnostics
import Policy
import PortfolioModel
import Rebalancing
import Reports
import Workflows

/// Which trades bring the household to its targets: what is asked, how far the search is, and what it found.
struct RebalancePage: Page {
  static let template = "rebalance"
  let title = "Rebalance"
  let section: Section? = .rebalance
  let refresh: Int?
  /// What was just done, in words.
  let notice: String?
  let form: ChoicesForm
  /// The choices as an address says them, with what comes before them: `?tax=0.00`.
  let query: String
  let isAsked: Bool
  let canSearch: Bool
  let going: SearchView?
  let proposal: ProposalView?
  let problems: DiagnosticList

  static func answer(_ visit: Visit) throws -> Answer {
    let asked = try RebalanceVisit(visit, visit.query)
    return .page(RebalancePage(asked, asked.search(on: visit.desk.proposals), notice: notice(visit.query)))
  }

  init(_ asked: RebalanceVisit, _ search: Search<Proposal>?, notice: String?) {
    self.notice = notice
    form = ChoicesForm(asked.choices, for: asked.view, day: asked.day)
    query = asked.query
    isAsked = search != nil
    var errors: [Diagnostic] = []
    var (going, proposal): (SearchView?, ProposalView?)
    var failure: DiagnosticList?
    switch search?.state {
    case nil: errors = asked.posed.diagnostics.filter { $0.severity == .error }
    case .going(let progress):
      going = SearchView(
        progress, after: search?.duration ?? .zero, endPath: "/rebalance/end" + asked.query,
        endWords: "Stop, and take the best so far")
    case .found(let found, let duration):
      proposal = ProposalView(ProposalReport(found, duration: duration), in: asked.view.snapshot)
    case .failed(let error): failure = ProblemPage(error).problems
    }
    self.going = going
    self.proposal = proposal
    refresh = going == nil ? nil : 2
    problems = failure ?? DiagnosticList(errors)
    canSearch = asked.posed.value != nil
  }

  private static func notice(_ query: FormFields) -> String? {
    query["accepted"].flatMap { Int($0) }.map { number in
      number == 0
        ? "The journal has this already; nothing was changed."
        : "The journal keeps that these trades are placed. Import \(number) takes it back."
    }
  }

  /// Begins the search for what the form asks.
  static func search(_ visit: Visit) throws -> Answer {
    let asked = try RebalanceVisit(visit, visit.submission.fields)
    let solver = visit.desk.solver
    visit.desk.proposals.begin(try asked.question()) { observer in
      try asked.view.proposal(by: asked.choices, solver: solver, observer: observer)
    }
    return .redirect("/rebalance" + asked.query)
  }

  /// Ends the search with the best plan so far.
  static func end(_ visit: Visit) throws -> Answer {
    let asked = try RebalanceVisit(visit, visit.query)
    asked.search(on: visit.desk.proposals)?.end()
    return .redirect("/rebalance" + asked.query)
  }

  /// Somebody places the trades: the journal keeps it.
  static func accept(_ visit: Visit) throws -> Answer {
    let asked = try RebalanceVisit(visit, visit.query)
    let proposal = try asked.report(visit).proposal
    let reason = asked.view.decision().map { "\($0)" } ?? ""
    let note = visit.submission.fields["note"].flatMap { $0.isEmpty ? nil : $0 }
    let (_, number) = try visit.household.accept(
      proposal, because: reason, note: note, on: visit.today, at: visit.desk.moment())
    return .redirect("/rebalance" + asked.query(adding: [("accepted", "\(number ?? 0)")]))
  }

  static func csv(_ visit: Visit) throws -> Answer {
    let asked = try RebalanceVisit(visit, visit.query)
    let report = try asked.report(visit)
    return .download("rebalance-\(asked.view.snapshot.asOf).csv", type: "text/csv; charset=utf-8", report.csv)
  }

  static func json(_ visit: Visit) throws -> Answer {
    let asked = try RebalanceVisit(visit, visit.query)
    let report = try asked.report(visit)
    return .download("rebalance-\(asked.view.snapshot.asOf).json", type: "application/json", report.json.document)
  }
}
