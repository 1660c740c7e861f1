/// A file's bytes as UTF-8, whatever the program that wrote it believed in.
///
/// What a header says of its encoding is wrong too often to be believed before the bytes: a byte-order mark decides; else UTF-16
/// shows itself by its zero bytes; else what is valid UTF-8 is UTF-8; all other files are Windows-1252, which every byte
/// sequence is, and which ISO 8859-1 is read as.
public enum TextDecoding {
  /// - Returns: the text, and the name of the encoding where it was not UTF-8.
  public static func utf8(_ bytes: [UInt8]) -> (text: [UInt8], converted: String?) {
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { return utf8(Array(bytes.dropFirst(3))) }
    if bytes.starts(with: [0xff, 0xfe]) { return (utf16(bytes.dropFirst(2), isBigEndian: false), "UTF-16") }
    if bytes.starts(with: [0xfe, 0xff]) { return (utf16(bytes.dropFirst(2), isBigEndian: true), "UTF-16") }
    let start = bytes.prefix(64)
    let zeros = start.enumerated().filter { $0.element == 0 }
    if zeros.count * 3 > start.count {
      return (utf16(bytes[...], isBigEndian: zeros.count { $0.offset % 2 == 0 } * 2 > zeros.count), "UTF-16")
    }
    if (try? UTF8Span(validating: bytes.span)) != nil { return (bytes, nil) }
    return (windows1252(bytes), "Windows-1252")
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> [UInt8] {
    let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).lazy.map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    return Array(String(decoding: Array(units), as: UTF16.self).utf8)
  }

  private static func windows1252(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
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
