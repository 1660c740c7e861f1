import Foundation
import Testing

@testable import WebPage

@Suite("Requests that no browser makes")
struct HostileTests {
  @Test(
    "there are no files but those of the table",
    arguments: [
      "/assets/../../../../etc/passwd", "/assets/..%2f..%2fetc/passwd", "/assets/%2e%2e/page.css", "//etc/passwd",
      "/assets/", "/assets/page.css/", "/accounts/..%2f..%2fetc%2fpasswd", "/import/plan/..%2f..%2f",
    ])
  func traversal(path: String) async throws {
    try await ServedHousehold.with(isDemo: true) { home in
      let answer = try await home.browser.get(path)
      #expect(answer.status == 404)
      #expect(!answer.body.contains("root:"))
    }
  }

  @Test(
    "what is no request is refused",
    arguments: [
      ("GET", 400), ("GET / HTTP/2.0", 505), ("GET http://evil.example/ HTTP/1.1", 400), ("GET /%zz HTTP/1.1", 400),
      ("GET /%00 HTTP/1.1", 400), ("GET /\u{7f} HTTP/1.1", 400), ("DELETE / HTTP/1.1", 405), ("POST / HTTP/1.1", 411),
      ("GET / HTTP/1.1\r\nContent-Length: -1", 400), ("GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 1", 400),
      ("POST / HTTP/1.1\r\nTransfer-Encoding: chunked", 501), ("GET / HTTP/1.1\r\n folded: header", 400),
      ("GET / HTTP/1.1\r\nno header", 400),
    ])
  func malformed(request: String, status: Int) async throws {
    try await ServedHousehold.with { home in
      let answer = try await home.browser.send(request)
      #expect(answer.status == status)
    }
  }

  @Test("a head that does not end is refused when it is long")
  func longHead() async throws {
    try await ServedHousehold.with { home in
      let answer = try await home.browser.get("/", headers: ["X: " + String(repeating: "a", count: 20_000)])
      #expect(answer.status == 431)
      let endless = try await home.browser.exchange([UInt8](repeating: 0x61, count: 2_000_000))
      #expect(Browser.Answer(endless).status == 431)
    }
  }

  /// The wait of the client is much longer than the server's, so its error would mean that nobody closed.
  @Test("whoever does not go on is dropped", arguments: ["", "GET / HTTP/1.1\r\nHost: 127.0"])
  func slowHead(beginning: String) async throws {
    try await ServedHousehold.with({ $0.limits.headTime = .milliseconds(100) }) { home in
      let answer = try await home.stranger.exchange(Array(beginning.utf8))
      #expect(answer.isEmpty)
      #expect(try await home.browser.get("/").status == 200)
    }
  }

  @Test("a body that does not go on is dropped")
  func slowBody() async throws {
    try await ServedHousehold.with({ $0.limits.stillTime = .milliseconds(100) }) { home in
      let head =
        "POST /import HTTP/1.1\r\nHost: 127.0.0.1:\(home.server.port)\r\nCookie: \(home.browser.cookie ?? "")\r\n"
        + "Origin: \(home.browser.origin)\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 99\r\n\r\n"
      let answer = try await home.browser.exchange(Array((head + "--b\r\n").utf8))
      #expect(answer.isEmpty)
    }
  }

  @Test("a body over the limit is refused with 413, and the answer arrives")
  func largeBody() async throws {
    try await ServedHousehold.with({ $0.limits.upload = 1 << 20 }) { home in
      let token = try await home.formToken()
      let large = String(repeating: "x", count: 2 << 20)
      let answer = try await home.browser.upload("/import", token: token, files: [("a.csv", large)])
      #expect(answer.status == 413)
      #expect(answer.body.contains("more than the 1 MB"))
      let form = try await home.browser.post(
        "/imports/1/undo", ["form-token": String(repeating: "0", count: 2 << 20)], origin: home.browser.origin)
      #expect(form.status == 413)
      #expect(try FileManager.default.contentsOfDirectory(atPath: home.server.temporaryFolder).isEmpty)
    }
  }

  @Test("twenty browsers at once are all answered")
  func many() async throws {
    try await ServedHousehold.with(isDemo: true) { home in
      let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
        for number in 0..<120 {
          group.addTask { try await home.browser.get(["/", "/accounts", "/import"][number % 3]).status }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(statuses == Array(repeating: 200, count: 120))
    }
  }

  @Test("more connections than there is room for wait for their turn")
  func crowd() async throws {
    try await ServedHousehold.with({ $0.limits.connections = 2 }) { home in
      let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<20 { group.addTask { try await home.browser.get("/").status } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(statuses == Array(repeating: 200, count: 20))
    }
  }
}
