import ArgumentParser
import Diagnostics
import Measures
import Reports
import Statements
import Workflows

struct SeriesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "series", abstract: "Series of prices and of the economy, for signals and backtests.",
    subcommands: [ListSeriesCommand.self, ImportSeriesCommand.self], defaultSubcommand: ListSeriesCommand.self)
}

struct ListSeriesCommand: HearthCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List what was imported.")

  @OptionGroup var household: HouseholdOptions
  @OptionGroup var output: OutputOptions

  func perform(on console: Console) throws -> Outcome {
    try console.show(SeriesReport(try household.folder.series()), output, diagnostics: [])
    return .done
  }
}

struct ImportSeriesCommand: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring series of CSV files into the ledger; “hearth undo” takes them back.",
    discussion: """
      Files as FRED, Shiller, Stooq, Yahoo and the Thrift Savings Plan give them: a column of days, and a column for each \
      series. A file with one series that does not name it takes --name, else the file's own name. Numbers that are \
      published later replace those of earlier imports.
      """)

  @OptionGroup var household: HouseholdOptions
  @OptionGroup var output: OutputOptions
  @Flag(name: .long, help: "Show what would happen, and write nothing.") var dryRun = false
  @Option(name: .long, help: "What the series is called.") var name: String?
  @Argument(help: "CSV files.", completion: .file()) var files: [String]

  func validate() throws {
    if name != nil, files.count > 1 { throw ValidationError("--name goes with one file.") }
  }

  func perform(on console: Console) throws -> Outcome {
    let outcome = try household.folder.importSeries(files, name: name, at: currentMoment, isDryRun: dryRun)
    guard var receipt = outcome.receipt else { return Outcome(of: outcome.diagnostics) }
    receipt.plan.diagnostics += outcome.diagnostics
    if output.json {
      try console.print(receipt.json(isDryRun: dryRun))
    } else {
      try console.print(receipt.summary(isDryRun: dryRun, listingAll: false, console.style))
    }
    return .done
  }
}
