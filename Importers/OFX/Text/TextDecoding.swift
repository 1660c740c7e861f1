/// A file's bytes as UTF-8, whatever they were.
///
/// The header's ENCODING and CHARSET are wrong too often to be believed before the bytes: a byte-order mark wins, then
/// valid UTF-8, and only then Windows-1252, which OFX 1 calls CHARSET:1252 and which ISO 8859-1 is read as.
enum TextDecoding {
  /// - Returns: the text, and the name of the encoding where it was not UTF-8.
  static func utf8(_ bytes: [UInt8]) -> (text: [UInt8], converted: String?) {
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { return utf8(Array(bytes.dropFirst(3))) }
    if bytes.starts(with: [0xff, 0xfe]) { return (utf16(bytes, high: 1), "UTF-16") }
    if bytes.starts(with: [0xfe, 0xff]) { return (utf16(bytes, high: 0), "UTF-16") }
    if (try? UTF8Span(validating: bytes.span)) != nil { return (bytes, nil) }
    return (windows1252(bytes), "Windows-1252")
  }

  private static func utf16(_ bytes: [UInt8], high: Int) -> [UInt8] {
    let units = stride(from: 2, to: bytes.count - 1, by: 2).lazy.map {
      UInt16(bytes[$0 + high]) << 8 | UInt16(bytes[$0 + 1 - high])
    }
    return Array(String(decoding: Array(units), as: UTF16.self).utf8)
  }

  private static func windows1252(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 16)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
      } else {
        let scalar = byte < 0xa0 ? upperControls[Int(byte) - 0x80] : Unicode.Scalar(byte)
        text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return text
  }

  /// What 0x80 to 0x9f mean in Windows-1252; the five unused ones are replaced.
  private static let upperControls: [Unicode.Scalar] = Array(
    "€\u{fffd}‚ƒ„…†‡ˆ‰Š‹Œ\u{fffd}Ž\u{fffd}\u{fffd}‘’“”•–—˜™š›œ\u{fffd}žŸ".unicodeScalars)
}
