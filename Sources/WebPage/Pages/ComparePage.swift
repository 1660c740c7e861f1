import Rebalancing
import Reports
import Workflows

/// Plans side by side, and what coming nearer to the targets costs.
struct ComparePage: Page {
  static let template = "compare"
  let title = "Alternatives"
  let section: Section? = .rebalance
  let refresh: Int?
  let query: String
  let isAsked: Bool
  let going: SearchView?
  let plans: TableView?
  let remarks: [String]
  let frontier: FrontierChart?
  let wasStopped: Bool
  let problems: DiagnosticList

  static func answer(_ visit: Visit) throws -> Answer {
    let asked = try RebalanceVisit(visit, visit.query)
    return .page(ComparePage(asked, asked.search(on: visit.desk.comparisons)))
  }

  init(_ asked: RebalanceVisit, _ search: Search<Comparison>?) {
    query = asked.query
    isAsked = search != nil
    var going: SearchView?
    var report: ComparisonReport?
    var problems = DiagnosticList([])
    switch search?.state {
    case nil: break
    case .going(let progress):
      going = SearchView(
        progress, after: search?.duration ?? .zero, endPath: "/rebalance/compare/end" + asked.query,
        endWords: "Stop, and show the plans so far")
    case .found(let comparison, let duration): report = ComparisonReport(comparison, duration: duration)
    case .failed(let error): problems = ProblemPage(error).problems
    }
    self.going = going
    self.problems = problems
    plans = report.map { TableView("Plans side by side, in dollars", $0.plans) }
    remarks = report?.plansRemarks ?? []
    frontier = report.map(FrontierChart.init)
    wasStopped = report?.comparison.wasStopped ?? false
    refresh = going == nil ? nil : 2
  }

  static func search(_ visit: Visit) throws -> Answer {
    let asked = try RebalanceVisit(visit, visit.query)
    let solver = visit.desk.solver
    visit.desk.comparisons.begin(try asked.question()) { observer in
      try asked.view.comparison(by: asked.choices, solver: solver, observer: observer)
    }
    return .redirect("/rebalance/compare" + asked.query)
  }

  static func end(_ visit: Visit) throws -> Answer {
    let asked = try RebalanceVisit(visit, visit.query)
    asked.search(on: visit.desk.comparisons)?.end()
    return .redirect("/rebalance/compare" + asked.query)
  }
}
