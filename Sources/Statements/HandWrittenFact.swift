public import Measures

/// Something that a person tells, since no statement does; it enters the ledger as a file of its own, and is undone like one.
public struct HandWrittenFact: Sendable, Hashable {
  public enum Fact: Sendable, Hashable {
    case cash(PrintedNumber)
    case position(SecurityReference, units: PrintedNumber, price: PrintedNumber?, basis: PrintedNumber?)
    /// Units that are held, or that a transfer brought, with the day and the basis that nobody told before.
    case lot(SecurityReference, units: PrintedNumber, basis: PrintedNumber)
    case split(SecurityReference, old: PrintedNumber, new: PrintedNumber)
    /// The part of a security's basis that goes to what was spun off (Form 8937).
    case allocation(SecurityReference, fraction: PrintedNumber)
  }

  /// Stands in place of a broker; the account's number is then its name in the household.
  public static let institution = "by-hand"

  public let account: String
  public let fact: Fact
  public let day: Day

  public init(account: String, fact: Fact, day: Day) {
    self.account = account
    self.fact = fact
    self.day = day
  }

  /// What is told, in one line.
  public var title: String {
    switch fact {
    case .cash(let amount): "by hand: cash of \(amount) in \(account) on \(day)"
    case .position(let security, let units, let price, let basis):
      "by hand: \(units) \(security.value) in \(account) on \(day)"
        + (price.map { " at \($0)" } ?? "") + (basis.map { " with a basis of \($0)" } ?? "")
    case .lot(let security, let units, let basis):
      "by hand: lot of \(units) \(security.value) in \(account) acquired on \(day) for \(basis)"
    case .split(let security, let old, let new):
      "by hand: split of \(security.value) in \(account) on \(day), \(new):\(old)"
    case .allocation(let security, let fraction):
      "by hand: \(fraction) of the basis of \(security.value) in \(account) goes to what was spun off on \(day)"
    }
  }

  /// The fact as a file would state it.
  public var file: ParsedFile {
    var statement = ParsedStatement(account: PrintedAccount(number: account, broker: Self.institution))
    switch fact {
    case .cash(let amount):
      statement.asOf = day
      statement.cash = amount
      statement.cashLines = [1]
    case .position(let security, let units, let price, let basis):
      statement.asOf = day
      var position = PrintedPosition(security, line: 1)
      position.units = units
      position.price = price
      position.costBasis = basis
      statement.positions = [position]
    case .lot(let security, let units, let basis):
      var entry = entry(.transferIn, security)
      entry.units = units
      entry.effect.units = units
      entry.closes = [StatementEntry.ClosedLot(acquired: day, units: units, price: nil, basis: basis)]
      statement.entries = [entry]
    case .split(let security, let old, let new):
      var entry = entry(.split, security)
      entry.split = StatementEntry.Split(old: old, new: new)
      statement.entries = [entry]
    case .allocation(let security, let fraction):
      var entry = entry(.spinOff, security)
      entry.split = StatementEntry.Split(old: PrintedNumber(significand: 1, scale: 0), new: fraction)
      statement.entries = [entry]
    }
    var file = ParsedFile(file: title, format: .csv, profile: Self.institution)
    file.statements = [statement]
    file.rows.meet()
    file.rows.use(use)
    return file
  }

  private var use: RowCount.Use {
    switch fact {
    case .cash: .cash
    case .position: .position
    case .lot, .split, .allocation: .transaction
    }
  }

  private func entry(_ kind: StatementEntry.Kind, _ security: SecurityReference) -> StatementEntry {
    var entry = StatementEntry(kind: kind, source: "by hand", day: day, line: 1)
    entry.security = security
    return entry
  }
}
