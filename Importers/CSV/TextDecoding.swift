/// Turns a file's bytes into UTF-8, whatever the program that exported it believed in.
///
/// A byte-order mark decides; else UTF-16 shows itself by its zero bytes; else what is valid UTF-8 is UTF-8; all other files
/// are Windows-1252, which every byte sequence is.
enum TextDecoding {
  static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { return utf8(Array(bytes.dropFirst(3))) }
    if bytes.starts(with: [0xff, 0xfe]) { return utf16(bytes.dropFirst(2), isBigEndian: false) }
    if bytes.starts(with: [0xfe, 0xff]) { return utf16(bytes.dropFirst(2), isBigEndian: true) }
    let start = bytes.prefix(64)
    let zeros = start.enumerated().filter { $0.element == 0 }
    if zeros.count * 3 > start.count {
      return utf16(bytes[...], isBigEndian: zeros.count { $0.offset % 2 == 0 } * 2 > zeros.count)
    }
    if !bytes.contains(where: { $0 >= 0x80 }) || String(validating: bytes, as: UTF8.self) != nil { return bytes }
    return windows1252(bytes)
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> [UInt8] {
    let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static func windows1252(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      guard byte >= 0x80 else {
        output.append(byte)
        continue
      }
      let code = byte < 0xa0 ? upperControls[Int(byte) - 0x80] : UInt32(byte)
      if let scalar = Unicode.Scalar(code) { output.append(contentsOf: Array(String(scalar).utf8)) }
    }
    return output
  }

  /// What Windows-1252 has at 0x80 to 0x9F, where Latin-1 has controls.
  private static let upperControls: [UInt32] = [
    0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0xfffd,
    0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
    0x0153, 0xfffd, 0x017e, 0x0178,
  ]
}
