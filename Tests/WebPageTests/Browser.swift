import Foundation
import Testing

/// As much of a browser as the tests need, and able to do what no browser does: it sends the bytes that it is told.
struct Browser: Sendable {
  let port: UInt16
  var cookie: String?

  struct Answer {
    let status: Int
    let head: String
    let body: String

    init(_ bytes: [UInt8]) {
      let text = String(decoding: bytes, as: UTF8.self)
      let parts = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
      head = String(parts[0])
      body = parts.count > 1 ? String(parts[1]) : ""
      status = head.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    }

    func header(_ name: String) -> String? {
      head.components(separatedBy: "\r\n").first { $0.lowercased().hasPrefix(name.lowercased() + ": ") }
        .map { String($0.dropFirst(name.count + 2)) }
    }

    /// The token that the forms of the page carry.
    var formToken: String? { body.firstMatch(of: /name="form-token" value="([0-9a-f]+)"/).map { String($0.1) } }
  }

  var origin: String { "http://127.0.0.1:\(port)" }

  func get(_ path: String, headers: [String] = [], host: String? = nil) async throws -> Answer {
    try await send("GET \(path) HTTP/1.1", headers: headers, host: host)
  }

  /// - Parameter origin: `nil` for no such header.
  func post(
    _ path: String, _ fields: [String: String], origin: String?, headers: [String] = [], host: String? = nil
  ) async throws -> Answer {
    let body = fields.map { "\($0)=\($1.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")" }
      .joined(separator: "&")
    return try await send(
      "POST \(path) HTTP/1.1",
      headers: headers + (origin.map { ["Origin: \($0)"] } ?? [])
        + ["Content-Type: application/x-www-form-urlencoded", "Content-Length: \(body.utf8.count)"],
      host: host, body: Array(body.utf8))
  }

  func upload(_ path: String, token: String?, files: [(name: String, text: String)]) async throws -> Answer {
    let body = Self.multipart(token: token, files: files)
    return try await send(
      "POST \(path) HTTP/1.1",
      headers: [
        "Origin: \(origin)", "Content-Type: multipart/form-data; boundary=frontier",
        "Content-Length: \(body.utf8.count)",
      ], body: Array(body.utf8))
  }

  static func multipart(token: String?, files: [(name: String, text: String)]) -> String {
    func part(_ disposition: String, _ text: String) -> String {
      "--frontier\r\nContent-Disposition: form-data; \(disposition)\r\n\r\n\(text)\r\n"
    }
    return (token.map { part("name=\"form-token\"", $0) } ?? "")
      + files.map { part("name=\"files\"; filename=\"\($0.name)\"", $0.text) }.joined() + "--frontier--\r\n"
  }

  func send(
    _ request: String, headers: [String] = [], host: String? = nil, body: [UInt8] = []
  ) async throws -> Answer {
    let lines =
      [request, "Host: \(host ?? "127.0.0.1:\(port)")"] + (cookie.map { ["Cookie: \($0)"] } ?? []) + headers
      + ["Connection: close"]
    return Answer(try await exchange(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body))
  }

  /// Sends bytes and reads until the other side closes.
  ///
  /// - Throws: where nothing comes for five minutes: beside other tests, a server may have to wait long for its turn.
  func exchange(_ bytes: [UInt8]) async throws -> [UInt8] {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread { continuation.resume(with: Result { try Self.exchange(bytes, port: port) }) }
    }
  }

  struct Silence: Error {}

  private static func exchange(_ bytes: [UInt8], port: UInt16) throws -> [UInt8] {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var patience = timeval(tv_sec: 300, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let isConnected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    try #require(isConnected)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { rest in
        Foundation.send(socket, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
      }
      if count <= 0 { break }
      sent += count
    }
    var received: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(socket, &piece, piece.count, 0)
      if count < 0, errno == EAGAIN { throw Silence() }
      guard count > 0 else { return received }
      received += piece[..<count]
    }
  }
}
