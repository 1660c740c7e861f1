/// What goes back to the browser; every response carries the headers that keep a page safe.
struct Response: Sendable {
  var status: Status
  var headers: [(name: String, value: String)] = []
  var body: [UInt8] = []

  init(_ status: Status, _ type: String, _ body: some Sequence<UInt8>) {
    self.status = status
    headers = [("Content-Type", type)]
    self.body = Array(body)
  }

  static func html(_ text: String, _ status: Status = .ok) -> Response {
    Response(status, "text/html; charset=utf-8", text.utf8)
  }

  /// After a change: the browser asks for the page of the result, so that reloading it changes nothing again.
  static func redirect(to path: String) -> Response {
    var response = Response(.seeOther, "text/plain; charset=utf-8", "See \(path)\n".utf8)
    response.headers.append(("Location", path))
    return response
  }

  /// On every response: nothing from elsewhere is loaded, nothing inline runs, nobody may frame or keep the page.
  ///
  /// The referrer goes to this page alone; with `no-referrer` browsers would say `Origin: null` in its own forms (Fetch standard,
  /// "append a request `Origin` header"), and the origin could not be checked.
  static let safety: [(name: String, value: String)] = [
    (
      "Content-Security-Policy",
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; "
        + "frame-ancestors 'none'; base-uri 'none'"
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cache-Control", "no-store"),
  ]

  /// The bytes of the response.
  ///
  /// - Parameters:
  ///   - staysOpen: whether another request may follow on the same connection.
  ///   - hasBody: false for the answer to a `HEAD`.
  func bytes(staysOpen: Bool, hasBody: Bool = true) -> [UInt8] {
    var head = "HTTP/1.1 \(status.rawValue) \(status.phrase)\r\n"
    for (name, value) in headers + Self.safety { head += "\(name): \(value)\r\n" }
    head += "Content-Length: \(body.count)\r\nConnection: \(staysOpen ? "keep-alive" : "close")\r\n\r\n"
    return Array(head.utf8) + (hasBody ? body : [])
  }
}
