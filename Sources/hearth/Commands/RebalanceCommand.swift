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

  func perform(on console: Console) throws -> Outcome {
    let posed = try options.view().problem(isAfterTax: afterTax)
    try proposal.perform(
      try posed.get(), diagnostics: posed.diagnostics, pricesWashSales: true, options.output, on: console)
    return .done
  }
}
