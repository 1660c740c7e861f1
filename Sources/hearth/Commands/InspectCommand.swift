import ArgumentParser
import Diagnostics
import Reports
import Statements
import Workflows

struct InspectCommand: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Read one statement and say what is in it; nothing is kept.",
    discussion: "Use it to see what an import would bring, or why a file cannot be read.")

  @OptionGroup var household: HouseholdOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "A statement: OFX, QFX or CSV.", completion: .file())
  var file: String

  func perform(on console: Console) throws -> Outcome {
    let ticker = Ticker("Reading \(file)", on: console)
    defer { ticker.end() }
    let reading = try household.folder.inspect(file)
    ticker.end()
    if output.json {
      try console.print(reading.json(file: file))
    } else {
      if let parsed = reading.value { try console.print(parsed.summary(console.style)) }
      console.report(reading.diagnostics)
    }
    guard let parsed = reading.value, !reading.hasErrors, !parsed.statements.isEmpty else { return .unusableFile }
    return .done
  }
}
