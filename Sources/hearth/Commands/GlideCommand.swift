import ArgumentParser
import PortfolioModel
import Reports
import Workflows

struct GlideCommand: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "glide",
    abstract: "Show what rules by age and by years to a goal would hold in stocks, beside your target.",
    discussion: """
      100, 110 and 120 less the age, target-date funds, the TSP's Lifecycle funds and your own “glide_path”, for each member, each \
      goal and the household. Nothing is changed by it.
      """)

  @OptionGroup var options: ViewOptions

  func perform(on console: Console) throws -> Outcome {
    let view = try options.view()
    let glide = view.glide()
    let report = GlideReport(
      asOf: view.snapshot.asOf, comparison: glide.comparison, current: glide.current, target: glide.target,
      diagnostics: view.problems)
    try console.show(report, options.output, diagnostics: view.problems)
    return Outcome(of: view.problems)
  }
}
