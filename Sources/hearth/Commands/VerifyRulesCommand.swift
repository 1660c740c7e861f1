import ArgumentParser
import Diagnostics
import Reports
import Scenarios

struct VerifyRulesCommand: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify-rules",
    abstract: "Run every rule of taxes, lots and wash sales that Hearth knows as a story, each with its source.",
    discussion: """
      The stories are part of the program: what happens, and what follows by the law that each names. One line for each; with \
      a name, or a part of one, the stories are told whole. Ends with 70 where the program differs from one.
      """)

  @Argument(help: "The name of a story, or a part of it: “carryover”, “a-chain-of-three”.")
  var name: String?

  @OptionGroup var output: OutputOptions

  func perform(on console: Console) throws -> Outcome {
    let all = try Scenario.all()
    let wanted = name?.lowercased()
    let scenarios = all.filter { scenario in
      wanted.map { scenario.name.contains($0) || scenario.title.lowercased().contains($0) } ?? true
    }
    if let name, scenarios.isEmpty {
      let meant = nearestName(to: name, among: all.map(\.name)).map { " Did you mean “\($0)”?" }
      throw ValidationError("There is no story “\(name)”.\(meant ?? "")")
    }
    let report = RulesReport(scenarios, tellsAll: name != nil)
    try console.show(report, output)
    return report.failures == 0 ? .done : .brokenRule
  }
}
