import Diagnostics
import Statements
import Yams

/// Reads values out of one profile and collects everything that is wrong with them, each at its line and column.
struct ProfileText {
  let file: String
  private(set) var diagnostics: [Diagnostic] = []

  init(file: String) { self.file = file }

  mutating func report(_ code: String, _ message: String, at node: Node?, remedy: String) {
    report(code, message, line: node?.mark?.line, column: node?.mark?.column, remedy: remedy)
  }

  mutating func report(_ code: String, _ message: String, line: Int?, column: Int?, remedy: String) {
    let place = SourceLocation(file: file, line: line, column: column)
    diagnostics.append(Diagnostic(.error, code: code, message, at: place, remedy: remedy))
  }

  /// The values of a mapping by its keys, in the file's order; keys that are not known are errors with the nearest one.
  mutating func fields(_ node: Node, known: [String]) -> [String: Node] {
    var fields: [String: Node] = [:]
    for (key, value) in pairs(node) {
      if let name = key.scalar?.string, known.contains(name) {
        fields[name] = value
      } else {
        unknown(key, "key", among: known)
      }
    }
    return fields
  }

  mutating func pairs(_ node: Node) -> [(key: Node, value: Node)] {
    guard case .mapping(let mapping) = node else {
      wrongType(node, wanted: "lines of “key: value”")
      return []
    }
    return mapping.map { ($0.key, $0.value) }
  }

  /// The texts of a list; one text alone is a list of one.
  mutating func texts(_ node: Node?) -> [(text: String, node: Node)] {
    guard let node else { return [] }
    if case .sequence(let sequence) = node {
      return sequence.compactMap { item in text(item).map { ($0, item) } }
    }
    return text(node).map { [($0, node)] } ?? []
  }

  mutating func text(_ node: Node?) -> String? {
    guard let node else { return nil }
    guard let text = node.scalar?.string, !text.isEmpty else {
      wrongType(node, wanted: "a text")
      return nil
    }
    return text
  }

  mutating func currency(_ node: Node?) -> String? {
    guard let node, let text = text(node) else { return nil }
    let code = currencyCode(text)
    if code == nil { wrongType(node, wanted: "a currency of three letters, such as USD") }
    return code
  }

  mutating func flag(_ node: Node?) -> Bool? {
    guard let node else { return nil }
    switch node.scalar?.string {
    case "yes", "true": return true
    case "no", "false": return false
    default:
      wrongType(node, wanted: "yes or no")
      return nil
    }
  }

  /// One of the words of an enumeration.
  mutating func word<Word>(_ node: Node?, _ type: Word.Type = Word.self) -> Word?
  where Word: RawRepresentable & CaseIterable, Word.RawValue == String {
    guard let node, let text = text(node) else { return nil }
    if let word = Word(rawValue: text) { return word }
    unknown(node, "word", among: Word.allCases.map(\.rawValue))
    return nil
  }

  mutating func unknown(_ node: Node, _ what: String, among known: [String]) {
    let text = node.scalar?.string ?? ""
    let meant = nearestName(to: text, among: known)
    report(
      "profile-unknown-\(what)", "“\(text)” is no \(what) that a profile may have here", at: node,
      remedy: meant.map { "Did you mean “\($0)”?" } ?? "Write one of: \(known.joined(separator: ", ")).")
  }

  mutating func missing(_ key: String, in node: Node) {
    report("profile-missing", "“\(key)” is missing", at: node, remedy: "Add a line “\(key): …”.")
  }

  private mutating func wrongType(_ node: Node, wanted: String) {
    report("profile-wrong-type", "expected \(wanted)", at: node, remedy: "Write \(wanted).")
  }
}
