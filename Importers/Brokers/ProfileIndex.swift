import Diagnostics
import ImporterCSV

/// One profile as text, not yet read.
struct Profile: Sendable {
  let file: String
  let text: String
  /// Whether it belongs to the household.
  let isOwn: Bool

  static let builtIn = EmbeddedText.files.map { Profile(file: $0.name, text: $0.text, isOwn: false) }

  /// The layout that the profile describes, or what is wrong with it.
  var layout: Reading<CSVLayout> { ProfileReader.layout(text, file: file) }

  /// `fidelity-history` of `Profiles/fidelity-history.yaml`.
  var name: String {
    let base = file.split(separator: "/").last.map(String.init) ?? file
    return base.lastIndex(of: ".").map { String(base[..<$0]) } ?? base
  }

  /// Whether the profile knows no broker, only what columns are usually called.
  var isGeneric: Bool { name.hasPrefix("generic") }

  /// The values of all lines `key: value`, found without reading YAML; such values stand on one line, quoted or not.
  func values(of key: String) -> [String] {
    let mark = Array(key.utf8) + [UInt8(ascii: ":")]
    return text.utf8.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let line = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }
      return line.starts(with: mark) ? Self.value(Substring(line.dropFirst(mark.count))) : nil
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

/// Which profile reads which header: made from the profiles' `header:` lines alone, so that one YAML text is read for one file.
struct ProfileIndex: Sendable {
  private struct Entry {
    let header: HeaderPattern
    let profile: Int
  }

  private let profiles: [Profile]
  private let entries: [Entry]

  init(_ profiles: [Profile]) {
    self.profiles = profiles
    entries = profiles.enumerated().flatMap { place, profile in
      profile.values(of: "header").map { Entry(header: HeaderPattern($0), profile: place) }
    }
  }

  /// The brokers of all profiles, each once.
  var brokers: [String] { Set(profiles.flatMap { $0.values(of: "broker") }).sorted() }

  /// The profile with the longest header that the document has; the household's own go first, `generic` comes last.
  func profile(for document: CSVDocument) -> Profile? {
    var best: (rank: [Int], profile: Int)?
    for names in document.possibleHeaders {
      for entry in entries where entry.header.matches(names) {
        let profile = profiles[entry.profile]
        let rank = [profile.isOwn ? 1 : 0, profile.isGeneric ? 0 : 1, entry.header.count]
        if best.map({ $0.rank.lexicographicallyPrecedes(rank) }) ?? true { best = (rank, entry.profile) }
      }
    }
    return best.map { profiles[$0.profile] }
  }
}
