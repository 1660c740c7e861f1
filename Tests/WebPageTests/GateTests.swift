import Foundation
import Statements
import Testing
import Workflows

@testable import WebPage

@Suite("Who may see the page, and who may change something")
struct GateTests {
  @Test("the printed address gives the cookie and leads on without the token")
  func opening() async throws {
    try await ServedHousehold.with { home in
      let answer = try await home.stranger.get(home.openingPath)
      #expect(answer.status == 303)
      #expect(answer.header("Location") == "/")
      let cookie = try #require(answer.header("Set-Cookie"))
      #expect(cookie.hasSuffix("; Path=/; HttpOnly; SameSite=Strict"))
      #expect(!cookie.contains(home.openingPath.suffix(64)))
      #expect(try await home.browser.get("/").status == 200)
    }
  }

  @Test("without the cookie nothing is shown, not even the style sheet", arguments: ["/", "/assets/page.css", "/no"])
  func stranger(path: String) async throws {
    try await ServedHousehold.with { home in
      var forger = home.stranger
      forger.cookie = "hearth-\(home.server.port)=" + String(repeating: "0", count: 64)
      for browser in [home.stranger, forger] {
        let answer = try await browser.get(path)
        #expect(answer.status == 403)
        #expect(answer.body.contains("does not know this browser"))
        #expect(answer.formToken == nil)
      }
    }
  }

  @Test("a wrong token opens nothing")
  func token() async throws {
    try await ServedHousehold.with { home in
      for path in ["/open", "/open?token=", "/open?token=" + String(repeating: "a", count: 64)] {
        let answer = try await home.stranger.get(path)
        #expect(answer.status == 403)
        #expect(answer.header("Set-Cookie") == nil)
      }
    }
  }

  @Test("another host's name is refused even with the cookie; localhost is this machine")
  func host() async throws {
    try await ServedHousehold.with { home in
      let port = home.server.port
      for host in ["evil.example:\(port)", "127.0.0.1", "127.0.0.1:1", "127.0.0.1:\(port).evil.example", ""] {
        #expect(try await home.browser.get("/", host: host).status == 421, "\(host)")
        #expect(try await home.browser.get(home.openingPath, host: host).header("Set-Cookie") == nil)
      }
      #expect(try await home.browser.get("/", host: "LOCALHOST:\(port)").status == 200)
      let twice = try await home.browser.get("/", headers: ["Host: evil.example"])
      #expect(twice.status == 400)
    }
  }

  @Test("a form is taken from this page's origin alone, and with its token")
  func forms() async throws {
    try await ServedHousehold.with(isDemo: true) { home in
      let token = try await home.formToken()
      let path = "/imports/1/undo"
      for origin in [nil, "null", "http://evil.example", "https://127.0.0.1:\(home.server.port)"] {
        let answer = try await home.browser.post(path, ["form-token": token], origin: origin)
        #expect(answer.status == 403, "\(origin ?? "no origin")")
      }
      let led = try await home.browser.post(
        path, ["form-token": token], origin: home.browser.origin, headers: ["Sec-Fetch-Site: cross-site"])
      #expect(led.status == 403)
      for token in ["", String(repeating: "0", count: 64)] {
        let answer = try await home.browser.post(path, ["form-token": token], origin: home.browser.origin)
        #expect(answer.status == 403)
        #expect(answer.body.contains("This form is from another page"))
      }
      #expect(try await home.browser.post(path, [:], origin: home.browser.origin).status == 403)
      #expect(try home.folder.imports().allSatisfy(\.stands))
      let ours = try await home.browser.post(path, ["form-token": token], origin: home.browser.origin)
      #expect(ours.status == 303)
      #expect(try home.folder.imports().allSatisfy { !$0.stands })
    }
  }

  @Test("a read-only page refuses every change and offers none")
  func readOnly() async throws {
    try await ServedHousehold.with(isDemo: true, { $0.isReadOnly = true }) { home in
      let page = try await home.browser.get("/import")
      #expect(!page.body.contains("<form"))
      for route in Route.all where route.isChange {
        let path = "/" + route.pattern.map { $0.hasPrefix("{") ? "1" : String($0) }.joined(separator: "/")
        let answer = try await home.browser.post(path, [:], origin: home.browser.origin)
        #expect(answer.status == 403, "\(path)")
        #expect(answer.body.contains("read-only"))
      }
      #expect(try home.folder.imports().allSatisfy(\.stands))
    }
  }

  @Test("whoever is led here from elsewhere is sent on once, and shown nothing on the way")
  func bounce() async throws {
    try await ServedHousehold.with(isDemo: true) { home in
      let headers = ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Dest: document"]
      let answer = try await home.stranger.get("/", headers: headers)
      #expect(answer.status == 200)
      #expect(answer.body.contains("http-equiv=\"refresh\" content=\"0\""))
      #expect(!answer.body.contains("Rivera"))
      #expect(try await home.stranger.get("/", headers: ["Sec-Fetch-Site: same-origin"]).status == 403)
    }
  }

  @Test("every response carries what keeps it safe")
  func headers() async throws {
    try await ServedHousehold.with { home in
      let answers = [
        try await home.browser.get("/"), try await home.stranger.get("/"), try await home.browser.get("/no"),
        try await home.browser.get("/assets/page.js"), try await home.stranger.get(home.openingPath),
        try await home.browser.send("BREW / HTTP/1.1"),
      ]
      for answer in answers {
        let policy = try #require(answer.header("Content-Security-Policy"))
        #expect(policy.hasPrefix("default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"))
        #expect(policy.hasSuffix("form-action 'self'; frame-ancestors 'none'; base-uri 'none'"))
        #expect(answer.header("X-Content-Type-Options") == "nosniff")
        #expect(answer.header("Referrer-Policy") == "same-origin")
        #expect(answer.header("Cache-Control") == "no-store")
      }
    }
  }

  @Test("it listens on 127.0.0.1 and nowhere else")
  func loopback() async throws {
    try await ServedHousehold.with { home in
      let port = String(home.server.port, radix: 16, uppercase: true)
      let padded = String(repeating: "0", count: 4 - port.count) + port
      // Files without a size, so they are read to their end.
      let tables = try ["tcp", "tcp6"].map { name in
        let handle = try #require(FileHandle(forReadingAtPath: "/proc/net/\(name)"))
        return String(decoding: try handle.readToEnd() ?? Data(), as: UTF8.self)
      }
      // Column 2 is the local address, column 4 the state, of which 0A is listening.
      let rows = tables.flatMap { $0.split(separator: "\n") }.map { $0.split(separator: " ").map(String.init) }
      let listening = rows.filter { $0.count > 3 && $0[3] == "0A" }.map { $0[1] }
      #expect(listening.filter { $0.hasSuffix(":" + padded) } == ["0100007F:\(padded)"])
    }
  }
}
