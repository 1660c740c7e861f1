import ArgumentParser
import Diagnostics
import HiGHSSolver
import Rebalancing
import Reports
import Workflows

struct OptimizeCommand: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "optimize", abstract: "Propose trades for a household that one file describes.",
    discussion: "The file has the format “household-case/1” (Docs/Optimiser.md); nothing is stored.")

  @Argument(help: ArgumentHelp("The case, as JSON.", valueName: "case.json"), completion: .file(extensions: ["json"]))
  var file: String

  @OptionGroup var search: SearchOptions
  @OptionGroup var output: OutputOptions

  func perform(on console: Console) throws -> Outcome {
    let reading = try CaseProblem.reading(file)
    console.report(reading.diagnostics)
    guard let problem = reading.value else { return .unusableFile }
    let rebalancer = Rebalancer(solver: HiGHSSolver(), options: search.options)
    let (proposal, duration) = try search.timed(on: console) { try rebalancer.proposal(for: problem, observer: $0) }
    try console.show(ProposalReport(proposal, duration: duration), output)
    return .done
  }
}

struct RebalanceCommand: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebalance",
    abstract: "Propose the trades that bring the household to its targets with the least tax and cost.",
    discussion: """
      All accounts, lots and owners are weighed together. Nothing is traded: place the trades yourself, at your brokers.
      """)

  @OptionGroup var options: ViewOptions
  @OptionGroup var search: SearchOptions

  @Flag(name: .long, help: "Count each account only for what the taxes to come leave of it.")
  var afterTax = false

  func perform(on console: Console) throws -> Outcome {
    let view = try options.view()
    let rebalancer = Rebalancer(solver: HiGHSSolver(), options: search.options)
    let (proposal, duration) = try search.timed(on: console) {
      try view.proposal(by: rebalancer, isAfterTax: afterTax, observer: $0)
    }
    try console.show(ProposalReport(proposal, duration: duration), options.output)
    return .done
  }
}
