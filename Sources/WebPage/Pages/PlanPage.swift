import Diagnostics
import HouseholdFile
import Measures
import Statements
import Workflows

/// What statements would bring, before they are in the ledger: nothing is written until somebody says yes.
struct PlanPage: Page {
  static let template = "plan"
  let title = "Import these statements?"
  let section: Section? = .imports
  /// Where the answer goes.
  let path: String
  let plan: PlanView
  let canBeAccepted: Bool
  /// Absent where every account is described.
  let describing: DescribeForm?
  let problems: DiagnosticList

  init(_ outcome: ImportOutcome, describing: DescribeForm?, path: String) {
    self.path = path
    self.describing = describing
    plan = PlanView(outcome.receipt?.plan ?? ImportPlan())
    let diagnostics = outcome.diagnostics + (outcome.receipt?.plan.diagnostics ?? [])
    problems = DiagnosticList(diagnostics.filter { $0.severity != .note })
    canBeAccepted = outcome.receipt != nil && !diagnostics.contains { $0.severity == .error }
  }

  /// Takes the files that were sent, and leads to their plan.
  static func receive(_ visit: Visit) throws -> Answer {
    guard !visit.submission.files.isEmpty else {
      throw Refusal(
        .badRequest, "No file was chosen.", remedy: "Go back and choose the statements that you downloaded.")
    }
    return .redirect("/import/plan/" + visit.desk.shelf.keep(visit.submission))
  }

  static func answer(_ visit: Visit) throws -> Answer {
    let key = try visit.parameter("key")
    let outcome = try outcome(visit, key, isDryRun: true)
    return .page(PlanPage(outcome, describing: try describing(visit, key, outcome), path: "/import/plan/\(key)"))
  }

  private static func describing(_ visit: Visit, _ key: String, _ outcome: ImportOutcome) throws -> DescribeForm? {
    let isFirst = !visit.household.hasHouseholdFile
    guard let plan = outcome.receipt?.plan, isFirst || !plan.unmappedAccounts.isEmpty else { return nil }
    let statements = try visit.household.statementsToDescribe(try submission(visit, key).files.map(\.path))
    return DescribeForm(try statements.get(), isFirst: isFirst, year: visit.today.year)
  }

  /// Yes or no to the plan.
  static func decide(_ visit: Visit) throws -> Answer {
    let key = try visit.parameter("key")
    guard visit.submission.fields["answer"] == "accept" else {
      visit.desk.shelf.forget(key)
      return .redirect("/import")
    }
    if visit.submission.fields["describe"] != nil {
      let files = try submission(visit, key).files.map(\.path)
      let statements = try visit.household.statementsToDescribe(files).get()
      let answers = DescribeForm.answers(in: visit.submission.fields, statements, year: visit.today.year)
      _ = try visit.household.initialise(from: statements, answers: answers)
    }
    let outcome = try outcome(visit, key, isDryRun: false)
    guard let receipt = outcome.receipt else { throw DiagnosticsError(outcome.diagnostics) }
    visit.desk.shelf.forget(key)
    return .redirect("/import?imported=\(receipt.number ?? 0)")
  }

  private static func outcome(_ visit: Visit, _ key: String, isDryRun: Bool) throws -> ImportOutcome {
    let submission = try submission(visit, key)
    let names = Dictionary(submission.files.map { ($0.path, $0.name) }, uniquingKeysWith: { first, _ in first })
    return try visit.household.importStatements(
      submission.files.map(\.path), named: names, at: visit.desk.moment(), isDryRun: isDryRun)
  }

  private static func submission(_ visit: Visit, _ key: String) throws(Refusal) -> Submission {
    guard let submission = visit.desk.shelf.submission(key) else {
      throw Refusal(.notFound, "These statements are no longer here.", remedy: "Choose them once more under Import.")
    }
    return submission
  }
}
