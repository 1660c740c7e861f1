import Diagnostics
import Measures
import Yams

/// Reads values out of one YAML file and collects everything that is wrong with them.
///
/// Numbers are read from the scalar's text, never through a `Double`; types are ours, not YAML's.
struct FileReader {
  let file: String
  private(set) var diagnostics: [Diagnostic] = []

  init(file: String) { self.file = file }

  mutating func report(
    _ code: String, _ message: String, _ element: Element, remedy: String, severity: Diagnostic.Severity = .error
  ) {
    let place = SourceLocation(file: file, line: element.node.mark?.line, column: element.node.mark?.column)
    diagnostics.append(
      Diagnostic(
        severity, code: code, message, at: place, element: element.path.isEmpty ? nil : element.path, remedy: remedy))
  }

  mutating func wrongType(_ element: Element, wanted: String) {
    let found =
      switch element.node {
      case .mapping: "a mapping"
      case .sequence: "a list"
      case .scalar(let scalar): scalar.string.isEmpty ? "nothing" : "“\(scalar.string)”"
      case .alias: "an alias"
      }
    report("household-wrong-type", "expected \(wanted), found \(found)", element, remedy: "Write \(wanted).")
  }

  /// Something that must be there is not; reported at the mapping that lacks it.
  mutating func missing(_ key: String, in fields: Fields, remedy: String) {
    report("household-missing", "“\(key)” is missing", fields.element, remedy: remedy)
  }

  func nearest(to name: String, among known: [String]) -> String? { nearestName(to: name, among: known) }

  // MARK: Words

  mutating func text(_ element: Element?) -> String? {
    guard let element else { return nil }
    guard let text = element.scalar, !text.isEmpty else {
      wrongType(element, wanted: "a text")
      return nil
    }
    return text
  }

  /// One of the words of an enumeration.
  mutating func word<Word>(_ element: Element?, _ type: Word.Type = Word.self) -> Word?
  where Word: RawRepresentable & CaseIterable, Word.RawValue == String {
    guard let element, let text = text(element) else { return nil }
    if let word = Word(rawValue: text) { return word }
    let known = Word.allCases.map(\.rawValue)
    let meant = nearest(to: text, among: known)
    report(
      "household-unknown-word", "“\(text)” is not a word that Hearth knows here", element,
      remedy: meant.map { "Did you mean “\($0)”?" } ?? "Write one of: \(known.joined(separator: ", ")).")
    return nil
  }

  mutating func flag(_ element: Element?) -> Bool? {
    guard let element else { return nil }
    switch element.scalar?.lowercased() {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      wrongType(element, wanted: "yes or no")
      return nil
    }
  }

  mutating func texts(_ element: Element?) -> [String] {
    guard let element else { return [] }
    return items(of: element).compactMap { item in text(item) }
  }

  mutating func day(_ element: Element?) -> Day? {
    guard let element, let text = text(element) else { return nil }
    if let day = Day(text) { return day }
    report(
      "household-bad-day", "“\(text)” is not a day of the calendar", element,
      remedy: "Write year-month-day, such as 2026-01-31.")
    return nil
  }
}
