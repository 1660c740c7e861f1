/// What the place where a text is shown can do: its width and whether it has colours.
public struct TextStyle: Sendable {
  /// Columns of the terminal; `nil` where nothing needs to fit.
  public let width: Int?
  public let hasColour: Bool

  public init(width: Int? = nil, hasColour: Bool = false) {
    self.width = width
    self.hasColour = hasColour
  }

  /// For files and pipes.
  public static let plain = TextStyle()

  /// A sentence in lines that fit, the first one indented by two spaces and the others by four.
  public func paragraph(_ sentence: String) -> String {
    guard let width, sentence.count + 2 > width else { return "  " + sentence }
    var lines: [String] = []
    var line = " "
    for word in sentence.split(separator: " ") {
      if line.count + 1 + word.count > width, line.contains(where: { $0 != " " }) {
        lines.append(line)
        line = "   "
      }
      line += " " + word
    }
    return (lines + [line]).joined(separator: "\n")
  }

  public func bold(_ text: String) -> String { wrap(text, "1") }
  public func dim(_ text: String) -> String { wrap(text, "2") }
  public func warning(_ text: String) -> String { wrap(text, "33") }
  public func error(_ text: String) -> String { wrap(text, "31") }

  private func wrap(_ text: String, _ code: String) -> String {
    hasColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  /// All that `wrap` writes around a text.
  static let colours = ["0", "1", "2", "33", "31"].map { "\u{1B}[\($0)m" }
}
