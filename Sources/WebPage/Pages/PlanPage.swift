import Diagnostics
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
  let problems: DiagnosticList

  init(_ outcome: ImportOutcome, path: String) {
    self.path = path
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
    return .page(PlanPage(try outcome(visit, key, isDryRun: true), path: "/import/plan/\(key)"))
  }

  /// Yes or no to the plan.
  static func decide(_ visit: Visit) throws -> Answer {
    let key = try visit.parameter("key")
    guard visit.submission.fields["answer"] == "accept" else {
      visit.desk.shelf.forget(key)
      return .redirect("/import")
    }
    let outcome = try outcome(visit, key, isDryRun: false)
    guard let receipt = outcome.receipt else { throw DiagnosticsError(outcome.diagnostics) }
    visit.desk.shelf.forget(key)
    return .redirect("/import?imported=\(receipt.number ?? 0)")
  }

  private static func outcome(_ visit: Visit, _ key: String, isDryRun: Bool) throws -> ImportOutcome {
    guard let submission = visit.desk.shelf.submission(key) else {
      throw Refusal(.notFound, "These statements are no longer here.", remedy: "Choose them once more under Import.")
    }
    let names = Dictionary(submission.files.map { ($0.path, $0.name) }, uniquingKeysWith: { first, _ in first })
    return try visit.household.importStatements(
      submission.files.map(\.path), named: names, at: visit.desk.moment(), isDryRun: isDryRun)
  }
}
