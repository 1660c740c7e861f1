import ArgumentParser
import CaseFile
import Diagnostics
import Foundation
import HiGHSSolver
import Measures
import MixedInteger
import Rebalancing
import Reports

struct OptimizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "optimize", abstract: "Solve one household from a case file.",
    discussion: "The file has the format “household-case/1” (Docs/Optimiser.md); nothing is stored.")

  @Argument(help: ArgumentHelp("The case, as JSON.", valueName: "CASE.json"), completion: .file(extensions: ["json"]))
  var file: String

  @OptionGroup var search: SearchOptions

  @Flag(help: "Print the proposal as JSON (hearth.proposal/1).")
  var json = false

  func run() throws {
    let problem = try problem()
    let clock = ContinuousClock()
    let begin = clock.now
    do {
      let rebalancer = Rebalancer(solver: HiGHSSolver(), options: search.options)
      let proposal = try rebalancer.proposal(for: problem, observer: SearchProgress().verdict)
      let report = ProposalReport(proposal, seconds: (clock.now - begin) / .seconds(1))
      Output.write(json ? report.json.document : report.text(Output.style))
    } catch let failure as SolverFailure {
      Output.report([Diagnostic(.error, code: "solver-failed", failure.description)])
      throw ExitCode.solverFailed
    }
  }

  private func problem() throws -> RebalanceProblem {
    let reading = CaseFile.reading(try URL(filePath: file).contents(), file: file)
    Output.report(reading.diagnostics)
    guard let problem = reading.value else { throw ExitCode.unusableInput }
    return problem
  }
}

/// How long a search may go on, and how near it must come.
struct SearchOptions: ParsableArguments {
  @Flag(help: "Go on until the plan is proven to be within one dollar of the best.")
  var prove = false

  @Option(help: ArgumentHelp("Stop when the plan is proven to be this near the best.", valueName: "DOLLARS"))
  var gap: Double?

  @Option(help: ArgumentHelp("Stop after this long, with the best plan so far.", valueName: "SECONDS"))
  var timeLimit: Double?

  func validate() throws {
    if let gap, !(gap >= 0 && gap < 1e9) { throw ValidationError("--gap wants dollars, zero or more.") }
    if let timeLimit, !(timeLimit > 0) { throw ValidationError("--time-limit wants seconds, more than zero.") }
  }

  var options: Rebalancer.Options {
    var options = Rebalancer.Options()
    options.gap = gap.flatMap { Money(nearest: $0) } ?? (prove ? Money(1) : nil)
    options.timeLimitSeconds = timeLimit
    return options
  }
}
