import Diagnostics
import Measures
import PortfolioModel
import Statements

/// Which securities look like one: Hearth offers to merge them and never does so by itself.
///
/// Two look alike where statements give them the same words as their name, or where two files of one account state as many
/// units of the same value on the same day, each under its own name. Two tickers, two CUSIPs or two ISINs are two securities, and so
/// are two that household.yaml describes.
struct SecurityOffers {
  struct Pair: Hashable {
    let first: Int
    let second: Int
    let reason: String
  }

  private(set) var pairs: [Pair] = []
  private let catalog: Catalog
  private let book: SecurityBook
  private let names: SecurityNames
  /// The global names of each security, by scheme.
  private var identifiers: [Int: [String: Set<String>]] = [:]

  init(
    _ catalog: Catalog, _ book: SecurityBook, _ descriptions: [SecurityBook.Description],
    _ histories: [AccountID: AccountHistory], names: SecurityNames
  ) {
    (self.catalog, self.book, self.names) = (catalog, book, names)
    for (id, alias) in catalog.aliases where alias.institution.isEmpty {
      identifiers[book.number(of: id), default: [:]][alias.scheme, default: []].insert(alias.value)
    }
    offerSameNames(descriptions)
    for (_, history) in histories.sorted(by: { $0.key < $1.key }) { offerSamePositions(history) }
  }

  private mutating func offerSameNames(_ descriptions: [SecurityBook.Description]) {
    var named: [String: Set<Int>] = [:]
    for description in descriptions {
      if let name = description.name { add(name, book.number(of: description.aliases[0]), to: &named) }
    }
    for (id, alias) in catalog.aliases where alias.scheme == SecurityReference.Scheme.name.rawValue {
      add(alias.value, book.number(of: id), to: &named)
    }
    for (_, numbers) in named.sorted(by: { $0.key < $1.key }) where numbers.count > 1 {
      let sorted = numbers.sorted()
      for other in sorted.dropFirst() { offer(sorted[0], other, because: "have the same name") }
    }
  }

  /// One word names too many things.
  private func add(_ name: String, _ number: Int, to named: inout [String: Set<Int>]) {
    let words = name.uppercased().split { !$0.isLetter && !$0.isNumber }
    if words.count > 1 { named[words.sorted().joined(separator: " "), default: []].insert(number) }
  }

  private struct Amount: Hashable {
    let day: Day
    let units: Quantity
    let value: Money
  }

  private mutating func offerSamePositions(_ history: AccountHistory) {
    var stated: [Amount: [(file: Int, security: Int)]] = [:]
    var holders: [Int: [Day: Set<Int>]] = [:]
    for (file, facts) in history.files.enumerated() {
      for statement in facts.statements {
        guard let day = statement.stateDay else { continue }
        for position in statement.positions {
          let security = book.number(of: position.alias)
          holders[file, default: [:]][day, default: []].insert(security)
          guard let units = position.units, let value = position.value, !units.isZero, value != .zero else { continue }
          stated[Amount(day: day, units: units, value: value), default: []].append((file, security))
        }
      }
    }
    let repeated = stated.filter { $0.value.count > 1 }
    for (amount, places) in repeated.sorted(by: { ($0.key.day, $0.key.value) < ($1.key.day, $1.key.value) }) {
      for (one, other) in zip(places, places.dropFirst()) where one.file != other.file {
        // What one file lists beside the other is another security.
        let isBoth =
          holders[one.file]?[amount.day]?.contains(other.security) ?? false
          || holders[other.file]?[amount.day]?.contains(one.security) ?? false
        if isBoth { continue }
        offer(
          one.security, other.security,
          because: "are \(amount.units) units of the same value in one account on \(amount.day)")
      }
    }
  }

  private mutating func offer(_ one: Int, _ other: Int, because reason: String) {
    let (first, second) = (min(one, other), max(one, other))
    guard first != second, book.householdID(of: first) == nil || book.householdID(of: second) == nil,
      names.kind(of: first) == names.kind(of: second) || names.kind(of: first) == .other
        || names.kind(of: second) == .other,
      !pairs.contains(where: { $0.first == first && $0.second == second })
    else { return }
    let schemes = Set((identifiers[first] ?? [:]).keys).intersection((identifiers[second] ?? [:]).keys)
    if schemes.isEmpty { pairs.append(Pair(first: first, second: second, reason: reason)) }
  }
}

extension SecurityOffers {
  /// In the household's words, where both are called something.
  var listed: [SecurityListing.Offer] { pairs.compactMap(offer(of:)) }

  private func offer(of pair: Pair) -> SecurityListing.Offer? {
    guard let first = names.ids[pair.first], let second = names.ids[pair.second] else { return nil }
    return SecurityListing.Offer(first: first.rawValue, second: second.rawValue, reason: pair.reason)
  }

  /// The offers of which one side is among `numbers`.
  func diagnostics(touching numbers: Set<Int>) -> [Diagnostic] {
    pairs.filter { numbers.contains($0.first) || numbers.contains($0.second) }.compactMap(offer(of:)).map { offer in
      Diagnostic(
        .warning, code: "ledger-securities-alike",
        "\(offer.first) and \(offer.second) look like one security: they \(offer.reason).",
        remedy:
          "If they are one: hearth securities merge \(offer.first) \(offer.second). If not, describe both in household.yaml."
      )
    }
  }
}
