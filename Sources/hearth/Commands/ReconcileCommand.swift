import ArgumentParser
import Diagnostics
import Measures
import Reports
import Workflows

struct ReconcileCommand: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconcile",
    abstract: "Hold what statements say against their transactions, and list every difference.",
    discussion: """
      Units from one statement to the next, cash balances, values, and the broker's wash sales. Each difference has both \
      numbers, the line that states it, and what would mend it.
      """)

  @OptionGroup var options: ViewOptions

  func perform(on console: Console) throws -> Outcome {
    let day = options.asOf ?? .today
    let reading = try options.household.folder.reconciliation(asOf: day)
    let problems = reading.diagnostics.filter { $0.severity != .note }
    try console.show(
      ReconciliationReport(try reading.get(), asOf: day, diagnostics: problems), options.output, diagnostics: problems)
    return .done
  }
}
