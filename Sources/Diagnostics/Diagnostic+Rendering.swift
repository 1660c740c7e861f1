extension Diagnostic {
  /// The diagnostic as lines for a person: place, sentence, the line of the file with a caret, the remedy.
  ///
  /// - Parameter lineText: the text of the line that `place` names, where the caller has it.
  public func rendered(lineText: String? = nil) -> String {
    var text = ""
    if let place { text += "\(place): " }
    text += "\(severity.rawValue): \(message) [\(code)]"
    if let element { text += "\n  in \(element)" }
    if let lineText, let line = place?.line {
      let gutter = "  \(line) | "
      let column = place?.column ?? 1
      let start = max(0, column - 60)
      let excerpt = String(lineText.dropFirst(start).prefix(100))
      text += "\n\(gutter)\(excerpt)"
      if place?.column != nil {
        text += "\n" + String(repeating: " ", count: gutter.count + column - 1 - start) + "^"
      }
    }
    if let remedy { text += "\n  → \(remedy)" }
    return text
  }
}

extension Diagnostic: CustomStringConvertible {
  public var description: String { rendered() }
}
