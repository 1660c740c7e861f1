public import ArgumentParser
import Measures
import Reports
public import TimeSeries
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

  @Option(name: .long, help: "Say what changed in a month against the month before, and why: YYYY-MM.")
  var month: Month?

  func perform(on console: Console) throws -> Outcome {
    if let month { return try compare(month, on: console) }
    let panel = try options.household.folder.signals(asOf: options.asOf ?? .today)
    try console.show(
      SignalsReport(
        asOf: panel.asOf, readings: panel.readings,
        missing: panel.missing.map { SignalsReport.Missing(signal: $0.signal, remedy: $0.remedy) }),
      options.output, diagnostics: [])
    return .done
  }

  private func compare(_ month: Month, on console: Console) throws -> Outcome {
    let found = try options.household.folder.changes(in: month)
    try console.show(
      MonthReport(
        month: month, asOf: found.asOf, comparedWith: found.comparedWith,
        changes: found.signals.map { MonthReport.Change(before: $0.before, now: $0.now) },
        missing: found.missing.map { SignalsReport.Missing(signal: $0.signal, remedy: $0.remedy) },
        tiltBefore: found.before.map(TiltWords.init), tilt: found.now.map(TiltWords.init)),
      options.output, diagnostics: [])
    return .done
  }
}

extension TiltWords {
  init(_ tilted: TiltedTargets) {
    self.init(
      tilt: tilted.tilt, reading: tilted.reading, isWarning: tilted.isWarning, strategic: tilted.strategic,
      tactical: tilted.tactical)
  }
}

extension Month: ExpressibleByArgument {
  /// `2026-10`.
  public init?(argument: String) {
    let parts = argument.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 4, let year = Int(parts[0]), let month = Int(parts[1]), year > 0,
      (1...12).contains(month)
    else { return nil }
    self.init(year, month)
  }
}
