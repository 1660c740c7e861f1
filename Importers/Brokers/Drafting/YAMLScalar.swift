/// Text as YAML takes it.
enum YAMLScalar {
  /// The text, in quotes where it needs them.
  static func quoted(_ text: String) -> String {
    guard text.unicodeScalars.allSatisfy(isPrintable) else { return escaped(text) }
    let isPlain =
      text.first.map { $0.isLetter || $0.isNumber } ?? false && text.last != " "
      && text.allSatisfy { !":#,[]{}'\"&*!|>%@`\\".contains($0) }
      && !["yes", "no", "true", "false", "null", "on", "off"].contains(text.lowercased())
    if isPlain { return text }
    return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  /// The text of a comment.
  static func comment(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter(isPrintable)))
  }

  /// Whether YAML takes a character as it is (YAML 1.2, 5.1), line ends apart.
  static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7e, 0xa0...0x2027, 0x202a...0xd7ff, 0xe000...0xfefe, 0xff00...0xfffd, 0x10000...0x10ffff: true
    default: false
    }
  }

  private static func escaped(_ text: String) -> String {
    var output = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" {
        output += "\\" + String(scalar)
      } else if isPrintable(scalar) {
        output.unicodeScalars.append(scalar)
      } else {
        let digits = String(scalar.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      }
    }
    return output + "\""
  }
}
