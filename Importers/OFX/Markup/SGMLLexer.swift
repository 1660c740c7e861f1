/// Cuts OFX text into tags and text; comments, processing instructions and declarations are passed over.
///
/// The language is a superset of both versions of OFX: tags may be unclosed, `&` and `<` may stand in text.
struct SGMLLexer {
  enum Kind: Equatable { case start, end, empty, text, verbatim }

  struct Token {
    let kind: Kind
    /// The name of a tag, or the text.
    let range: Range<Int>
    let name: ElementName
    let place: Place
  }

  let source: [UInt8]
  private(set) var position: Int
  private var place: Place
  private var placed: Int
  private let names = NameTable.known
  /// Terminators that are known not to stand in the rest of the text, so that no search for them is repeated.
  private var exhausted: Set<String> = []

  init(_ source: [UInt8], from start: Int) {
    self.source = source
    position = start
    place = Place()
    placed = 0
  }

  mutating func next() -> Token? {
    while position < source.count {
      let start = position
      if source[start] != UInt8(ascii: "<") { return text(from: start) }
      if let token = tag(at: start) ?? characterData(at: start) { return token }
      if !skipMarkup(at: start) { return text(from: start) }
    }
    return nil
  }

  /// The place of an offset, which is never before that of the last call.
  mutating func place(of offset: Int) -> Place {
    while placed < offset {
      let byte = source[placed]
      if byte == UInt8(ascii: "\n") {
        place.line &+= 1
        place.column = 1
      } else if byte & 0xc0 != 0x80 {
        place.column &+= 1
      }
      placed += 1
    }
    return place
  }

  /// Whether something other than a tag follows.
  var isTextNext: Bool {
    var index = position
    while index < source.count, source[index].isBlank { index += 1 }
    return index < source.count && source[index] != UInt8(ascii: "<")
  }

  private mutating func text(from start: Int) -> Token {
    var end = start + 1
    while end < source.count, source[end] != UInt8(ascii: "<") { end += 1 }
    position = end
    return Token(kind: .text, range: start..<end, name: .other, place: Place())
  }

  private mutating func tag(at start: Int) -> Token? {
    var index = start + 1
    let isEnd = index < source.count && source[index] == UInt8(ascii: "/")
    if isEnd { index += 1 }
    let nameStart = index
    guard index < source.count, source[index].isLetter else { return nil }
    while index < source.count, source[index].isNamePart { index += 1 }
    let range = nameStart..<index
    let name = names.name(source.span.extracting(range))
    var kind = isEnd ? Kind.end : .start
    var hasEquals = false
    let bare = index
    while index < source.count, source[index] != UInt8(ascii: ">"), source[index] != UInt8(ascii: "<") {
      if source[index] == UInt8(ascii: "=") { hasEquals = true }
      index += 1
    }
    let isClosed = index < source.count && source[index] == UInt8(ascii: ">")
    if isClosed, index > bare, source[index - 1] == UInt8(ascii: "/"), !isEnd { kind = .empty }
    // `<JOHN SMITH>` and `a <b` are text; a known name is a tag even where its bracket is missing.
    let isTag = name != .other || (isClosed && (kind == .empty || index == bare || hasEquals || isEnd))
    guard isTag else { return nil }
    position = isClosed ? index + 1 : bare
    return Token(kind: kind, range: range, name: name, place: place(of: start))
  }

  private mutating func characterData(at start: Int) -> Token? {
    guard source.span.matches("<![CDATA[", at: start), let end = end(of: "]]>", from: start + 9) else { return nil }
    position = end
    return Token(kind: .verbatim, range: start + 9..<end - 3, name: .other, place: Place())
  }

  /// Passes over what is neither tag nor text, and says whether there was any.
  private mutating func skipMarkup(at start: Int) -> Bool {
    if source.span.matches("<!--", at: start) {
      position = end(of: "-->", from: start + 4) ?? start + 4
    } else if source.span.matches("<?", at: start) {
      position = end(of: ">", from: start + 2) ?? source.count
    } else if source.span.matches("<!", at: start) {
      position = end(of: ">", from: start + 2) ?? source.count
    } else {
      return false
    }
    return true
  }

  private mutating func end(of terminator: StaticString, from start: Int) -> Int? {
    guard !exhausted.contains(terminator.description) else { return nil }
    if let found = source.span.firstIndex(of: terminator, from: start) { return found + terminator.utf8CodeUnitCount }
    exhausted.insert(terminator.description)
    return nil
  }
}
