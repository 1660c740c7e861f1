import Foundation
import Testing
import Workflows

@testable import WebPage

@Suite("The view that is kept")
struct ViewCacheTests {
  @Test("what is changed beside the page is seen at once")
  func changes() async throws {
    try await ServedHousehold.with(isDemo: true) { home in
      let file = home.folder.householdFile
      // Long ago, so that the view is kept.
      for path in [file, home.folder.ledgerFile] {
        try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: path)
      }
      for _ in 0..<2 {
        let page = try await home.browser.get("/").body
        #expect(page.contains("Maya and Jonas Berg"))
      }
      let text = try String(contentsOfFile: file, encoding: .utf8)
      try text.replacing("Maya and Jonas Berg", with: "Somebody else").write(
        toFile: file, atomically: true, encoding: .utf8)
      let renamed = try await home.browser.get("/").body
      #expect(renamed.contains("Somebody else"))
      _ = try home.folder.undo(1)
      let undone = try await home.browser.get("/").body
      #expect(undone.contains("Welcome to Hearth"))
    }
  }
}
