import ArgumentParser
import Diagnostics
import Foundation
import Reports

/// Where a command's words go: its answer to standard output, everything else to standard error.
enum Output {
  /// The terminal's width and colours; plain text for files and pipes, and no colour where `NO_COLOR` asks for none.
  static var style: TextStyle {
    guard isatty(STDOUT_FILENO) == 1 else { return .plain }
    let wantsColour = (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
    return TextStyle(width: width, hasColour: wantsColour)
  }

  static func write(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

  static func report(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { note(diagnostic.rendered()) }
  }

  /// One line on standard error.
  static func note(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }

  private static var width: Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}

/// The codes of Docs/ExitCodes.md.
extension ExitCode {
  static let unusableInput = ExitCode(65)
  static let missingInput = ExitCode(66)
  static let solverFailed = ExitCode(69)
  static let outputFailed = ExitCode(74)
  static let invalidHousehold = ExitCode(78)
}

extension URL {
  /// The file's bytes; a file that is absent or cannot be read ends the command and says why.
  func contents() throws -> Data {
    do {
      return try Data(contentsOf: self)
    } catch {
      Output.report([
        Diagnostic(
          .error, code: "file-missing", "\(relativePath) cannot be read: \(error.localizedDescription)",
          remedy: "Check the path.")
      ])
      throw ExitCode.missingInput
    }
  }
}
