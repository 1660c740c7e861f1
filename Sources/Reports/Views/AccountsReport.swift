public import Diagnostics
public import Measures
public import PortfolioModel

/// The accounts of a household with what they hold: `hearth accounts`.
public struct AccountsReport: Report {
  public let snapshot: HouseholdSnapshot
  public let diagnostics: [Diagnostic]

  public init(_ snapshot: HouseholdSnapshot, diagnostics: [Diagnostic]) {
    self.snapshot = snapshot
    self.diagnostics = diagnostics
  }

  /// The document `hearth.accounts/1`.
  public var json: JSONValue {
    .object([
      "schema": .string("hearth.accounts/1"),
      "asOf": .string(snapshot.asOf.description),
      "accounts": .array(snapshot.household.accounts.map(json(of:))),
      "total": .number(snapshot.total, places: 2),
      "diagnostics": .array(diagnostics.map(\.json)),
    ])
  }

  public func text(_ style: TextStyle) -> String {
    var table = Table([
      .text("Account", flexible: true), .text("Kind"), .text("Owner", flexible: true), .text("Numbers", flexible: true),
      .number("Cash"),
      .number("Value"),
    ])
    for account in snapshot.household.accounts {
      table.add([
        account.name, snapshot.kindTitle(of: account), snapshot.ownerNames(of: account),
        account.numbers.joined(separator: ", "),
        Figures.dollars(snapshot.cash(in: account.id)),
        Figures.dollars(snapshot.value(of: account.id)),
      ])
    }
    table.addRule()
    table.add(["Total", "", "", "", "", Figures.dollars(snapshot.total)])
    return table.rendered(style)
  }

  private func json(of account: Account) -> JSONValue {
    let isUnassigned = snapshot.unassigned.contains(account.id)
    return .object([
      "id": .string(account.id.rawValue),
      "name": .string(account.name),
      "kind": isUnassigned ? nil : .string(account.kind.rawValue),
      "treatment": isUnassigned ? nil : .string(account.treatment.rawValue),
      "owners": .array(account.owners.map { .string($0.member.rawValue) }),
      "institution": .text(account.institution),
      "numbers": .array(account.numbers.map { .string($0) }),
      "value": .number(snapshot.value(of: account.id), places: 2),
      "cash": .number(snapshot.cash(in: account.id), places: 2),
      "unassigned": .bool(isUnassigned),
    ])
  }
}

extension HouseholdSnapshot {
  /// Holdings and cash of one account.
  public func value(of account: AccountID) -> Money {
    holdings.filter { $0.account == account }.reduce(cash(in: account)) { $0 + $1.value }
  }

  public func cash(in account: AccountID) -> Money {
    cash.filter { $0.account == account }.reduce(.zero) { $0 + $1.amount }
  }

  public func name(of account: AccountID) -> String {
    household.accounts.first { $0.id == account }?.name ?? account.rawValue
  }

  public func name(of security: SecurityID) -> String {
    household.securities.first { $0.id == security }?.name ?? security.rawValue
  }

  /// Holdings of taxable accounts with a lot whose basis nobody has told: their gain, and so their tax, is not known.
  public var taxableWithoutBasis: [Holding] {
    let taxable = Set(household.accounts.filter { !$0.treatment.isSheltered && !unassigned.contains($0.id) }.map(\.id))
    return holdings.filter { taxable.contains($0.account) && $0.basis == nil }
  }

  /// `Alex & Sam`.
  public func ownerNames(of account: Account) -> String {
    let names = Dictionary(household.members.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    return account.owners.map { names[$0.member] ?? $0.member.rawValue }.joined(separator: " & ")
  }

  /// The words for what kind of account it is.
  public func kindTitle(of account: Account) -> String {
    unassigned.contains(account.id) ? "unassigned" : account.kind.title
  }
}

extension Holding {
  /// Whether anything says what it is worth: nothing is not a loss of everything.
  var isPriced: Bool { price != nil || !value.isZero }
}
