import Diagnostics
import ImporterCSV
import Statements

/// One profile as text, not yet read.
struct Profile: Sendable {
  let file: String
  let text: String
  /// Whether it belongs to the household.
  let isOwn: Bool

  static let builtIn = EmbeddedText.files.map { Profile(file: $0.name, text: $0.text, isOwn: false) }

  /// The layout that the profile describes, or what is wrong with it.
  var layout: Reading<CSVLayout> {
    let reading = ProfileReader.layout(text, file: file)
    guard let layout = reading.value, values(of: "header").count < layout.tables.count else { return reading }
    return Reading(
      nil,
      diagnostics: [
        Diagnostic(
          .error, code: "profile-hidden-header", "a “header” does not stand at the start of a line of its own",
          at: SourceLocation(file: file),
          remedy: "Write “- header: …” on one line for each table; it is searched before the rest is read.")
      ])
  }

  /// `fidelity-history` of `Profiles/fidelity-history.yaml`.
  var name: String {
    let base = file.split(separator: "/").last.map(String.init) ?? file
    return base.lastIndex(of: ".").map { String(base[..<$0]) } ?? base
  }

  /// Whether the profile knows no broker, only what columns are usually called.
  var isGeneric: Bool { name.hasPrefix("generic") }

  func described(isUsable: Bool = true) -> KnownProfile {
    KnownProfile(
      name: values(of: "name").first ?? name, broker: values(of: "broker").first ?? "",
      about: values(of: "about").first, file: isOwn ? file : nil, isUsable: isUsable)
  }

  /// The values of all lines `key: value`, found without reading YAML; such values stand on one line, quoted or not.
  func values(of key: String) -> [String] { lines(of: key).map(\.value) }

  /// The same with the lines on which they stand, counted from 1.
  func lines(of key: String) -> [(value: String, line: Int)] {
    let mark = Array(key.utf8) + [UInt8(ascii: ":")]
    return text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated().compactMap {
      number, line in
      let line = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }
      return line.starts(with: mark) ? (Self.value(Substring(line.dropFirst(mark.count))), number + 1) : nil
    }
  }

  /// A scalar without its quotes or the comment behind it.
  private static func value(_ text: Substring) -> String {
    var value = text.drop(while: \.isWhitespace)
    if let quote = value.first, quote == "'" || quote == "\"", let end = value.dropFirst().firstIndex(of: quote) {
      return String(value[..<end].dropFirst())
    }
    if let comment = value.firstRange(of: " #") { value = value[..<comment.lowerBound] }
    while value.last?.isWhitespace ?? false { value = value.dropLast() }
    return String(value)
  }
}
