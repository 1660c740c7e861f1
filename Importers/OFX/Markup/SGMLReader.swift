import Diagnostics

/// Makes balanced events of OFX text that need not be balanced: OFX 1, and OFX 2 that is not well-formed.
///
/// OFX 1 leaves close at the next tag (OFX 2.3.2). Beyond that it recovers, with a warning at the place: leaves closed by
/// another's tag, aggregates never closed, closing tags that close nothing. Whether an element is a leaf comes from its name;
/// an unknown one is a leaf if text follows, or if nothing in the file ever closes it.
struct SGMLReader {
  /// Far more than OFX needs: its statements are 12 deep.
  static let depthLimit = 64

  private struct Open {
    let name: ElementName
    let spelled: Range<Int>
    let place: Place
    let isLeaf: Bool
  }

  private var lexer: SGMLLexer
  private var open: [Open] = []
  private var closedNames: Set<String>?
  private let start: Int

  init(_ source: [UInt8], from start: Int) {
    lexer = SGMLLexer(source, from: start)
    self.start = start
  }

  mutating func read(into consumer: inout some EventConsumer, findings: inout Findings) {
    while let token = lexer.next() {
      switch token.kind {
      case .text, .verbatim: text(token, &consumer)
      case .start, .empty:
        guard open.count < Self.depthLimit else {
          findings.add(
            .error, "ofx-too-deep", "elements are nested more than \(Self.depthLimit) deep; reading stops here",
            at: token.place, remedy: "Download the statement again; this is not how institutions write OFX.")
          finish(at: token.place, &consumer)
          return
        }
        start(token, &consumer, &findings)
        if token.kind == .empty { pop(&consumer) }
      case .end: end(token, &consumer, &findings)
      }
    }
    let place = lexer.place(of: lexer.source.count)
    if let last = open.last(where: { !$0.isLeaf && $0.name != .ofx }) {
      findings.add(
        .error, "ofx-truncated", "the file ends inside \(spelling(last)) of line \(last.place.line)",
        at: place, element: path, remedy: "Download the statement again: what should follow is missing.")
      finish(at: place, &consumer)
    }
    while !open.isEmpty { pop(&consumer) }
  }

  private func text(_ token: SGMLLexer.Token, _ consumer: inout some EventConsumer) {
    guard !open.isEmpty else { return }
    let bytes = lexer.source.span.extracting(token.range)
    if token.kind == .text, bytes.contains(UInt8(ascii: "&")) {
      consumer.text(Entities.decoded(bytes).span)
    } else {
      consumer.text(bytes)
    }
  }

  private mutating func start(
    _ token: SGMLLexer.Token, _ consumer: inout some EventConsumer, _ findings: inout Findings
  ) {
    if open.last?.isLeaf == true { pop(&consumer) }
    while let unclosed = open.lastIndex(where: { Self.cannotHold($0.name, token.name) }) {
      close(downTo: unclosed, isOwnTag: false, at: token.place, &consumer, &findings)
    }
    let isLeaf =
      token.name == .other ? lexer.isTextNext || !isEverClosed(token.range) : token.name.role == .leaf
    open.append(Open(name: token.name, spelled: token.range, place: token.place, isLeaf: isLeaf))
    consumer.start(token.name, spelled: lexer.source.span.extracting(token.range), at: token.place)
  }

  private mutating func end(
    _ token: SGMLLexer.Token, _ consumer: inout some EventConsumer, _ findings: inout Findings
  ) {
    if let top = open.last, matches(top, token) { return pop(&consumer) }
    if let index = open.lastIndex(where: { matches($0, token) }) {
      return close(downTo: index, isOwnTag: true, at: token.place, &consumer, &findings)
    }
    let spelled = lexer.source.span.extracting(token.range).string
    if let top = open.last, top.isLeaf {
      findings.add(
        .warning, "ofx-mismatched-tag", "\(spelling(top)) is closed by </\(spelled)>", at: token.place, element: path,
        remedy: "Check the value in this line.")
      pop(&consumer)
    } else {
      findings.add(
        .warning, "ofx-stray-end-tag", "</\(spelled)> closes nothing that is open", at: token.place, element: path,
        remedy: "Check the entries around this line.")
    }
  }

  /// Closes the element at `index` and all that is open inside it.
  private mutating func close(
    downTo index: Int, isOwnTag: Bool, at place: Place, _ consumer: inout some EventConsumer,
    _ findings: inout Findings
  ) {
    for unclosed in open[(isOwnTag ? index + 1 : index)...].reversed() where !unclosed.isLeaf {
      findings.add(
        .warning, "ofx-unclosed-element", "\(spelling(unclosed)) of line \(unclosed.place.line) is never closed",
        at: place, element: path, remedy: "Check the entries around this line.")
    }
    while open.count > index { pop(&consumer) }
  }

  private mutating func pop(_ consumer: inout some EventConsumer) {
    open.removeLast()
    consumer.end()
  }

  private mutating func finish(at place: Place, _ consumer: inout some EventConsumer) {
    consumer.breakOff(at: place)
    while !open.isEmpty { pop(&consumer) }
  }

  /// Whether an element that begins proves that an open one was never closed: rows and lists do not nest.
  private static func cannotHold(_ open: ElementName, _ name: ElementName) -> Bool {
    switch name.role {
    case .transaction, .position, .security: open.isRow
    case .list: open.isRow || open.role == .list
    case .aggregate: open == name && (name == .invstmttrnrs || name == .invstmtrs)
    case .leaf: false
    }
  }

  private func matches(_ element: Open, _ token: SGMLLexer.Token) -> Bool {
    guard element.name == token.name else { return false }
    return element.name != .other
      || lexer.source[element.spelled].elementsEqual(lexer.source[token.range]) {
        $0.uppercasedASCII == $1.uppercasedASCII
      }
  }

  /// Whether the file has a closing tag for an unknown name; the names are collected once.
  private mutating func isEverClosed(_ range: Range<Int>) -> Bool {
    if closedNames == nil {
      var names: Set<String> = []
      var scout = SGMLLexer(lexer.source, from: start)
      while let token = scout.next() {
        guard token.kind == .end, token.name == .other else { continue }
        names.insert(lexer.source.span.extracting(token.range).string.uppercased())
      }
      closedNames = names
    }
    return closedNames?.contains(lexer.source.span.extracting(range).string.uppercased()) ?? false
  }

  private func spelling(_ element: Open) -> String {
    "<\(lexer.source.span.extracting(element.spelled).string)>"
  }

  private var path: String? {
    open.isEmpty ? nil : open.map { lexer.source.span.extracting($0.spelled).string }.joined(separator: "/")
  }
}
