import ArgumentParser
import Diagnostics
import HiGHSSolver
import Rebalancing
import Reports
import Workflows

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
    let (proposal, duration) = try self.proposal(
      problem, diagnostics: diagnostics, by: rebalancer, on: console)
    try console.show(ProposalReport(proposal, duration: duration), output)
  }

  /// The best placement, with its explanations where they are asked for, and how long that took.
  private func proposal(
    _ problem: RebalanceProblem, diagnostics: [Diagnostic], by rebalancer: Rebalancer, on console: Console
  ) throws -> (Proposal, Duration) {
    var (proposal, duration) = try search.timed(on: console) { observer in
      let proposal = try rebalancer.proposal(for: problem, observer: observer)
      return explain ? try rebalancer.explaining(proposal, observer: observer) : proposal
    }
    proposal.diagnostics = diagnostics + proposal.diagnostics
    return (proposal, duration)
  }

  /// The plan for the tilted targets beside the strategic one.
  func performTactical(
    _ tilted: TiltedTargets, strategic: Reading<RebalanceProblem>, tactical: Reading<RebalanceProblem>,
    _ output: OutputOptions, on console: Console
  ) throws {
    var options = search.options
    options.pricesWashSales = true
    let rebalancer = Rebalancer(solver: HiGHSSolver(), options: options)
    func solved(_ posed: Reading<RebalanceProblem>) throws -> (Proposal, Duration) {
      try proposal(try posed.get(), diagnostics: posed.diagnostics, by: rebalancer, on: console)
    }
    let (plan, duration) = try solved(tactical)
    let plain = tilted.tactical == tilted.strategic ? plan : try solved(strategic).0
    try console.show(
      TacticalReport(
        tilt: TiltWords(tilted), strategic: plain.journalFigures, tactical: plan.journalFigures,
        plan: ProposalReport(plan, duration: duration)),
      output)
  }
}
