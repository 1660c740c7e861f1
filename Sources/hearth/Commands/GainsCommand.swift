import ArgumentParser
import Diagnostics
import Measures
import Reports
import Workflows

struct GainsCommand: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "gains",
    abstract: "List what the taxable accounts realised in a year, and what wash sales disallow.",
    discussion: """
      The columns are those of Form 8949: each lot that was sold, by term, with the adjustment of its wash sale. Below \
      them every disallowed loss with the purchase that replaced the shares, and where the loss went.
      """)

  @OptionGroup var options: ViewOptions

  @Option(name: .long, help: "The year (default: that of the day looked at).")
  var year: Int?

  @Flag(name: .long, help: "Write the lines as CSV.")
  var csv = false

  func validate() throws {
    if csv, options.output.json { throw ValidationError("Choose one of --csv and --json.") }
  }

  func perform(on console: Console) throws -> Outcome {
    let day = options.asOf ?? .today
    let reading = try options.household.folder.gains(of: year ?? day.year, asOf: day)
    let report = GainsReport(try reading.get(), asOf: day, diagnostics: reading.diagnostics)
    if csv {
      try console.print(report.csv)
      console.report(reading.diagnostics)
    } else {
      try console.show(report, options.output, diagnostics: reading.diagnostics)
    }
    return Outcome(of: reading.diagnostics)
  }
}
