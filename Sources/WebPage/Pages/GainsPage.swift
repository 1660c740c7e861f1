import Diagnostics
import PortfolioModel
import Measures
import Rebalancing
import Reports
import Workflows

/// What a year has realised, line by line as Form 8949 asks for it, and which losses could be taken today.
struct GainsPage: Page {
  static let template = "gains"
  let title: String
  let section: Section? = .gains
  let boxNote = GainsReport.boxNote
  let summary: String
  let parts: [TableView]
  let harvest: TableView?
  let harvestSentences: [String]
  let years: [YearLink]
  let csvPath: String
  let problems: DiagnosticList

  struct YearLink: Sendable {
    let year: String
    let path: String
    let isCurrent: Bool
  }

  static func answer(_ visit: Visit) throws -> Answer {
    let view = try visit.view()
    let (year, report, found) = try gains(visit, view)
    let posed = view.problem()
    let harvest = posed.value.map { HarvestReport(view.losses(in: $0), diagnostics: []) }
    return .page(
      GainsPage(
        report, harvest, year: year, in: view.snapshot, asked: visit.query["as-of"] ?? "",
        problems: (harvest == nil ? posed.diagnostics : found).filter { $0.severity != .note }))
  }

  static func csv(_ visit: Visit) throws -> Answer {
    let (year, report, _) = try gains(visit, visit.view())
    return .download("gains-\(year).csv", type: "text/csv; charset=utf-8", report.csv)
  }

  private static func gains(
    _ visit: Visit, _ view: HouseholdView
  ) throws -> (year: Int, report: GainsReport, diagnostics: [Diagnostic]) {
    let day = view.snapshot.asOf
    let text = visit.query["year"] ?? ""
    guard let year = text.isEmpty ? day.year : Int(text), (1900...day.year).contains(year) else {
      throw Refusal(.badRequest, "“\(text)” is no year until now.", remedy: "Write it as \(day.year).")
    }
    let reading = try visit.household.gains(of: year, asOf: day)
    return (
      year, GainsReport(try reading.get(), asOf: day, diagnostics: reading.diagnostics), reading.diagnostics
    )
  }

  init(
    _ report: GainsReport, _ harvest: HarvestReport?, year: Int, in snapshot: HouseholdSnapshot, asked: String,
    problems: [Diagnostic]
  ) {
    let day = snapshot.asOf
    let names = Dictionary(
      snapshot.household.accounts.map { ($0.id.rawValue, $0.name) }, uniquingKeysWith: { first, _ in first })
    title = "Gains and taxes of \(year)"
    summary = report.summary
    parts = report.parts.map { TableView($0.title, $0.table, names: names) }
    self.harvest = harvest?.table.map {
      TableView("Losses that could be taken on \(day), in dollars", $0, names: names)
    }
    harvestSentences = harvest?.sentences ?? []
    let suffix = asked.isEmpty ? "" : "&as-of=\(PercentEncoding.encoded(asked))"
    years = (0..<4).map { day.year - $0 }.map {
      YearLink(year: "\($0)", path: "/gains?year=\($0)\(suffix)", isCurrent: $0 == year)
    }
    csvPath = "/gains/lines.csv?year=\(year)\(suffix)"
    self.problems = DiagnosticList(problems)
  }
}
