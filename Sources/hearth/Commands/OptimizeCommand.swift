import ArgumentParser
import Diagnostics
import Rebalancing
import Workflows

struct OptimizeCommand: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "optimize", abstract: "Propose trades for a household that one file describes.",
    discussion: "The file has the format “household-case/1” (Docs/Optimiser.md); nothing is stored.")

  @Argument(help: ArgumentHelp("The case, as JSON.", valueName: "case.json"), completion: .file(extensions: ["json"]))
  var file: String

  @OptionGroup var proposal: ProposalOptions
  @OptionGroup var output: OutputOptions

  func perform(on console: Console) throws -> Outcome {
    let reading = try CaseProblem.reading(file)
    console.report(reading.diagnostics)
    guard let problem = reading.value else { return .unusableFile }
    try proposal.perform(problem, diagnostics: [], pricesWashSales: false, output, on: console)
    return .done
  }
}
