import Measures
import PortfolioModel
import Statements

/// What securities are called: by the household file, else by their ticker, else by what statements print.
struct SecurityNames {
  private(set) var ids: [Int: SecurityID] = [:]
  /// Securities that the household file does not describe, as far as statements do.
  private(set) var unknown: [SecurityID: Security] = [:]
  private var kinds: [Int: Security.Kind] = [:]

  init(_ contents: LedgerContents, household: Household) {
    self.init(contents.catalog, contents.securities, contents.descriptions, household: household)
  }

  init(
    _ catalog: Catalog, _ securities: SecurityBook, _ descriptions: [SecurityBook.Description], household: Household
  ) {
    var aliases: [Int: [Alias]] = [:]
    for id in catalog.aliases.keys.sorted() {
      guard let alias = catalog.aliases[id] else { continue }
      aliases[securities.number(of: id), default: []].append(alias)
    }
    var described: [Int: SecurityBook.Description] = [:]
    for description in descriptions {
      let number = securities.number(of: description.aliases[0])
      let earlier = described[number]
      var known = description
      known.name = description.name ?? earlier?.name
      known.kind = description.kind ?? earlier?.kind
      described[number] = known
    }
    let householdKinds = Dictionary(household.securities.map { ($0.id, $0.kind) }, uniquingKeysWith: { $1 })
    var taken = Set(household.securities.map(\.id))
    for (number, names) in aliases.sorted(by: { $0.key < $1.key }) {
      let kind = described[number]?.kind.flatMap { Security.Kind(rawValue: $0.rawValue) }
      if let id = securities.householdID(of: number) {
        ids[number] = id
        kinds[number] = householdKinds[id]
        continue
      }
      let id = Self.freeID(for: names, described[number]?.name, &taken)
      var security = Security(id: id, name: described[number]?.name ?? names[0].value, kind: kind ?? .other)
      security.aliases = names.filter { $0.text != "TICKER:\(id)" }.map(\.text)
      ids[number] = id
      unknown[id] = security
      kinds[number] = kind
    }
  }

  /// The securities of the numbers, in the order of their names.
  func sorted(_ numbers: some Sequence<Int>) -> [(security: SecurityID, number: Int)] {
    numbers.compactMap { number in ids[number].map { ($0, number) } }.sorted { $0.0 < $1.0 }
  }

  /// What a security is, as far as anybody has said.
  func kind(of number: Int) -> Security.Kind { kinds[number] ?? .other }

  /// The group of substantially identical securities of each, as far as `describe` knows those that nobody described.
  func groups(_ household: Household, describedBy describe: (Security) -> Security) -> [SecurityID: String] {
    var groups: [SecurityID: String] = [:]
    for security in household.securities + unknown.values { groups[security.id] = describe(security).group }
    return groups
  }

  /// What each is, as far as `describe` knows those that nobody described.
  func kinds(_ household: Household, describedBy describe: (Security) -> Security) -> [SecurityID: Security.Kind] {
    let all = household.securities + unknown.values
    return Dictionary(all.map { ($0.id, describe($0).kind) }, uniquingKeysWith: { first, _ in first })
  }

  /// Every security that is an option, described or not.
  func options(_ household: Household) -> [SecurityID: Security] {
    let all = household.securities + unknown.values
    return Dictionary(all.filter { $0.kind == .option || $0.kind == .other }.map { ($0.id, $0) }) { first, _ in first }
      .filter { $0.value.kind == .option || $0.value.optionSymbol != nil }
  }

  func isCash(_ number: Int) -> Bool { kinds[number] == .cash }

  /// The ticker, else the name in capitals (`FID_500_INDEX`), with the institution where two would be called the same.
  private static func freeID(for names: [Alias], _ name: String?, _ taken: inout Set<SecurityID>) -> SecurityID {
    let ticker = names.first(where: \.isTicker)?.value
    let words = (name ?? names[0].value).uppercased().split { !$0.isLetter && !$0.isNumber }
    var text = ticker ?? words.joined(separator: "_")
    if text.isEmpty { text = names[0].text }
    if taken.contains(SecurityID(text)) { text += "@" + (names.map(\.institution).first { !$0.isEmpty } ?? "2") }
    let base = text
    var count = 2
    while !taken.insert(SecurityID(text)).inserted {
      text = "\(base)/\(count)"
      count += 1
    }
    return SecurityID(text)
  }
}
