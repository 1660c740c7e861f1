import ArgumentParser
import Measures
import MixedInteger
import Rebalancing

/// How long a search may go on, and how near it must come.
struct SearchOptions: ParsableArguments {
  @Flag(help: "Go on until the plan is proven to be within one dollar of the best.")
  var prove = false

  @Option(help: ArgumentHelp("Stop when the plan is proven to be this near the best.", valueName: "dollars"))
  var gap: Money?

  @Option(help: ArgumentHelp("Stop after this long, with the best plan so far.", valueName: "seconds"))
  var timeLimit: Double?

  func validate() throws {
    if let gap, gap < .zero { throw ValidationError("--gap wants dollars, zero or more.") }
    if let timeLimit, !(timeLimit > 0) { throw ValidationError("--time-limit wants seconds, more than zero.") }
  }

  var options: Rebalancer.Options {
    var options = Rebalancer.Options()
    options.gap = gap ?? (prove ? Money(1) : nil)
    options.timeLimitSeconds = timeLimit
    return options
  }

  /// The result of a search with the time that it took; how it goes is shown where somebody watches.
  func timed<Result>(
    on console: Console, _ search: (@escaping (SolverProgress) -> SolverVerdict) throws -> Result
  ) throws -> (Result, duration: Duration) {
    let progress = SearchProgress(on: console)
    defer { progress.end() }
    let result = try search(progress.verdict)
    return (result, progress.duration)
  }
}
