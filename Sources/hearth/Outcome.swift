import ArgumentParser
import Diagnostics
import Foundation
import MixedInteger

/// How a command ends; the table is Docs/ExitCodes.md.
enum Outcome: Int32 {
  case done = 0
  /// A rebalancing is due, and its plan is written.
  case due = 10
  /// Nothing is planned until the targets are confirmed.
  case paused = 11
  /// A file could be opened but not used.
  case unusableFile = 65
  case absentFile = 66
  case noAnswer = 69
  /// The program differs from a rule that it should keep.
  case brokenRule = 70
  case unwritable = 74
  case unusableHousehold = 78
}

/// A command of Hearth: what it does is in `perform`; how errors are told and which exit code they have is here.
protocol HearthCommand: ParsableCommand {
  func perform(on console: Console) throws -> Outcome
}

extension HearthCommand {
  func run() throws {
    let console = Console()
    let outcome: Outcome
    do {
      outcome = try perform(on: console)
    } catch let error as DiagnosticsError {
      console.endProgress()
      console.report(error.diagnostics)
      outcome = Outcome(of: error.diagnostics)
    } catch let failure as SolverFailure {
      console.tell("error: \(failure.description) [solver-failed]")
      outcome = .noAnswer
    } catch let error as CocoaError {
      let place = error.filePath.map { "\($0): " } ?? ""
      console.tell(
        "\(place)error: \(error.localizedDescription) [file-failed]\n  → Check that it may be written there.")
      outcome = .unwritable
    } catch let error where !(error is ExitCode || error is ValidationError || error is CleanExit) {
      // The database or the system says what it could not do: a full disk, a folder that is not ours.
      console.tell("error: \(error) [not-written]")
      outcome = .unwritable
    }
    if outcome != .done { throw ExitCode(outcome.rawValue) }
  }
}

extension Outcome {
  /// The outcome that the first error calls for.
  init(of diagnostics: [Diagnostic]) {
    guard let code = diagnostics.first(where: { $0.severity == .error })?.code else {
      self = .done
      return
    }
    switch code {
    case "file-absent", "ledger-absent", "ledger-missing": self = .absentFile
    case "ledger-not-made": self = .unwritable
    case "page-port-taken": self = .noAnswer
    case "ledger-account-ambiguous": self = .unusableHousehold
    case let code where code.hasPrefix("household-") || code.hasPrefix("rebalance-"): self = .unusableHousehold
    default: self = .unusableFile
    }
  }
}
