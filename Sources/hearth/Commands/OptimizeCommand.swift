import ArgumentParser
import Diagnostics
import Foundation
import Rebalancing
import Workflows

struct OptimizeCommand: HearthCommand {
  static let configuration = CommandConfiguration(
    commandName: "optimize", abstract: "Propose trades for a household that one file describes, or for many.",
    discussion: "The file has the format “household-case/1” (Docs/Optimiser.md); nothing is stored.")

  @Argument(
    help: ArgumentHelp("The case, as JSON; with --jsonl “-” for standard input.", valueName: "case.json"),
    completion: .file(extensions: ["json", "jsonl"]))
  var file: String?

  @Flag(help: "Read one household a line and write one proposal a line, in order, over all cores.")
  var jsonl = false

  @OptionGroup var proposal: ProposalOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if file == nil, !jsonl { throw ValidationError("Name the case file.") }
    if jsonl, proposal.explain || proposal.compare {
      throw ValidationError("--jsonl goes with neither --explain nor --compare.")
    }
  }

  func perform(on console: Console) throws -> Outcome {
    if jsonl { return try performBatch(on: console) }
    let reading = try CaseProblem.reading(file ?? "")
    console.report(reading.diagnostics)
    guard let problem = reading.value else { return .unusableFile }
    try proposal.perform(problem, diagnostics: [], pricesWashSales: false, output, on: console)
    return .done
  }

  /// A household without an answer has its error on its line: the batch is done all the same.
  private func performBatch(on console: Console) throws -> Outcome {
    var input = STDIN_FILENO
    if let file, file != "-" {
      input = open(file, O_RDONLY | O_CLOEXEC)
      guard input >= 0 else {
        throw DiagnosticsError(
          Diagnostic(
            .error, code: errno == ENOENT ? "file-absent" : "file-unreadable", "the file cannot be opened",
            at: SourceLocation(file: file), remedy: "Check the path, and who may read it."))
      }
    }
    defer { if input != STDIN_FILENO { close(input) } }
    let batch = Batch(input, name: file ?? "-", options: proposal.search.options)
    let (households, failures) = try batch.run()
    if failures > 0 { console.tell("\(failures) of \(households) households have no proposal: see their lines.") }
    return .done
  }
}
