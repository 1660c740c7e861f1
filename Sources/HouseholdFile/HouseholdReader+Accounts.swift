import Measures
import PortfolioModel
import Taxes
import Yams

extension HouseholdReader {
  static let accountKeys = [
    "name", "owner", "owners", "kind", "treatment", "institution", "numbers", "tax_return", "menu", "cash_reserve",
    "never_buy", "never_sell", "can_trade", "fractional_shares", "commission", "lot_method",
    "days_between_moves", "moves_a_month", "then_only", "auto_rebalance", "roth_basis", "broker_reports",
  ]

  mutating func readAccounts(_ element: Element?, described: Set<SecurityID>) {
    guard let element else { return }
    let entries = reader.entries(of: element)
    var numbers: [String: AccountID] = [:]
    // Menus first: an account may name what another one's menu describes.
    for entry in entries { describeMenu(entry.value) }
    for entry in entries {
      guard let account = account(entry) else { continue }
      for number in account.numbers {
        if let other = numbers.updateValue(account.id, forKey: number) {
          reader.report(
            "household-duplicate", "the number \(number) belongs to “\(other)” and to “\(account.id)”", entry.key,
            remedy: "Keep it at one of them.")
        }
      }
      accounts.append(account)
    }
  }

  private mutating func account(_ entry: NamedElement) -> Account? {
    let fields = reader.fields(of: entry.value, known: Self.accountKeys)
    if fields["kind"] == nil {
      reader.missing(
        "kind", in: fields,
        remedy: "Say what \(entry.name) is: \(AccountKind.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    let kind = reader.word(fields["kind"], AccountKind.self)
    let stated = reader.word(fields["treatment"], TaxTreatment.self)
    let treatment = kind.flatMap { self.treatment(of: $0, stated: stated, fields: fields) } ?? .taxable
    var account = Account(
      id: AccountID(entry.name), name: reader.text(fields["name"]) ?? entry.name, kind: kind ?? .other,
      treatment: treatment, owners: owners(fields))
    account.institution = reader.text(fields["institution"])
    account.numbers = reader.texts(fields["numbers"])
    account.taxReturn = taxReturn(fields, owners: account.owners)
    account.menu = fields["menu"].map { menu($0) }
    account.cashReserve = reader.money(fields["cash_reserve"]) ?? .zero
    account.commission = reader.money(fields["commission"]) ?? .zero
    account.neverBuy = securityList(fields["never_buy"])
    account.neverSell = securityList(fields["never_sell"])
    account.canTrade = reader.flag(fields["can_trade"]) ?? true
    account.allowsFractionalShares = reader.flag(fields["fractional_shares"]) ?? false
    account.lotMethods = lotMethods(fields["lot_method"])
    account.tradingLimit = tradingLimit(fields, of: account.kind)
    account.brokerReport = reader.word(fields["broker_reports"], BrokerReport.self)
    account.rothBasis = rothBasis(fields["roth_basis"], of: account)
    if let element = fields["auto_rebalance"] { automatic[account.id] = automaticRebalancing(element, of: account) }
    return kind == nil ? nil : account
  }

  /// What is stated; for the Thrift Savings Plan its own rule where nothing is.
  private mutating func tradingLimit(_ fields: Fields, of kind: AccountKind) -> TradingLimit {
    var limit = TradingLimit()
    if [.traditionalTSP, .rothTSP].contains(kind), fields["moves_a_month"] == nil {
      limit = .thriftSavingsPlan(into: "TSP-G")
    }
    limit.daysBetweenMoves = reader.wholeNumber(fields["days_between_moves"], in: 0...366)
    if let most = reader.wholeNumber(fields["moves_a_month"], in: 0...366) { limit.movesAMonth = most }
    if fields["then_only"] != nil { limit.thenOnly = securityList(fields["then_only"]) }
    return limit
  }

  /// Of a Roth IRA alone: of a plan's Roth money each payment is partly earnings (IRC 402A(c), 72(e)(8)).
  private mutating func rothBasis(_ element: Element?, of account: Account) -> Money? {
    guard let element else { return nil }
    if account.kind != .rothIRA {
      reader.report(
        "household-contradiction", "“\(account.id)” is no Roth IRA, so no contributions come out of it first", element,
        remedy: "Remove “roth_basis”.")
    }
    return reader.money(element)
  }

  private mutating func treatment(of kind: AccountKind, stated: TaxTreatment?, fields: Fields) -> TaxTreatment? {
    guard let implied = kind.treatment else {
      if stated == nil, fields["treatment"] == nil {
        reader.missing(
          "treatment", in: fields,
          remedy: "For kind “other” say how it is taxed: taxable, traditional, roth, hsa or education.")
      }
      return stated
    }
    if let stated, stated != implied, let element = fields["treatment"] {
      reader.report(
        "household-contradiction",
        "an account of kind “\(kind.rawValue)” is \(implied.rawValue), not \(stated.rawValue)",
        element, remedy: "Remove “treatment”, or use kind “other”.")
    }
    return implied
  }

  /// One owner, several with shares, several in equal parts, or the only member there is.
  private mutating func owners(_ fields: Fields) -> [Account.Ownership] {
    let known = members.map(\.id.rawValue)
    if let both = fields["owners"], fields["owner"] != nil {
      reader.report(
        "household-contradiction", "both “owner” and “owners” are given", both, remedy: "Keep one of them.")
    }
    if let owner = fields["owner"] {
      guard let name = reference(owner, to: "member", among: known) else { return [] }
      return [Account.Ownership(member: MemberID(name), share: Weight(1))]
    }
    guard let element = fields["owners"] else {
      if members.count == 1 { return members.map { Account.Ownership(member: $0.id, share: Weight(1)) } }
      reader.missing(
        "owner", in: fields, remedy: "Write “owner: NAME” or “owners: {NAME: 50%, NAME: 50%}” with names of “members”.")
      return []
    }
    if case .sequence = element.node {
      let names = reader.items(of: element).compactMap { item in reference(item, to: "member", among: known) }
      guard !names.isEmpty else { return [] }
      let part = Weight(steps: Weight.stepsPerUnit / Int64(names.count))
      let first = Weight(steps: Weight.stepsPerUnit - part.steps * Int64(names.count - 1))
      return names.enumerated().map {
        Account.Ownership(member: MemberID($0.element), share: $0.offset == 0 ? first : part)
      }
    }
    var owners: [Account.Ownership] = []
    for entry in reader.entries(of: element) {
      let isKnown = checked(entry.name, at: entry.key, to: "member", among: known)
      guard let share = reader.weight(entry.value), isKnown else { return [] }
      owners.append(Account.Ownership(member: MemberID(entry.name), share: share))
    }
    let sum = owners.reduce(Weight.zero) { $0 + $1.share }
    if sum != Weight(1) {
      reader.report(
        "household-bad-sum", "the owners' shares sum to \(percent(sum)), not 100 %", element,
        remedy: "Make them sum to 100 %, or list the names for equal parts: [\(known.joined(separator: ", "))].")
    }
    return owners
  }

  /// The return that is named, the owner's, or the only one.
  private mutating func taxReturn(_ fields: Fields, owners: [Account.Ownership]) -> TaxReturnID? {
    if let element = fields["tax_return"] {
      return reference(element, to: "tax return", among: taxReturns.map(\.id.rawValue)).map { TaxReturnID($0) }
    }
    if taxReturns.count <= 1 { return taxReturns.first?.id }
    let candidates = taxReturns.map(\.id).filter { id in
      owners.contains { (taxReturnMembers[id] ?? []).contains($0.member) }
    }
    if candidates.count == 1 { return candidates.first }
    if !owners.isEmpty {
      reader.missing(
        "tax_return", in: fields,
        remedy: "Name one of: \(taxReturns.map(\.id.rawValue).joined(separator: ", ")), or list its members there.")
    }
    return nil
  }

  private mutating func securityList(_ element: Element?) -> [SecurityID] {
    guard let element else { return [] }
    return reader.items(of: element).compactMap { item in securityReference(item) }
  }

  // MARK: Menus

  /// Menu entries with facts describe the security right there.
  private mutating func describeMenu(_ account: Element) {
    guard case .mapping(let mapping) = account.node,
      let node = mapping.first(where: { $0.key.scalar?.string == "menu" })?.value, case .mapping = node
    else { return }
    let menu = account.child("menu", node)
    for entry in reader.entries(of: menu) where !entry.value.isAbsent { readSecurity(entry) }
  }

  private mutating func menu(_ element: Element) -> [SecurityID] {
    guard case .mapping = element.node else { return securityList(element) }
    return reader.entries(of: element).compactMap { entry in securityReference(entry.name, at: entry.key) }
  }
}
