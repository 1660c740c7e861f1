extension UInt8 {
  var uppercasedASCII: UInt8 { self >= UInt8(ascii: "a") && self <= UInt8(ascii: "z") ? self - 32 : self }
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
  var isLetter: Bool { (self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "z") }
  /// Blanks, line ends and the control characters that some files pad with.
  var isBlank: Bool { self <= UInt8(ascii: " ") }
  /// Whether it can stand in the name of an element: vendors use dots (`INTU.BID`).
  var isNamePart: Bool {
    isLetter || isDigit || self == UInt8(ascii: ".") || self == UInt8(ascii: "_") || self == UInt8(ascii: "-")
      || self == UInt8(ascii: ":")
  }
}

extension Span<UInt8> {
  /// Where the text begins and ends without the blanks around it.
  var trimmedBounds: Range<Int> {
    var lower = 0
    var upper = count
    while lower < upper, self[lower].isBlank { lower += 1 }
    while lower < upper, self[upper - 1].isBlank { upper -= 1 }
    return lower..<upper
  }

  var isBlank: Bool { trimmedBounds.isEmpty }

  func contains(_ byte: UInt8) -> Bool {
    for index in 0..<count where self[index] == byte { return true }
    return false
  }

  /// Whether `text`, in any case of letters, begins at `start`.
  func matches(_ text: StaticString, at start: Int = 0) -> Bool {
    guard start >= 0, start + text.utf8CodeUnitCount <= count else { return false }
    return text.withUTF8Buffer { wanted in
      for index in 0..<wanted.count where self[start + index].uppercasedASCII != wanted[index].uppercasedASCII {
        return false
      }
      return true
    }
  }

  /// Where `text` first stands at or after `start`, in any case of letters.
  func firstIndex(of text: StaticString, from start: Int = 0) -> Int? {
    var index = start
    while index + text.utf8CodeUnitCount <= count {
      if matches(text, at: index) { return index }
      index += 1
    }
    return nil
  }

  /// The text as a string; what is no UTF-8 is replaced.
  var string: String { withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) } }

  /// The beginning of the text on one line, for messages.
  var excerpt: String {
    let bounds = trimmedBounds
    return extracting(bounds.prefix(40)).string.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
