import Foundation
import Testing

@Suite("How commands end")
struct ExitCodeTests {
  @Test(
    "with the codes of Docs/ExitCodes.md, and a remedy",
    arguments: [
      (["inspect", "gone.csv"], 66, "there is no such file"),
      (["inspect", "notes.txt"], 65, "→"),
      (["import", "--household", "h", "notes.txt"], 65, "Nothing was imported"),
      (["allocation", "--household", "h"], 66, "hearth import"),
      (["undo", "--household", "h", "7"], 66, "hearth import"),
      (["optimize", "gone.json"], 66, "→"),
      (["optimize", "notes.txt"], 65, "→"),
      (["allocation", "--as-of", "2026-02-30"], 64, "as-of"),
      (["frobnicate"], 64, ""),
    ])
  func codes(arguments: [String], status: Int32, words: String) throws {
    let scratch = try Scratch()
    try "Dear diary".write(to: scratch.url.appending(path: "notes.txt"), atomically: true, encoding: .utf8)
    let run = try HearthProcess(arguments, in: scratch.url)
    #expect(run.status == status, "\(run.errors)")
    #expect(words.isEmpty || run.errors.contains(words), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test("a misspelt household file is an error with its line and the nearest name")
  func household() throws {
    let scratch = try Scratch()
    _ = try scratch.withDemo()
    let file = scratch.url.appending(path: "household/household.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try text.replacing("targets:", with: "tragets:").write(to: file, atomically: true, encoding: .utf8)
    let run = try scratch.run("allocation", "--household", "household")
    #expect(run.status == 78)
    #expect(run.errors.contains("household.yaml:"))
    #expect(run.errors.contains("Did you mean “targets”?"), "\(run.errors)")
  }
}
