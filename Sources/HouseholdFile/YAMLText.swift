/// Words as YAML: plain where that is safe in every position, else quoted.
enum YAMLText {
  static func scalar(_ text: String) -> String {
    let isPlain =
      !text.isEmpty && !["null", "Null", "NULL", "y", "n"].contains(text)
      && text.unicodeScalars.allSatisfy {
        $0.isASCII
          && ($0.properties.isAlphabetic || $0.properties.numericType != nil || "_.-".unicodeScalars.contains($0))
      }
      && text.first != "-" && text.first != "."
    return isPlain ? text : "\"" + escaped(text) + "\""
  }

  static func list(_ texts: [String]) -> String { "[" + texts.map(scalar).joined(separator: ", ") + "]" }

  /// One line that may stand behind a `#`.
  static func comment(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { isPrintable($0) ? $0 : " " }))
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      default: result.unicodeScalars.append(isPrintable(scalar) ? scalar : " ")
      }
    }
    return result
  }

  /// What libYAML accepts: no control characters, no byte-order mark, nothing beyond the printable set of YAML 1.1.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7e, 0xa0...0xd7ff, 0xe000...0xfefe, 0xff00...0xfffd, 0x10000...0x10ffff:
      scalar.value != 0x2028 && scalar.value != 0x2029
    default: false
    }
  }
}
