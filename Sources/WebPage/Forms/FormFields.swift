import Foundation

/// Named values as a form or the query of an address carries them, in their order; a name may stand more than once.
struct FormFields: Sendable, Equatable {
  private(set) var fields: [(name: String, value: String)] = []

  init() {}

  /// `application/x-www-form-urlencoded`, as the URL standard of the WHATWG parses it, but malformed text is refused.
  init(urlEncoded text: some StringProtocol) throws(Refusal) {
    for field in text.split(separator: "&") {
      let parts = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = PercentEncoding.decoded(parts[0], plusIsSpace: true),
        let value = PercentEncoding.decoded(parts.count > 1 ? parts[1] : "", plusIsSpace: true)
      else { throw Refusal(.badRequest, "A field of the form is not UTF-8 text.") }
      add(name, value)
    }
  }

  mutating func add(_ name: String, _ value: String) { fields.append((name, value)) }

  /// The first value of a name.
  subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

  static func == (left: FormFields, right: FormFields) -> Bool {
    left.fields.elementsEqual(right.fields) { $0.name == $1.name && $0.value == $1.value }
  }
}

/// Percent-encoding of RFC 3986, section 2.1.
enum PercentEncoding {
  /// The text; `nil` where an escape is broken, or the bytes are no UTF-8 or hold a NUL.
  static func decoded(_ text: some StringProtocol, plusIsSpace: Bool = false) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else { return nil }
        bytes.append(high << 4 | low)
      case UInt8(ascii: "+") where plusIsSpace: bytes.append(UInt8(ascii: " "))
      default: bytes.append(byte)
      }
    }
    return bytes.contains(0) ? nil : String(validating: bytes, as: UTF8.self)
  }

  /// The text as one part of a path: everything but the unreserved characters is escaped.
  static func encoded(_ text: String) -> String {
    text.utf8.reduce(into: "") { result, byte in
      let character = Character(Unicode.Scalar(byte))
      let isUnreserved = byte < 0x80 && (character.isLetter || character.isNumber || "-_~".contains(character))
      let digits = (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      result += isUnreserved ? String(character) : "%" + digits
    }
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
