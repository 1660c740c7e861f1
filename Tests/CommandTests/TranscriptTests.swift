import Foundation
import Testing

/// What the README shows is what the program does: its console blocks are run one after the other in one folder.
///
/// `HEARTH_RECORD=1` writes what the program says into the README instead, and fails, so that nothing is recorded unseen.
@Suite("The README's transcript")
struct TranscriptTests {
  @Test("is true")
  func transcript() throws {
    let file = HearthProcess.checkout.appending(path: "README.md")
    let readme = try String(contentsOf: file, encoding: .utf8)
    let scratch = try Scratch()
    var recorded = ""
    var isInside = false
    var pending: [String] = []
    var commands = 0
    for line in readme.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line == "```console" || (isInside && line == "```") {
        isInside = line == "```console"
      }
      guard isInside else {
        recorded += line + "\n"
        continue
      }
      if line.hasPrefix("$ ") {
        let shell = try HearthProcess(URL(filePath: "/bin/sh"), ["-c", String(line.dropFirst(2))], in: scratch.url)
        #expect(shell.status == 0, "\(line): \(shell.errors)")
        commands += 1
        pending =
          [line]
          + (shell.output + shell.errors).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        while pending.last?.isEmpty == true { pending.removeLast() }
        recorded += pending.joined(separator: "\n") + "\n"
      } else if line == "```console" {
        recorded += line + "\n"
      }
    }
    recorded.removeLast()
    #expect(commands >= 3)
    if ProcessInfo.processInfo.environment["HEARTH_RECORD"] != nil {
      try recorded.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("The README was recorded anew; read it and run the tests again.")
    } else {
      #expect(Self.firstDifference(readme, recorded) == nil)
    }
  }

  /// The first line in which the texts differ, both ways.
  static func firstDifference(_ left: String, _ right: String) -> String? {
    let lefts = left.split(separator: "\n", omittingEmptySubsequences: false)
    let rights = right.split(separator: "\n", omittingEmptySubsequences: false)
    for index in 0..<max(lefts.count, rights.count) {
      let (one, other) = (index < lefts.count ? lefts[index] : "", index < rights.count ? rights[index] : "")
      if one != other { return "line \(index + 1): written “\(one)”, said “\(other)”" }
    }
    return nil
  }
}
