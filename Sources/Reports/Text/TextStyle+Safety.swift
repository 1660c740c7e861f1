extension TextStyle {
  /// A text with words of others in it, as a terminal may show it: line ends and our own colours stay, and what else would move
  /// the cursor, colour or reorder the line is shown as a sign for it.
  ///
  /// An escape sequence in the name of a security must not reach the terminal (CWE-150), nor a bidirectional override that
  /// lets a line be read as another (Unicode TR 36, 2.5).
  public func safe(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: \.isCommand) else { return text }
    var shown = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      if scalar == "\u{1B}", hasColour,
        let colour = Self.colours.first(where: { rest.starts(with: $0.unicodeScalars) })
      {
        shown.append(contentsOf: colour.unicodeScalars)
        rest = rest.dropFirst(colour.unicodeScalars.count)
      } else {
        shown.append(scalar.isCommand ? scalar.sign : scalar)
        rest = rest.dropFirst()
      }
    }
    return String(shown)
  }
}

extension Unicode.Scalar {
  fileprivate var isCommand: Bool {
    switch value {
    case 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// The control picture of an ASCII control, else the replacement character.
  fileprivate var sign: Unicode.Scalar {
    switch value {
    case 0x00...0x1F: Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    default: "\u{FFFD}"
    }
  }
}
