public import Diagnostics
public import Statements

/// Reads OFX and QFX investment statements of any version, well-formed or not.
///
/// bytes → `Prologue` (header, encoding) → events (`XMLReader`, or `SGMLReader` for OFX 1 and for what is not well-formed) →
/// `DocumentReader` (a small tree for each row) → `ParsedFile`. Time and memory are linear in the size of the file.
public enum OFXReader {
  /// Whether the content looks like OFX; the name of a file says nothing.
  public static func recognises(_ bytes: [UInt8]) -> Bool { Prologue.isLikely(bytes) }

  /// Everything that the file says, as printed, and everything that is doubtful about it.
  ///
  /// The value is absent where the bytes are not OFX at all. Where the file holds no investment statement, the value has none
  /// and a diagnostic says what the file is.
  ///
  /// - Parameter file: the name for messages.
  public static func reading(_ bytes: [UInt8], file: String) -> Reading<ParsedFile> {
    var findings = Findings(file: file)
    guard bytes.count < Int32.max / 2 else {
      findings.add(.error, "ofx-too-large", "the file has \(bytes.count) bytes, more than any statement")
      return Reading(nil, diagnostics: findings.all)
    }
    let (text, converted) = TextDecoding.utf8(bytes)
    guard let prologue = Prologue(text) else {
      findings.add(
        .error, "ofx-not-ofx", notOFX(text),
        remedy: "Choose the format named OFX, QFX or Quicken where you download the statement, or a CSV file.")
      return Reading(nil, diagnostics: findings.all)
    }
    if let converted, let encoding = prologue.encoding, encoding.uppercased().hasPrefix("UTF") {
      findings.add(
        .note, "ofx-encoding", "the header says \(encoding), but the text is not; it is read as \(converted)",
        remedy: "Check names with accents.")
    }
    if prologue.declaresDocumentType {
      findings.add(.note, "ofx-document-type", "the document type that the file declares is not used")
    }
    return read(text, prologue, findings)
  }

  private static func read(_ text: [UInt8], _ prologue: Prologue, _ findings: Findings) -> Reading<ParsedFile> {
    var document = DocumentReader(format: prologue.format, size: text.count, findings: findings)
    if prologue.format == .ofx2 {
      let lines = text[..<prologue.bodyStart].count { $0 == UInt8(ascii: "\n") }
      let body = prologue.bodyStart..<prologue.bodyEnd
      guard let fault = XMLReader.read(text, body, lineOffset: lines, into: &document) else {
        return document.finish()
      }
      document.findings.add(
        .warning, "ofx-not-well-formed", "the file is not well-formed XML: \(fault.message)", at: fault.place,
        remedy: "It is read leniently instead; check the entries around this line.")
    }
    var reader = SGMLReader(text, from: prologue.bodyStart)
    var lenient = Findings(file: document.findings.file)
    reader.read(into: &document, findings: &lenient)
    return document.finish(also: lenient)
  }

  private static func notOFX(_ text: [UInt8]) -> String {
    let bounds = text.span.trimmedBounds
    guard !bounds.isEmpty else { return "the file is empty" }
    let start = text.span.extracting(bounds)
    return start.matches("<!DOCTYPE HTML") || start.matches("<HTML")
      ? "the file is a web page, not a statement"
      : "the file is not OFX: it has no element <OFX>"
  }
}
