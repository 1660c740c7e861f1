/// Character references in text: the five of XML, `&nbsp;`, and numbers.
///
/// Unknown ones and lone ampersands (`B&N`) stay as they are: OFX 1 files rarely escape. No file defines its own.
enum Entities {
  static func decoded(_ bytes: Span<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "&"), let (scalar, end) = reference(bytes, at: index),
        let encoded = UTF8.encode(scalar)
      {
        text.append(contentsOf: encoded)
        index = end
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
    return text
  }

  private static func reference(_ bytes: Span<UInt8>, at start: Int) -> (Unicode.Scalar, end: Int)? {
    var end = start + 1
    while end < bytes.count, end - start < 10, bytes[end] != UInt8(ascii: ";") { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: ";") else { return nil }
    let name = bytes.extracting(start + 1..<end).string
    let scalar: Unicode.Scalar? =
      if name.hasPrefix("#x") || name.hasPrefix("#X") {
        UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
      } else if name.hasPrefix("#") {
        UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init)
      } else {
        named[name]
      }
    return scalar.map { ($0, end + 1) }
  }

  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ",
  ]
}
