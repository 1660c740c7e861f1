import CLibXML2

/// Makes events of well-formed OFX 2 with libxml2's push parser, which keeps one chunk of the file at a time.
///
/// It gets the text from `<OFX>` on, in UTF-8: no document type, so no entity but the predefined ones, and no network. libxml2
/// itself limits the depth to 256 and one text to 10 MB.
enum XMLReader {
  /// Where and why the text is not well-formed.
  struct Fault: Sendable {
    let message: String
    let place: Place
  }

  private static let chunk = 1 << 16

  /// - Parameter lineOffset: how many lines come before `range`.
  /// - Returns: the fault that ended the reading, if any; `document` is then as it was before.
  static func read(
    _ text: [UInt8], _ range: Range<Int>, lineOffset: Int, into document: inout DocumentReader
  ) -> Fault? {
    var context = Context(document: document)
    withUnsafeMutablePointer(to: &context) { context in
      var handler = handler
      guard let parser = xmlCreatePushParserCtxt(&handler, context, nil, 0, nil) else {
        return context.pointee.fault = Fault(message: "there is no memory for a parser", place: Place())
      }
      defer { xmlFreeParserCtxt(parser) }
      xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue))
      parser.pointee.input?.pointee.line += Int32(clamping: lineOffset)
      context.pointee.parser = parser
      text.withUnsafeBytes { bytes in
        var position = range.lowerBound
        while position < range.upperBound, context.pointee.fault == nil {
          let end = min(position + chunk, range.upperBound)
          let start = bytes.baseAddress?.advanced(by: position).assumingMemoryBound(to: CChar.self)
          xmlParseChunk(parser, start, Int32(end - position), end == range.upperBound ? 1 : 0)
          position = end
        }
      }
      if parser.pointee.wellFormed == 0, context.pointee.fault == nil {
        context.pointee.fault = Fault(message: "it ends too early", place: context.pointee.place)
      }
    }
    guard context.fault == nil else { return context.fault }
    document = context.document
    return nil
  }
}

/// What the callbacks work on, behind a pointer that lives as long as the parser.
private struct Context {
  var document: DocumentReader
  var parser: xmlParserCtxtPtr?
  var fault: XMLReader.Fault?
  let names = NameTable.known

  var place: Place {
    guard let input = parser?.pointee.input else { return Place() }
    return Place(line: input.pointee.line, column: input.pointee.col)
  }
}

// The C boundary: libxml2 hands back the pointer to a `Context` that it was given, on the thread that called it.
private func withContext(_ pointer: UnsafeMutableRawPointer?, _ body: (inout Context) -> Void) {
  guard let pointer else { return }
  body(&pointer.assumingMemoryBound(to: Context.self).pointee)
}

private var handler: xmlSAXHandler {
  var handler = xmlSAXHandler()
  handler.initialized = UInt32(XML_SAX2_MAGIC)
  handler.startElementNs = { pointer, name, _, _, _, _, _, _, _ in
    guard let name else { return }
    withContext(pointer) { context in
      let spelled = Span(_unsafeStart: name, count: Int(xmlStrlen(name)))
      var place = context.place
      place.column = max(1, place.column - Int32(spelled.count) - 1)
      context.document.start(context.names.name(spelled), spelled: spelled, at: place)
    }
  }
  handler.endElementNs = { pointer, _, _, _ in withContext(pointer) { $0.document.end() } }
  handler.characters = { pointer, text, length in
    guard let text else { return }
    withContext(pointer) { $0.document.text(Span(_unsafeStart: text, count: Int(length))) }
  }
  handler.cdataBlock = handler.characters
  handler.serror = { pointer, error in
    guard let error, error.pointee.level == XML_ERR_FATAL else { return }
    withContext(pointer) { context in
      guard context.fault == nil else { return }
      let message = error.pointee.message.map { String(cString: $0) } ?? "unknown"
      var place = context.place
      place.column = max(1, error.pointee.int2)
      context.fault = XMLReader.Fault(message: String(message.prefix { $0 != "\n" }), place: place)
      context.parser.map(xmlStopParser)
    }
  }
  return handler
}
