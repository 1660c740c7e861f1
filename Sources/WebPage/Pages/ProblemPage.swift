import Diagnostics
import Foundation
import MixedInteger

/// What is wrong, where, and what to do about it.
struct ProblemPage: Page {
  static let template = "problem"
  let title: String
  let section: Section? = nil
  let status: Status
  let problems: DiagnosticList

  init(_ error: any Error) {
    switch error {
    case let refusal as Refusal:
      title = refusal.status == .notFound ? "Not found" : "This was not done"
      status = refusal.status
      problems = DiagnosticList(
        [Diagnostic(.error, code: "page-\(refusal.status.rawValue)", refusal.sentence, remedy: refusal.remedy)])
    case let error as DiagnosticsError where error.diagnostics.map(\.code) == ["ledger-absent"]:
      title = "Nothing here yet"
      status = .ok
      let words = error.diagnostics.map(\.message)
      problems = DiagnosticList(words.map { Diagnostic(.note, code: "ledger-absent", $0 + ".") })
    case let error as DiagnosticsError:
      title = "Something is to be mended"
      status = .ok
      problems = DiagnosticList(error.diagnostics)
    default:
      let sentence = (error as? CocoaError)?.localizedDescription ?? "\(error)"
      title = "This could not be done"
      status = .serverError
      problems = DiagnosticList(
        [
          Diagnostic(
            .error, code: "page-failed", sentence, remedy: "See whether the disk is full, and the folder yours.")
        ])
    }
  }
}
