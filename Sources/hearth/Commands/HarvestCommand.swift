import ArgumentParser
import Diagnostics
import Rebalancing
import Reports
import Workflows

struct HarvestCommand: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "harvest",
    abstract: "List losses that could be taken today, what each saves, and what may be held in its place.",
    discussion: """
      Tax saved is this year's tax without the sale less the tax with it, after everything that the year has realised and the \
      losses carried into it. Purchases within the wash-sale window, in any account of the household, disallow a loss; \
      “clean from” is the first day on which none that is known stands in the way.
      """)

  @OptionGroup var options: ViewOptions

  func perform(on console: Console) throws -> Outcome {
    let view = try options.view()
    let posed = view.problem()
    let harvest = view.losses(in: try posed.get())
    let found = posed.diagnostics.filter { $0.severity != .note }
    try console.show(HarvestReport(harvest, diagnostics: found), options.output, diagnostics: found)
    return Outcome(of: found)
  }
}
