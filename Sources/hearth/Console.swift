import Diagnostics
import Foundation
import Reports

/// Where a command's words go: results to standard output, what is wrong and what goes on to standard error.
struct Console: Sendable {
  /// What standard output can show: colours and a width on a terminal (https://no-color.org), neither in a file.
  let style: TextStyle
  private let errorStyle: TextStyle

  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    let mayColour = environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
    style = TextStyle(width: Self.width(environment), hasColour: mayColour && isatty(STDOUT_FILENO) == 1)
    errorStyle = TextStyle(hasColour: mayColour && isatty(STDERR_FILENO) == 1)
  }

  /// Whether somebody can answer questions.
  var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  /// Whether somebody sees what is written to standard error as it comes.
  var isWatched: Bool { isatty(STDERR_FILENO) == 1 }

  /// - Throws: where the words cannot be written, as to a full disk.
  func print(_ text: String) throws { try write(style.safe(text)) }
  func print(_ json: JSONValue) throws { try write(json.document) }
  private func write(_ text: String) throws { try FileHandle.standardOutput.write(contentsOf: Data(text.utf8)) }

  /// A result as text or as JSON; what is wrong or doubtful stands in the JSON, or beside the text.
  func show(_ report: some Report, _ output: OutputOptions, diagnostics: [Diagnostic] = []) throws {
    if output.json { return try print(report.json) }
    try print(report.text(style))
    self.report(diagnostics)
  }
  func tell(_ text: String) { complain(errorStyle.safe(text) + "\n") }

  /// A line that the next one replaces; only where somebody watches.
  func progress(_ text: String) {
    guard isWatched else { return }
    complain("\r\u{1B}[K" + errorStyle.safe(text))
  }

  func endProgress() { progress("") }

  /// Asks for a line; `nil` at the end of input.
  func ask(_ question: String) -> String? {
    complain(errorStyle.safe(question) + " ")
    return readLine(strippingNewline: true)
  }

  func report(_ diagnostics: [Diagnostic]) {
    var excerpts = SourceExcerpts()
    for diagnostic in diagnostics {
      let text = diagnostic.rendered(lineText: excerpts.line(at: diagnostic.place))
      switch diagnostic.severity {
      case .error: tell(errorStyle.error(text))
      case .warning: tell(errorStyle.warning(text))
      case .note: tell(errorStyle.dim(text))
      }
    }
  }

  /// What cannot even be told is lost.
  private func complain(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }

  /// Columns of the terminal; `$COLUMNS` where it is set by hand; none in a file.
  private static func width(_ environment: [String: String]) -> Int? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    if let columns = environment["COLUMNS"].flatMap({ Int($0) }), columns >= 40 { return columns }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else { return 80 }
    return Int(size.ws_col)
  }
}

/// The lines that diagnostics point at, from files that can still be read.
private struct SourceExcerpts {
  private static let largestFile = 8 << 20
  private var files: [String: [Substring]] = [:]

  mutating func line(at place: SourceLocation?) -> String? {
    guard let place, let number = place.line else { return nil }
    if files[place.file] == nil {
      let size = (try? FileManager.default.attributesOfItem(atPath: place.file))?[.size] as? Int
      let data = (size ?? .max) <= Self.largestFile ? FileManager.default.contents(atPath: place.file) : nil
      let text = data.map { String(decoding: $0, as: UTF8.self) } ?? ""
      files[place.file] = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }
    guard let lines = files[place.file], number >= 1, number <= lines.count else { return nil }
    return String(lines[number - 1])
  }
}
