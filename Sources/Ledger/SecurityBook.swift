import Diagnostics
import Measures
import PortfolioModel
import Statements

/// Which printed names are one security, and what the household calls it.
///
/// Lists of securities in statements join names; the household file's own names win, and never does a list join two
/// securities that the household keeps apart.
struct SecurityBook {
  /// What a file's list of securities says about one of them.
  struct Description {
    var aliases: [Int]
    var name: String?
    var kind: PrintedSecurity.Kind?
    var price: Price?
    var priceDay: Day?
  }

  private(set) var diagnostics: [Diagnostic] = []
  /// Each alias's parent in the forest of joined names.
  private var parents: [Int: Int] = [:]
  /// The household's security, by root.
  private var anchors: [Int: SecurityID] = [:]
  private var withTicker: Set<Int> = []

  init(aliases: [Int: Alias], descriptions: [Description], household: Household) {
    let names = HouseholdNames(household)
    for id in aliases.keys.sorted() {
      guard let alias = aliases[id] else { continue }
      parents[id] = id
      anchors[id] = names.security(of: alias)
      if alias.isTicker { withTicker.insert(id) }
    }
    joinNumbersOfOneSystem(aliases)
    for (id, root) in names.joined(aliases) { join(id, root, aliases) }
    for description in descriptions {
      for alias in description.aliases.dropFirst() { join(description.aliases[0], alias, aliases) }
    }
    // Flat from here on, so that a look-up is one step.
    for id in parents.keys { parents[id] = root(of: id) }
  }

  /// A number that all names of one security share.
  func number(of alias: Int) -> Int { parents[alias] ?? alias }

  func householdID(of number: Int) -> SecurityID? { anchors[number] }

  func isVague(_ number: Int) -> Bool { anchors[number] == nil && !withTicker.contains(number) }

  /// An American or Canadian ISIN is the country, the CUSIP and a check digit (ISO 6166).
  private mutating func joinNumbersOfOneSystem(_ aliases: [Int: Alias]) {
    let cusips = aliases.filter { $0.value.scheme == "CUSIP" && $0.value.institution.isEmpty }
    let byValue = Dictionary(cusips.map { ($0.value.value, $0.key) }) { first, _ in first }
    for id in aliases.keys.sorted() {
      guard let alias = aliases[id], alias.scheme == "ISIN", alias.value.count == 12,
        alias.value.hasPrefix("US") || alias.value.hasPrefix("CA"),
        let cusip = byValue[String(alias.value.dropFirst(2).dropLast())]
      else { continue }
      join(cusip, id, aliases)
    }
  }

  private func root(of alias: Int) -> Int {
    var root = alias
    while let parent = parents[root], parent != root { root = parent }
    return root
  }

  private mutating func join(_ left: Int, _ right: Int, _ aliases: [Int: Alias]) {
    let (first, second) = (root(of: left), root(of: right))
    guard first != second else { return }
    if let one = anchors[first], let other = anchors[second], one != other {
      let names = [aliases[left]?.text, aliases[right]?.text].compactMap { $0 }.sorted()
      diagnostics.append(
        Diagnostic(
          .warning, code: "ledger-securities-apart",
          "A statement takes \(names.joined(separator: " and ")) for one security; the household keeps \(one) and \(other) apart.",
          remedy: "Give both names to one security in household.yaml if the statement is right."))
      return
    }
    let (root, child) = (min(first, second), max(first, second))
    parents[child] = root
    anchors[root] = anchors[root] ?? anchors[child]
    if withTicker.contains(child) { withTicker.insert(root) }
  }
}

/// The names that the household file gives to its securities.
private struct HouseholdNames {
  private var byAlias: [String: SecurityID] = [:]
  private var byID: [String: SecurityID] = [:]

  init(_ household: Household) {
    for security in household.securities {
      byID[security.id.rawValue.uppercased()] = security.id
      for alias in security.aliases { byAlias[alias.uppercased()] = security.id }
    }
  }

  func security(of alias: Alias) -> SecurityID? { byAlias[alias.text.uppercased()] ?? byID[alias.value.uppercased()] }

  /// Pairs of names that the household gives to one security.
  func joined(_ aliases: [Int: Alias]) -> [(Int, Int)] {
    var first: [SecurityID: Int] = [:]
    var pairs: [(Int, Int)] = []
    for id in aliases.keys.sorted() {
      guard let alias = aliases[id], let security = security(of: alias) else { continue }
      if let other = first[security] { pairs.append((other, id)) } else { first[security] = id }
    }
    return pairs
  }
}
