import Statements

/// What stands before `<OFX>`: the header of either version (OFX 2.2), or none.
///
/// Seen in files: the whole header on one line without separators, blank lines before it, blanks after its colons, a comment
/// around it, a missing first letter, `<?OFX … ?<OFX>`. So the text before `<OFX>` is searched for what matters, and not parsed.
struct Prologue {
  let format: ParsedFile.Format
  /// The declared ENCODING or CHARSET, for messages.
  let encoding: String?
  /// From the first tag of the document on.
  let bodyStart: Int
  /// Behind the last `</OFX>`; the end of the text where there is none.
  let bodyEnd: Int
  let declaresDocumentType: Bool

  /// - Returns: `nil` where nothing in the text is OFX.
  init?(_ text: [UInt8]) {
    let span = text.span
    guard let start = Self.bodyStart(span) else { return nil }
    bodyStart = start
    bodyEnd = Self.bodyEnd(span, from: start)
    let head = span.extracting(..<start)
    let isMarked1 = head.firstIndex(of: "OFXSGML") != nil || head.firstIndex(of: "FXHEADER:") != nil
    let isMarked2 = head.firstIndex(of: "<?OFX") != nil || head.firstIndex(of: "<?xml") != nil
    encoding = Self.value(of: "ENCODING", in: head) ?? Self.value(of: "CHARSET", in: head)
    format = isMarked2 && !isMarked1 ? .ofx2 : .ofx1
    declaresDocumentType = head.firstIndex(of: "<!DOCTYPE") != nil
  }

  /// Whether bytes begin like OFX; reads no further than a header can be long.
  static func isLikely(_ bytes: [UInt8]) -> Bool {
    let head = TextDecoding.utf8(Array(bytes.prefix(16_384))).text
    let span = head.span
    let bounds = span.trimmedBounds
    guard !bounds.isEmpty else { return false }
    let start = span.extracting(bounds)
    guard !start.matches("<!DOCTYPE HTML"), !start.matches("<HTML") else { return false }
    return bodyStart(span) != nil || span.firstIndex(of: "<?OFX") != nil || span.firstIndex(of: "OFXHEADER") != nil
  }

  /// `<OFX` outside of comments, else the first message set or statement of a document that lost its root.
  private static func bodyStart(_ text: Span<UInt8>) -> Int? {
    var fallback: Int?
    var index = 0
    while index < text.count {
      guard text[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      if text.matches("<!--", at: index) {
        guard let end = text.firstIndex(of: "-->", from: index + 4) else { return fallback }
        index = end + 3
        continue
      }
      if text.matches("<OFX", at: index), index + 4 < text.count, !text[index + 4].isNamePart { return index }
      if fallback == nil,
        text.matches("<INVSTMT", at: index) || text.matches("<SIGNONMSGS", at: index)
          || text.matches("<BANKMSGS", at: index) || text.matches("<CREDITCARDMSGS", at: index)
      {
        fallback = index
      }
      index += 1
    }
    return fallback
  }

  private static func bodyEnd(_ text: Span<UInt8>, from start: Int) -> Int {
    var index = text.count - 6
    while index > start {
      if text.matches("</OFX>", at: index) { return index + 6 }
      index -= 1
    }
    return text.count
  }

  /// The value of `KEY:value`, `KEY: value` or `KEY="value"`.
  private static func value(of key: StaticString, in head: Span<UInt8>) -> String? {
    guard let found = head.firstIndex(of: key) else { return nil }
    var index = found + key.utf8CodeUnitCount
    func skip(_ bytes: StaticString) {
      bytes.withUTF8Buffer { while index < head.count, $0.contains(head[index]) { index += 1 } }
    }
    skip(" ")
    guard index < head.count, head[index] == UInt8(ascii: ":") || head[index] == UInt8(ascii: "=") else { return nil }
    index += 1
    skip(" \"'")
    var end = index
    while end < head.count, head[end].isLetter || head[end].isDigit || head[end] == UInt8(ascii: "-"),
      end == index || !Self.beginsKey(head, at: end)
    {
      end += 1
    }
    return end > index ? head.extracting(index..<end).string : nil
  }

  /// Whether the next key begins, in a header without separators: `VERSION:102SECURITY:NONE`.
  private static func beginsKey(_ head: Span<UInt8>, at index: Int) -> Bool {
    head.matches("SECURITY:", at: index) || head.matches("ENCODING:", at: index)
      || head.matches("CHARSET:", at: index) || head.matches("COMPRESSION:", at: index)
  }
}
