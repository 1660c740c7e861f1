import ArgumentParser
import Measures
import Reports
import Workflows

struct PerformanceCommand: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "performance",
    abstract: "Show what the household earned: returns by period, income, fees, and gains by term.",
    discussion: """
      The time-weighted return says how the investments did: between dated valuations by Modified Dietz, linked. The \
      money-weighted return says how the household's own dollars did: the rate at which what came in would have grown to what is \
      there. Money between own accounts is no flow; contributions, an employer's match and withdrawals are. Returns of more than \
      a year are by the year. Where prices or history are missing a return is unknown.
      """)

  @OptionGroup var options: ViewOptions

  func perform(on console: Console) throws -> Outcome {
    let day = options.asOf ?? .today
    let answer = try options.household.folder.performance(asOf: day)
    let report = PerformanceReport(
      answer.performance, gains: answer.gains, asOf: day, diagnostics: answer.diagnostics)
    try console.show(report, options.output, diagnostics: answer.diagnostics)
    return Outcome(of: answer.diagnostics)
  }
}
