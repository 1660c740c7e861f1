import Foundation
import Testing
import Workflows

@testable import WebPage

@Suite("Words of others are shown, never obeyed")
struct EscapingTests {
  private static let script = "<script>alert(1)</script>"
  private static let shown = "&lt;script&gt;alert(1)&lt;/script&gt;"

  @Test("names of the household's own file")
  func household() async throws {
    try await ServedHousehold.with(isDemo: true) { home in
      let file = home.folder.householdFile
      let hostile = "\"\(Self.script) \\u202E&'\""
      try String(contentsOfFile: file, encoding: .utf8)
        .replacing("\"Maya and Jonas Berg\"", with: hostile).replacing("Joint brokerage", with: hostile)
        .write(toFile: file, atomically: true, encoding: .utf8)
      for path in ["/", "/accounts", "/accounts/joint", "/rebalance"] {
        let page = try await home.browser.get(path).body
        #expect(!page.contains("<script>"), "\(path)")
        #expect(!page.contains("\u{202E}"), "\(path)")
        #expect(page.contains(Self.shown + " \u{FFFD}&amp;&#39;"), "\(path)")
      }
    }
  }

  @Test("names and memos of a statement, and the name of its file")
  func statement() async throws {
    try await ServedHousehold.with { home in
      let written = try #require(try home.folder.writeDemo().first { $0.hasSuffix("OfxDownload.ofx") })
      let escaped = Self.script.replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      let text = try String(contentsOfFile: written, encoding: .utf8)
        .replacing("Oak Core Bond Fund", with: escaped).replacing("CONTRIBUTION", with: escaped)
      #expect(text.contains("<MEMO>" + escaped))
      // Without its description in the household's file, the statement's own name is shown.
      try FileManager.default.removeItem(atPath: home.folder.householdFile)
      let token = try await home.formToken()
      let sent = try await home.browser.upload("/import", token: token, files: [(Self.script + ".ofx", text)])
      let plan = try #require(sent.header("Location"))
      let shown = try await home.browser.get(plan).body
      #expect(!shown.contains("<script>"))
      _ = try await home.browser.post(plan, ["form-token": token, "answer": "accept"], origin: home.browser.origin)
      for path in ["/", "/accounts", "/import"] {
        let page = try await home.browser.get(path).body
        #expect(!page.contains("<script>"), "\(path)")
      }
      let accounts = try await home.browser.get("/accounts").body
      #expect(accounts.contains(Self.shown))
    }
  }

  @Test("an entity of a statement is not followed to a file of this machine")
  func entity() async throws {
    try await ServedHousehold.with { home in
      let secret = home.folder.path + "/secret"
      try FileManager.default.createDirectory(atPath: home.folder.path, withIntermediateDirectories: true)
      try "do not tell".write(toFile: secret, atomically: true, encoding: .utf8)
      let text = """
        <?xml version="1.0"?><!DOCTYPE OFX [<!ENTITY x SYSTEM "file://\(secret)">]>
        <?OFX OFXHEADER="200" VERSION="211" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>
        <OFX><SIGNONMSGSRSV1><SONRS><FI><ORG>&x;</ORG></FI></SONRS></SIGNONMSGSRSV1></OFX>
        """
      let token = try await home.formToken()
      let sent = try await home.browser.upload("/import", token: token, files: [("a.ofx", text)])
      let plan = try await home.browser.get(try #require(sent.header("Location"))).body
      #expect(plan.contains("cannot be imported as they are"))
      #expect(!plan.contains("do not tell"))
    }
  }
}
