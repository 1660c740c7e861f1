import ArgumentParser
import Diagnostics
import Reports
import Statements
import Workflows

struct ImportersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "importers",
    abstract: "The profiles by which brokers' CSV files are read: list, propose, check.",
    discussion: "A household's own profiles are in its folder importers/; Importers/README.md says what they can say.",
    subcommands: [ListImportersCommand.self, NewImporterCommand.self, CheckImporterCommand.self])
}

struct ListImportersCommand: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the profiles that Hearth has, and the household's own.")

  @OptionGroup var household: HouseholdOptions
  @OptionGroup var output: OutputOptions

  func perform(on console: Console) throws -> Outcome {
    let reading = try household.folder.importers()
    let report = ImportersReport(reading.value ?? [], diagnostics: reading.diagnostics)
    try console.show(report, output, diagnostics: reading.diagnostics)
    return Outcome(of: reading.diagnostics)
  }
}

struct NewImporterCommand: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Propose a profile for a CSV file of a broker that Hearth does not know.",
    discussion: """
      Columns and events are guessed from their names and cells; the profile goes into the household's folder importers/, \
      its doubtful lines marked ???. It never replaces a profile.
      """)

  @OptionGroup var household: HouseholdOptions

  @Option(
    name: .long, help: ArgumentHelp("The broker's name (default: the first word of the file's).", valueName: "name"))
  var broker: String?

  @Argument(help: "A CSV file of the broker.", completion: .file())
  var file: String

  func perform(on console: Console) throws -> Outcome {
    let draft = try household.folder.draftImporter(for: file, broker: broker)
    let doubts =
      draft.doubts == 0
      ? "" : " \(draft.doubts == 1 ? "One line is" : "\(draft.doubts) lines are") marked ???: read them first."
    try console.print("\(draft.file) is written.\(doubts)\n\n")
    if let parsed = draft.reading.value { try console.print(parsed.summary(console.style)) }
    console.report(draft.reading.diagnostics)
    let words = ["hearth", "importers", "check"] + (household.household.map { ["--household", $0] } ?? []) + [file]
    let command = words.map { $0.contains(" ") ? "'\($0)'" : $0 }.joined(separator: " ")
    try console.print("\nNext: edit the profile, then: \(command)\n")
    return .done
  }
}

struct CheckImporterCommand: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say which profile reads a file, and everything that it gets wrong.",
    discussion: "With a profile (.yaml) instead of a statement, say what is wrong with that.")

  @OptionGroup var household: HouseholdOptions
  @OptionGroup var output: OutputOptions

  @Flag(name: .shortAndLong, help: "Show notes too, such as columns that only some files of the broker have.")
  var verbose = false

  @Argument(help: "A CSV file, or a profile.", completion: .file())
  var file: String

  func perform(on console: Console) throws -> Outcome {
    let check = try household.folder.checkImporter(file)
    let shown = check.diagnostics.filter { verbose || $0.severity != .note }
    try console.show(ProfileCheckReport(check), output, diagnostics: shown)
    return Outcome(of: check.diagnostics)
  }
}
