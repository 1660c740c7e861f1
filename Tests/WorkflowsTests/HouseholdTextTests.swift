import Diagnostics
import Foundation
import HouseholdFile
import Testing
import Workflows

@Suite("The text of household.yaml")
struct HouseholdTextTests {
  @Test("a file that is not UTF-8 is refused with its line, and stays as it is, byte for byte")
  func notUTF8() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "household-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "household.yaml")
    // “é” of Latin-1, after one of UTF-8.
    let bytes = Data("household: {name: Elm}\n# Renée\nmembers: {rene: Ren".utf8) + [0xe9] + Data("}\n".utf8)
    try bytes.write(to: file)
    let household = HouseholdFolder(path: folder.path)
    let expected =
      "\(file.path):3: error: this line is not UTF-8 text [file-not-utf8]\n  → Save the file as UTF-8 in your editor; nothing was changed in it."
    let initialising = #expect(throws: DiagnosticsError.self) {
      try household.initialise(from: [], answers: HouseholdDraft.Answers(members: [], year: 2026))
    }
    #expect(initialising?.diagnostics.map(\.description) == [expected])
    let reading = #expect(throws: DiagnosticsError.self) { try household.document() }
    #expect(reading?.diagnostics.map(\.description) == [expected])
    #expect(try Data(contentsOf: file) == bytes)
  }
}
