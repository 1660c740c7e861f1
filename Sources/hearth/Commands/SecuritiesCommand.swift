import ArgumentParser
import Diagnostics
import Reports
import Statements
import Workflows

struct SecuritiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "securities",
    abstract: "The securities under all their names; merge two that are one.",
    subcommands: [ListSecurities.self, MergeSecurities.self], defaultSubcommand: ListSecurities.self)
}

struct ListSecurities: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the securities with every name that statements print, and those that look like one.")

  @OptionGroup var household: HouseholdOptions
  @OptionGroup var output: OutputOptions

  func perform(on console: Console) throws -> Outcome {
    try console.show(SecuritiesReport(try household.folder.securities()), output)
    return .done
  }
}

struct MergeSecurities: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Take two securities for one; “hearth undo” takes it back.",
    discussion: "All transactions, lots and prices of both become one history, and what both tell counts once.")

  @OptionGroup var options: RecordOptions
  @Argument(help: "A security, as “hearth securities” calls it, or CUSIP:…, ISIN:…") var first: String
  @Argument(help: "The other one.") var second: String

  func perform(on console: Console) throws -> Outcome {
    try options.show(
      try options.household.folder.merge(first, second, at: currentMoment, isDryRun: options.dryRun), on: console)
  }
}
