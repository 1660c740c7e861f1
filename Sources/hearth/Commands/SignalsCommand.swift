import ArgumentParser
import Measures
import Reports
import Workflows

struct SignalsCommand: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "signals",
    abstract: "What published rules say of trend, yield curve, unemployment and inflation.",
    discussion: """
      Each signal has its number, threshold, month and source, from the series of “hearth series import” and only from \
      what was published by the day. What is missing is unknown, never off.
      """)

  @OptionGroup var options: ViewOptions

  func perform(on console: Console) throws -> Outcome {
    let panel = try options.household.folder.signals(asOf: options.asOf ?? .today)
    try console.show(
      SignalsReport(
        asOf: panel.asOf, readings: panel.readings,
        missing: panel.missing.map { SignalsReport.Missing(signal: $0.signal, remedy: $0.remedy) }),
      options.output, diagnostics: [])
    return .done
  }
}
