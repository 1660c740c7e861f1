import Diagnostics
internal import GRDB
public import PortfolioModel
public import Statements

extension Ledger {
  /// Every security that statements name, under all its names, and those that look like one.
  public func securities(household: Household) throws -> SecurityListing {
    let contents = try database.read { try LedgerContents($0, household: household) }
    let names = SecurityNames(contents, household: household)
    let described = Dictionary(household.securities.map { ($0.id, $0.name) }) { first, _ in first }
    let aliases = contents.aliasesBySecurity
    let entries = names.sorted(aliases.keys).map { id, number in
      SecurityListing.Entry(
        id: id.rawValue, name: described[id] ?? names.unknown[id]?.name ?? id.rawValue,
        names: (aliases[number] ?? []).map(\.title).sorted(), isDescribed: described[id] != nil)
    }
    return SecurityListing(entries: entries, offers: contents.offers(names).listed)
  }

  /// What a person means who calls two securities one.
  ///
  /// - Parameter names: what Hearth calls them, or names that statements print.
  /// - Throws: `DiagnosticsError` where a name fits none or several, and where there is nothing to merge.
  public func merge(of names: (String, String), household: Household) throws -> SecurityMerge {
    let contents = try database.read { try LedgerContents($0, household: household) }
    let known = SecurityNames(contents, household: household)
    let first = try contents.number(of: names.0, known)
    let second = try contents.number(of: names.1, known)
    guard first != second else {
      throw DiagnosticsError(
        Diagnostic(.error, code: "ledger-securities-one", "\(names.0) and \(names.1) are one security already."))
    }
    if let one = contents.securities.householdID(of: first), let other = contents.securities.householdID(of: second) {
      throw DiagnosticsError(
        Diagnostic(
          .error, code: "ledger-securities-apart", "household.yaml describes \(one) and \(other) as two securities.",
          remedy: "Remove one of them there, and give its names to the other: {aliases: [\"CUSIP:…\"]}."))
    }
    guard let one = contents.catalog.aliases[first], let other = contents.catalog.aliases[second] else {
      throw DiagnosticsError(contents.unknown(names.0, known))
    }
    return SecurityMerge(one.reference, other.reference)
  }
}

extension LedgerContents {
  /// The names in use, by security; those that only an undone import brought are left out.
  fileprivate var aliasesBySecurity: [Int: [Alias]] {
    var used: Set<Int> = []
    for description in descriptions { used.formUnion(description.aliases) }
    for statement in histories.values.flatMap(\.files).flatMap(\.statements) {
      used.formUnion(statement.witnesses.compactMap(\.alias))
      used.formUnion(statement.positions.map(\.alias))
      used.formUnion(statement.lots.map(\.alias))
    }
    var found: [Int: [Alias]] = [:]
    for id in used.sorted() {
      guard let alias = catalog.aliases[id], alias.scheme != "CURRENCY" else { continue }
      found[securities.number(of: id), default: []].append(alias)
    }
    return found
  }

  func offers(_ names: SecurityNames) -> SecurityOffers {
    SecurityOffers(catalog, securities, descriptions, histories, names: names)
  }

  fileprivate func number(of name: String, _ names: SecurityNames) throws -> Int {
    let wanted = name.uppercased()
    var found = Set(names.ids.filter { $0.value.rawValue.uppercased() == wanted }.map(\.key))
    if found.isEmpty {
      let fitting = catalog.aliases.filter { [$0.value.text, $0.value.value].map { $0.uppercased() }.contains(wanted) }
      found = Set(fitting.map { securities.number(of: $0.key) })
    }
    guard let number = found.first else { throw DiagnosticsError(unknown(name, names)) }
    guard found.count == 1 else {
      throw DiagnosticsError(
        Diagnostic(
          .error, code: "ledger-security-ambiguous", "\(name) is a name of several securities.",
          remedy: "See what each is called with: hearth securities."))
    }
    return number
  }

  fileprivate func unknown(_ name: String, _ names: SecurityNames) -> Diagnostic {
    let nearest = nearestName(to: name, among: names.ids.values.map(\.rawValue).sorted())
    return Diagnostic(
      .error, code: "ledger-no-such-security", "No statement names a security “\(name)”.",
      remedy: (nearest.map { "Did you mean “\($0)”? " } ?? "") + "See them with: hearth securities.")
  }
}

extension Alias {
  fileprivate var title: String { institution.isEmpty ? text : "\(text) (\(institution))" }
  fileprivate var reference: SecurityReference { SecurityReference(printed: scheme, value: value, at: institution) }
}
