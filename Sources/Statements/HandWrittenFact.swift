public import Measures

/// Something that a person tells, since no statement does; it enters the ledger as a file of its own, and is undone like one.
public struct HandWrittenFact: Sendable, Hashable {
  public enum Fact: Sendable, Hashable {
    case cash(PrintedNumber)
    case position(SecurityReference, units: PrintedNumber, price: PrintedNumber?, basis: PrintedNumber?)
    /// Units that are held, or that a transfer brought, with the day and the basis that nobody told before.
    case lot(SecurityReference, units: PrintedNumber, basis: PrintedNumber, origin: Origin = .purchase)
    case split(SecurityReference, old: PrintedNumber, new: PrintedNumber)
    /// The part of a security's basis that goes to what was spun off (Form 8937), and those units where no statement shows them.
    case allocation(SecurityReference, fraction: PrintedNumber, to: Spun? = nil)
    /// Units of one security became units of another, cash beside them; `price` is what one of the new was worth then.
    case merger(SecurityReference, units: PrintedNumber, into: Spun, price: PrintedNumber?, cash: PrintedNumber?)
  }

  /// How the units of a lot came.
  public enum Origin: Sendable, Hashable {
    /// As a row of the ledger says it.
    public enum Word: String, Sendable, Hashable, CaseIterable {
      case gift = "GIFT"
      case inheritance = "INHERITANCE"
    }

    case purchase
    /// Given on a day on which all of them were worth `value`, less than the giver's basis.
    case gift(on: Day, value: PrintedNumber)
    case inheritance
  }

  /// Units that a reorganisation brought.
  public struct Spun: Sendable, Hashable {
    public let security: SecurityReference
    public let units: PrintedNumber

    public init(_ security: SecurityReference, units: PrintedNumber) {
      self.security = security
      self.units = units
    }
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
    case .lot(let security, let units, let basis, let origin):
      "by hand: lot of \(units) \(security.value) in \(account) acquired on \(day) for \(basis)" + origin.title
    case .split(let security, let old, let new):
      "by hand: split of \(security.value) in \(account) on \(day), \(new):\(old)"
    case .allocation(let security, let fraction, let child):
      "by hand: \(fraction) of the basis of \(security.value) in \(account) goes to "
        + (child.map { "\($0.units) \($0.security.value)" } ?? "what was") + " spun off on \(day)"
    case .merger(let security, let units, let new, let price, let cash):
      "by hand: \(units) \(security.value) in \(account) became \(new.units) \(new.security.value) on \(day)"
        + (price.map { " at \($0)" } ?? "") + (cash.map { " and \($0) of cash" } ?? "")
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
    case .lot(let security, let units, let basis, let origin):
      var entry = entry(.transferIn, security)
      entry.units = units
      entry.effect.units = units
      entry.closes = [StatementEntry.ClosedLot(acquired: day, units: units, price: nil, basis: basis)]
      origin.write(to: &entry)
      statement.entries = [entry]
    case .split(let security, let old, let new):
      var entry = entry(.split, security)
      entry.split = StatementEntry.Split(old: old, new: new)
      statement.entries = [entry]
    case .allocation(let security, let fraction, let child):
      var entry = entry(.spinOff, security)
      entry.split = StatementEntry.Split(old: PrintedNumber(significand: 1, scale: 0), new: fraction)
      statement.entries = [entry] + (child.map { [moving(.spinOff, $0.security, units: $0.units)] } ?? [])
    case .merger(let security, let units, let new, let price, let cash):
      var gone = moving(.merger, security, units: -units)
      gone.effect.cash = cash
      var come = moving(.merger, new.security, units: new.units)
      come.price = price
      statement.entries = [gone, come]
    }
    var file = ParsedFile(file: title, format: .csv, profile: Self.institution)
    file.statements = [statement]
    for row in statement.entries.indices {
      file.rows.meet()
      file.rows.use(row == 0 ? .transaction : .part)
    }
    if !statement.positions.isEmpty {
      file.rows.meet()
      file.rows.use(.position)
    }
    if statement.cash != nil {
      file.rows.meet()
      file.rows.use(.cash)
    }
    return file
  }

  private func moving(
    _ kind: StatementEntry.Kind, _ security: SecurityReference, units: PrintedNumber
  ) -> StatementEntry {
    var entry = entry(kind, security)
    entry.units = units
    entry.effect.units = units
    return entry
  }

  private func entry(_ kind: StatementEntry.Kind, _ security: SecurityReference) -> StatementEntry {
    var entry = StatementEntry(kind: kind, source: "by hand", day: day, line: 1)
    entry.security = security
    return entry
  }
}

extension HandWrittenFact.Origin {
  fileprivate var title: String {
    switch self {
    case .purchase: ""
    case .gift(let day, let value): ", a gift of \(day) worth \(value)"
    case .inheritance: ", inherited"
    }
  }

  /// Of a gift, the row settles on its day and amounts to its value then.
  fileprivate func write(to entry: inout StatementEntry) {
    switch self {
    case .purchase: return
    case .gift(let day, let value):
      entry.incomeType = Word.gift.rawValue
      entry.settleDay = day
      entry.amount = value
    case .inheritance: entry.incomeType = Word.inheritance.rawValue
    }
  }
}
