/// One connection: request by request until one side has had enough.
struct Connection {
  private var wire: Wire
  private let site: Site
  private let limits: Limits

  init(_ wire: Wire, site: Site, limits: Limits) {
    self.wire = wire
    self.site = site
    self.limits = limits
  }

  mutating func serve() async {
    // A connection that fails has nobody to tell.
    do { while try await answerOne() {} } catch {}
    wire.close()
  }

  /// Whether another request may follow.
  private mutating func answerOne() async throws -> Bool {
    let head: RequestHead
    do {
      guard let text = try await wire.head(limit: limits.head, within: limits.headTime) else { return false }
      head = try RequestHead(text)
    } catch let refusal as Refusal {
      try await refuse(site.response(to: refusal, isKnown: false), unread: .max)
      return false
    }
    var unread = head.bodyLength
    do {
      let response: Response
      switch site.admission(to: head) {
      case .answered(let answer): response = answer
      case .reading(var reader, let limit, let route):
        guard head.bodyLength <= limit else { throw Refusal.tooLarge(limit) }
        if head["expect"]?.lowercased() == "100-continue" {
          try await wire.write(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8), within: limits.stillTime)
        }
        while unread > 0 {
          guard let piece = try await wire.piece(upTo: unread, within: limits.stillTime) else { return false }
          unread -= piece.count
          try reader.take(piece)
        }
        response = await site.response(to: head, with: try reader.submission(), by: route)
      }
      guard unread == 0 else {
        try await refuse(response, unread: unread)
        return false
      }
      let bytes = response.bytes(staysOpen: head.staysOpen, hasBody: head.method != .head)
      try await wire.write(bytes, within: limits.stillTime)
      return head.staysOpen
    } catch {
      try await refuse(site.response(to: error), unread: unread)
      return false
    }
  }

  /// Answers before everything was read. Browsers read an answer only when they have sent all, and lose it when the connection
  /// is closed before; so what they still send is read and dropped, as far as an upload may be large twice over.
  private mutating func refuse(_ response: Response, unread: Int) async throws {
    try await wire.write(response.bytes(staysOpen: false), within: limits.stillTime)
    wire.finish()
    var rest = min(unread, 4 * limits.upload)
    while rest > 0, let piece = try await wire.piece(upTo: rest, within: limits.lingerTime) { rest -= piece.count }
  }
}

extension Refusal {
  static func tooLarge(_ limit: Int) -> Refusal {
    Refusal(
      .tooLarge, "This is more than the \(limit >> 20) MB that may be sent at once.",
      remedy: "Send fewer files at a time, or import them with “hearth import”.")
  }
}
