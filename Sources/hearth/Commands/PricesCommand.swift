import ArgumentParser
import Diagnostics
import Reports
import Statements
import Workflows

struct PricesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prices", abstract: "Prices and currency rates that no statement states.",
    subcommands: [ImportPricesCommand.self])
}

struct ImportPricesCommand: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring prices of a CSV file into the ledger; “hearth undo” takes them back.",
    discussion: """
      Columns date, symbol and price under any of their usual names, or a date and one column for each symbol, or a \
      history of one security with --symbol. A pair such as EUR/USD is a rate: the dollars of one euro.
      """)

  @OptionGroup var household: HouseholdOptions
  @OptionGroup var output: OutputOptions
  @Flag(name: .long, help: "Show what would happen, and write nothing.") var dryRun = false
  @Option(name: .long, help: "The security, where the file does not name it.") var symbol: String?
  @Argument(help: "A CSV file.", completion: .file()) var file: String

  func perform(on console: Console) throws -> Outcome {
    let outcome = try household.folder.importPrices(file, symbol: symbol, at: currentMoment, isDryRun: dryRun)
    guard var receipt = outcome.receipt else { return Outcome(of: outcome.diagnostics) }
    receipt.plan.diagnostics += outcome.diagnostics
    if output.json {
      try console.print(receipt.json(isDryRun: dryRun))
    } else {
      try console.print(receipt.summary(isDryRun: dryRun, listingAll: false, console.style))
      console.report(outcome.diagnostics.filter { $0.severity != .note })
    }
    return .done
  }
}
