import Allocation
import Diagnostics
import HouseholdFile
import Measures
import Policy
import PortfolioModel
import Reports
import Statements
import Workflows

/// The household at a glance: what it has, whether anything is to be done and why, and what to know before trusting the figures.
struct OverviewPage: Page {
  static let template = "overview"
  let title: String
  let section: Section? = .overview

  /// What was just done, in words.
  let notice: String?
  let day: String
  let total: String
  let currency: String
  /// Before tax, or after the taxes to come.
  let counted: String
  let verdict: Verdict
  let classes: [ClassRow]
  let hasTargets: Bool
  let shares: [ShareTable]
  let attention: Attention
  let problems: DiagnosticList

  struct ClassRow: Sendable {
    let name: String
    /// How many classes stand above it, as the style sheet knows it.
    let level: String
    let value: String
    let weight: String
    let target: String?
    let drift: String?
    let band: String?
    let status: String?
    let isOut: Bool
    let bar: Bar
  }

  /// - Parameter check: absent where the household has no targets.
  init(_ view: HouseholdView, check: HouseholdCheck?, notice: String? = nil) {
    self.notice = notice
    let allocation = view.allocation()
    let report = AllocationReport(
      allocation, decision: check?.decision, currency: view.snapshot.household.baseCurrency,
      diagnostics: view.problems)
    title = view.snapshot.household.name
    day = "\(allocation.asOf)"
    total = Figures.dollars(allocation.total)
    currency = report.currency
    counted = report.viewWords
    verdict = Verdict(check)
    classes = allocation.classes.map(ClassRow.init) + (ClassRow(unclassifiedOf: allocation).map { [$0] } ?? [])
    hasTargets = check != nil
    shares = ShareTable.all(of: allocation)
    attention = Attention(report.notices, view.snapshot)
    problems = DiagnosticList(view.problems.filter { $0.code != "household-absent" })
  }

  /// The overview, or the way to a first one.
  static func answer(_ visit: Visit) throws -> Answer {
    guard visit.household.hasLedger, try visit.household.imports().contains(where: \.stands) else {
      return .page(WelcomePage(visit.household))
    }
    let view = try visit.view()
    let hasTargets = !view.document.policy.targets.isEmpty
    let check = hasTargets ? try view.check(on: SeriesShelf(visit.household.series())) : nil
    let isConfirmed = visit.query["confirmed"] != nil
    return .page(
      OverviewPage(
        view, check: check, notice: isConfirmed ? "The targets are confirmed; the journal has it." : nil))
  }

  /// Somebody has looked at the targets and leaves them as they are.
  static func confirmTargets(_ visit: Visit) throws -> Answer {
    _ = try visit.household.keep(.reviewed, note: nil, on: visit.today, at: visit.desk.moment())
    return .redirect("/?confirmed=yes")
  }
}

extension OverviewPage.ClassRow {
  init(_ share: ClassShare) {
    name = share.name
    level = "level-\(min(share.depth, 3))"
    value = Figures.dollars(share.value)
    weight = Figures.percent(share.weight)
    target = share.target.map { Figures.percent($0) }
    drift = share.drift.map { Figures.points($0) }
    band = share.band.map { Figures.band($0) }
    status = share.isInBand.map { $0 ? "in band" : "out of band" }
    isOut = share.isInBand == false
    bar = Bar(share.weight, target: share.target, band: share.band, isOut: isOut)
  }

  init?(unclassifiedOf allocation: AssetAllocation) {
    guard !allocation.unclassifiedValue.isZero else { return nil }
    let share = allocation.unclassifiedValue.fraction(of: allocation.total)
    name = "Unclassified"
    level = "level-0"
    value = Figures.dollars(allocation.unclassifiedValue)
    weight = Figures.percent(share)
    (target, drift, band, status, isOut) = (nil, nil, nil, nil, false)
    bar = Bar(share)
  }
}
