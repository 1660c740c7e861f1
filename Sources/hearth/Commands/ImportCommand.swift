import ArgumentParser
import Diagnostics
import Measures
import Reports
import Statements
import Workflows

struct ImportCommand: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring statements into the ledger: all of the files, or none.",
    discussion: """
      Rows that an earlier statement brought already are recognised and left out; they are listed. “hearth undo” takes an \
      import back.
      """)

  @OptionGroup var household: HouseholdOptions
  @OptionGroup var output: OutputOptions

  @Flag(name: .long, help: "Show what would happen, and write nothing.")
  var dryRun = false

  @Option(
    name: .long,
    help: "The day on which positions were held, YYYY-MM-DD, for files that do not say it.")
  var asOf: Day?

  @Flag(name: .shortAndLong, help: "List every row that is left out, and every note about a file.")
  var verbose = false

  @Argument(help: "Statements: OFX, QFX or CSV.", completion: .file())
  var files: [String]

  func validate() throws {
    if files.isEmpty { throw ValidationError("Name at least one statement.") }
  }

  func perform(on console: Console) throws -> Outcome {
    let ticker = Ticker("Reading", on: console)
    defer { ticker.end() }
    let outcome = try household.folder.importStatements(files, asOf: asOf, at: currentMoment, isDryRun: dryRun) {
      file in
      ticker.say(file.map { "Reading \($0)" } ?? "Writing into the ledger")
    }
    ticker.end()
    let shown = outcome.diagnostics.filter { verbose || $0.severity != .note }
    guard var receipt = outcome.receipt else {
      console.report(shown)
      console.tell("Nothing was imported: every file must be readable.")
      return Outcome(of: outcome.diagnostics)
    }
    if output.json {
      receipt.plan.diagnostics = outcome.diagnostics + receipt.plan.diagnostics
      try console.print(receipt.json(isDryRun: dryRun))
    } else {
      try console.print(receipt.summary(isDryRun: dryRun, listingAll: verbose, console.style))
      report(shown + receipt.plan.diagnostics.filter { verbose || $0.severity != .note }, on: console)
    }
    return Outcome(of: receipt.plan.diagnostics)
  }

  /// Everything that is wrong, and of what differs from statements the first few.
  private func report(_ diagnostics: [Diagnostic], on console: Console) {
    let differences = diagnostics.filter(\.isDiscrepancy)
    let shown = verbose ? differences[...] : differences.prefix(3)
    console.report(diagnostics.filter { !$0.isDiscrepancy } + shown)
    if differences.count > shown.count {
      console.tell(
        "\(differences.count - shown.count) more numbers of these statements differ; “hearth reconcile” lists them.")
    }
  }
}

extension Diagnostic {
  fileprivate var isDiscrepancy: Bool { code.hasPrefix("ledger-differs-") }
}

struct ImportsCommand: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "imports", abstract: "List the imports in the ledger, oldest first.")

  @OptionGroup var household: HouseholdOptions
  @OptionGroup var output: OutputOptions

  func perform(on console: Console) throws -> Outcome {
    try console.show(ImportsReport(try household.folder.imports()), output)
    return .done
  }
}

struct UndoCommand: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take an import back, in any order.",
    discussion: "What another import has seen too stays. “hearth imports” lists the numbers.")

  @OptionGroup var household: HouseholdOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The number of the import.")
  var number: Int

  func perform(on console: Console) throws -> Outcome {
    let receipt = try household.folder.undo(number)
    if output.json { try console.print(receipt.json) } else { try console.print(receipt.summary) }
    return .done
  }
}
