import Measures
import PortfolioModel

extension HouseholdReader {
  static let securityKeys = [
    "name", "kind", "classes", "expense_ratio", "yield", "qualified", "exempt", "foreign_tax", "spread", "group",
    "aliases", "collectible", "redemption_fee", "redemption_days", "maximum_weight", "issuer", "restricted_until",
  ]

  /// The securities of `securities:`; returns their names, so that menus may refer to them.
  mutating func readSecurities(_ element: Element?) -> Set<SecurityID> {
    guard let element else { return [] }
    var described: Set<SecurityID> = []
    for entry in reader.entries(of: element) {
      described.insert(SecurityID(entry.name))
      readSecurity(entry)
    }
    return described
  }

  /// One security: what the file says, field by field over what is built in.
  mutating func readSecurity(_ entry: NamedElement) {
    let id = SecurityID(entry.name)
    let known = KnownFunds.fund(entry.name)
    var security = known ?? Security(id: id, name: entry.name, kind: .other)
    security.exposure = translated(security.exposure)
    if !entry.value.isAbsent { fill(&security, from: entry.value, isKnown: known != nil) }
    remember(security, at: entry.key)
  }

  private mutating func fill(_ security: inout Security, from element: Element, isKnown: Bool) {
    let fields = reader.fields(of: element, known: Self.securityKeys)
    if let name = reader.text(fields["name"]) { security.name = name }
    if let kind = reader.word(fields["kind"], Security.Kind.self) {
      security.kind = kind
    } else if !isKnown, fields["kind"] == nil {
      security.kind = .fund
    }
    if let classes = fields["classes"] {
      let stated = exposure(classes)
      if !stated.isEmpty || !isKnown { security.exposure = stated }
    }
    if let rate = reader.rate(fields["expense_ratio"], usual: Rate(steps: 25_000_000_000)) {
      security.expenseRatio = rate
    } else if !isKnown {
      security.isExpenseRatioKnown = security.kind != .fund && security.kind != .etf
    }
    if let rate = reader.rate(fields["yield"], usual: Rate(steps: 250_000_000_000)) { security.yield = rate }
    if let weight = reader.weight(fields["qualified"]) { security.qualified = weight }
    if let weight = reader.weight(fields["exempt"]) { security.exempt = weight }
    if let rate = reader.rate(fields["foreign_tax"], usual: Rate(steps: 25_000_000_000)) {
      security.foreignTax = rate
    }
    if let rate = reader.rate(fields["spread"], usual: Rate(steps: 50_000_000_000)) { security.spread = rate }
    if let group = reader.text(fields["group"]) { security.group = group }
    if let flag = reader.flag(fields["collectible"]) { security.isCollectible = flag }
    if let rate = reader.rate(fields["redemption_fee"], usual: Rate(steps: 100_000_000_000)) {
      security.redemptionFee = rate
    }
    if let days = reader.wholeNumber(fields["redemption_days"], in: 0...3660) { security.redemptionDays = days }
    if let weight = reader.weight(fields["maximum_weight"]) { security.maximumWeight = weight }
    if let issuer = reader.text(fields["issuer"]) { security.issuer = issuer }
    if let day = reader.day(fields["restricted_until"]) { security.restrictedUntil = day }
    security.aliases += reader.texts(fields["aliases"])
  }

  private mutating func remember(_ security: Security, at key: Element) {
    if securities.contains(where: { $0.id == security.id }) {
      reader.report(
        "household-duplicate", "the security “\(security.id)” is described twice", key,
        remedy: "Describe it once, under “securities:” or in one menu, and name it elsewhere.")
      return
    }
    for other in securities {
      if let alias = security.aliases.first(where: { other.aliases.contains($0) }) {
        reader.report(
          "household-duplicate", "the alias “\(alias)” belongs to “\(other.id)” and to “\(security.id)”", key,
          remedy: "Keep it at one of them.")
      }
    }
    securities.append(security)
  }

  /// A security that the file describes, or a built-in fund, which then joins the household.
  mutating func securityReference(_ element: Element) -> SecurityID? {
    guard let name = reader.text(element) else { return nil }
    return securityReference(name, at: element)
  }

  mutating func securityReference(_ name: String, at element: Element) -> SecurityID? {
    if securities.contains(where: { $0.id.rawValue == name }) { return SecurityID(name) }
    if var fund = KnownFunds.fund(name) {
      fund.exposure = translated(fund.exposure)
      securities.append(fund)
      return fund.id
    }
    if let meant = reader.nearest(to: name, among: securities.map(\.id.rawValue) + KnownFunds.tickers) {
      reader.report(
        "household-unknown-reference", "there is no security “\(name)”", element,
        remedy: "Did you mean “\(meant)”? Else describe it under “securities:”.")
    } else {
      reader.report(
        "household-unknown-reference", "there is no security “\(name)”", element,
        remedy: "Describe it under “securities:”.")
    }
    return nil
  }
}
