import ImporterCSV

/// Which profile reads which header: made from the profiles' `header:` lines alone, so that one YAML text is read for one file.
struct ProfileIndex: Sendable {
  private struct Entry {
    let header: HeaderPattern
    let profile: Int
  }

  let profiles: [Profile]
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
