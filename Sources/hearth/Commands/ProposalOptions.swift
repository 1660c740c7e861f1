import ArgumentParser
import Diagnostics
import HiGHSSolver
import Rebalancing
import Reports

/// What is asked of a placement: a proposal, with or without its explanations, or plans side by side.
struct ProposalOptions: ParsableArguments {
  @OptionGroup var search: SearchOptions

  @Flag(help: "Say what every trade is worth and what every rule costs: one search for each trade.")
  var explain = false

  @Flag(help: "Show other plans beside the proposal, and what coming nearer to the targets costs.")
  var compare = false

  /// - Parameter diagnostics: what is doubtful about the problem; it stands among the notes of the proposal.
  func perform(
    _ problem: RebalanceProblem, diagnostics: [Diagnostic], pricesWashSales: Bool, _ output: OutputOptions,
    on console: Console
  ) throws {
    var options = search.options
    options.pricesWashSales = pricesWashSales || explain
    let rebalancer = Rebalancer(solver: HiGHSSolver(), options: options)
    if compare {
      let (comparison, duration) = try search.timed(on: console) {
        try rebalancer.comparison(for: problem, observer: $0)
      }
      return try console.show(ComparisonReport(comparison, duration: duration), output)
    }
    var (proposal, duration) = try search.timed(on: console) { observer in
      let proposal = try rebalancer.proposal(for: problem, observer: observer)
      return explain ? try rebalancer.explaining(proposal, observer: observer) : proposal
    }
    proposal.diagnostics = diagnostics + proposal.diagnostics
    try console.show(ProposalReport(proposal, duration: duration), output)
  }
}
