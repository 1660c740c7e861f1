import ArgumentParser
import Diagnostics
import Rebalancing
import Workflows

struct RebalanceCommand: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebalance",
    abstract: "Propose the trades that bring the household to its targets with the least tax and cost.",
    discussion: """
      All accounts, lots and owners are weighed together. Nothing is traded: place the trades yourself, at your brokers.
      """)

  @OptionGroup var options: ViewOptions
  @OptionGroup var proposal: ProposalOptions

  @Flag(name: .long, help: "Count each account only for what the taxes to come leave of it.")
  var afterTax = false

  @Flag(name: .long, help: "Plan for the targets that the household's tilt asks for, beside the strategic plan.")
  var tactical = false

  @Option(name: .long, help: "Plan for the accounts of one goal alone, towards its own targets.")
  var goal: String?

  func validate() throws {
    if tactical, goal != nil { throw ValidationError("Choose one of --tactical and --goal.") }
    if tactical, proposal.compare { throw ValidationError("Choose one of --tactical and --compare.") }
  }

  func perform(on console: Console) throws -> Outcome {
    let view = try options.view()
    let posed = view.problem(isAfterTax: afterTax, goal: try goal.map { try view.goal(named: $0) })
    if tactical {
      let tilted = try view.tilted(on: SeriesShelf(options.household.folder.series()))
      try proposal.performTactical(
        tilted.targets, strategic: posed, tactical: tilted.view.problem(isAfterTax: afterTax), options.output,
        on: console)
      return .done
    }
    try proposal.perform(
      try posed.get(), diagnostics: posed.diagnostics, pricesWashSales: true, options.output, on: console)
    return .done
  }
}
