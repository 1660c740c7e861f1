import Foundation

/// The head of a request: as much of HTTP/1.1 (RFC 9112) as browsers send to a page like this; anything else is refused.
///
/// Bodies have a length that is said before; chunked ones, which browsers never send, would leave the limit open until the end.
struct RequestHead: Sendable {
  enum Method: String, Sendable { case get = "GET", head = "HEAD", post = "POST" }

  let method: Method
  /// The decoded parts of the path: `/accounts/a%20b` is `["accounts", "a b"]`.
  let path: [String]
  let query: FormFields
  let bodyLength: Int
  let staysOpen: Bool
  private let headers: [String: String]

  /// The value of a header, by its name in lower case.
  subscript(_ name: String) -> String? { headers[name] }

  /// - Parameter text: everything up to the empty line.
  init(_ text: String) throws(Refusal) {
    var lines = text.components(separatedBy: "\r\n")
    let request = lines.removeFirst().split(separator: " ", omittingEmptySubsequences: false)
    guard request.count == 3 else { throw Refusal(.badRequest, "The first line is no request.") }
    guard request[2] == "HTTP/1.1" || request[2] == "HTTP/1.0" else {
      throw Refusal(.unsupportedVersion, "Only HTTP/1.1 is spoken here.")
    }
    guard let method = Method(rawValue: String(request[0])) else {
      throw Refusal(.methodNotAllowed, "Only GET, HEAD and POST are known here.")
    }
    self.method = method
    (path, query) = try Self.target(request[1])
    headers = try Self.headers(lines)
    guard headers["transfer-encoding"] == nil else {
      throw Refusal(.notImplemented, "A body must say its length before it begins.")
    }
    bodyLength = try Self.length(headers["content-length"], method)
    let connection = headers["connection"]?.lowercased() ?? ""
    staysOpen = request[2] == "HTTP/1.1" && !connection.contains("close")
  }

  private static func target(_ target: Substring) throws(Refusal) -> ([String], FormFields) {
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let path = parts.first, path.hasPrefix("/"), target.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw Refusal(.badRequest, "The address is no path.")
    }
    var decoded: [String] = []
    for part in path.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      guard let text = PercentEncoding.decoded(part) else {
        throw Refusal(.badRequest, "The address is not UTF-8 text.")
      }
      decoded.append(text)
    }
    return (decoded, try FormFields(urlEncoded: parts.count > 1 ? parts[1] : ""))
  }

  /// What may stand once only: two of them could be read as one thing here and as another elsewhere.
  private static let single: Set = ["host", "content-length", "content-type", "origin", "transfer-encoding"]

  private static func headers(_ lines: [String]) throws(Refusal) -> [String: String] {
    var headers: [String: String] = [:]
    for line in lines where !line.isEmpty {
      guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")), line.utf8[..<colon].allSatisfy(isOfToken),
        colon != line.startIndex, line.utf8.allSatisfy({ $0 >= 0x20 || $0 == 0x09 })
      else { throw Refusal(.badRequest, "A line of the head is no header.") }
      let name = line[..<colon].lowercased()
      let value = line[line.utf8.index(after: colon)...].trimmingCharacters(in: .whitespaces)
      guard let former = headers[name] else {
        headers[name] = value
        continue
      }
      guard !single.contains(name) else { throw Refusal(.badRequest, "The header “\(name)” stands twice.") }
      headers[name] = former + (name == "cookie" ? "; " : ", ") + value
    }
    return headers
  }

  /// Characters of a name (RFC 9110, 5.6.2).
  private static func isOfToken(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }

  private static func length(_ text: String?, _ method: Method) throws(Refusal) -> Int {
    guard let text else {
      guard method != .post else { throw Refusal(.lengthRequired, "A body must say its length before it begins.") }
      return 0
    }
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw Refusal(.badRequest, "The length of the body is no number.")
    }
    return Int(text) ?? .max
  }
}
