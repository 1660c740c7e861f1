import Booking
import Diagnostics
import Measures
import Statements

/// Turns what a file prints into what the ledger books, and counts the numbers that do not fit.
struct FactReader {
  let file: String
  private(set) var roundedLines: [Int] = []
  private(set) var oversizedLines: [Int] = []

  init(file: String) { self.file = file }

  /// The printed number in steps, rounded half-even where it has more digits; nothing where it is too large to be booked.
  mutating func value<Unit>(_ printed: PrintedNumber?, line: Int) -> FixedPoint<Unit>? {
    guard let printed else { return nil }
    guard let read = FixedPoint<Unit>.reading(printed), Bound.holds(read.value) else {
      oversizedLines.append(line)
      return nil
    }
    if !read.isExact { roundedLines.append(line) }
    return read.value
  }

  mutating func facts(of statement: ParsedStatement, alias: (SecurityReference) -> Int) -> StatementFacts {
    var facts = StatementFacts(
      asOf: statement.asOf, from: statement.from, to: statement.to, currency: statement.currency)
    facts.cash = value(statement.cash, line: 1)
    facts.cashLines = statement.cashLines
    facts.witnesses.reserveCapacity(statement.entries.count)
    for entry in statement.entries { facts.witnesses.append(witness(of: entry, alias: alias)) }
    for position in statement.positions {
      let line = position.line
      facts.positions.append(
        StatedPosition(
          line: line, alias: alias(position.security), units: value(position.units, line: line),
          price: value(position.price, line: line), value: value(position.value, line: line),
          costBasis: value(position.costBasis, line: line), priceDay: position.day,
          source: position.source401k))
    }
    for lot in statement.lots {
      guard let units: Quantity = value(lot.units, line: lot.line) else { continue }
      facts.lots.append(
        StatedLotRow(
          id: 0, line: lot.line, alias: alias(lot.security), units: units, acquired: lot.acquired,
          basis: value(lot.basis, line: lot.line), closed: lot.closed, proceeds: value(lot.proceeds, line: lot.line),
          disallowed: value(lot.disallowed, line: lot.line)))
    }
    return facts
  }

  private mutating func witness(of entry: StatementEntry, alias: (SecurityReference) -> Int) -> Witness {
    let line = entry.line
    var witness = Witness(id: 0, line: line, kind: entry.kind, day: entry.day)
    witness.brokerID = entry.id
    witness.settleDay = entry.settleDay
    witness.alias = entry.security.map(alias)
    witness.units = value(entry.effect.units, line: line)
    witness.cash = value(entry.effect.cash, line: line)
    witness.printedUnits = value(entry.units, line: line)
    witness.price = value(entry.price, line: line)
    witness.amount = value(entry.amount, line: line)
    witness.accruedInterest = value(entry.accruedInterest, line: line)
    witness.costs = Witness.costs(
      [entry.commission, entry.fees, entry.load].map { value($0, line: line) })
    witness.currency = entry.currency
    witness.incomeType = entry.incomeType
    if let split = entry.split, let old: Quantity = value(split.old, line: line),
      let new: Quantity = value(split.new, line: line)
    {
      witness.split = Witness.Split(old: old, new: new)
    }
    for lot in entry.closes {
      witness.closes.append(
        LotChoice(
          acquired: lot.acquired, quantity: value(lot.units, line: line), basis: value(lot.basis, line: line)))
    }
    return witness
  }

  /// One sentence for all numbers that were rounded, one for all that were left out.
  var diagnostics: [Diagnostic] {
    var found: [Diagnostic] = []
    if let line = roundedLines.first {
      found.append(
        Diagnostic(
          .note, code: "ledger-rounded",
          "\(roundedLines.count) printed numbers have more digits than are booked and were rounded half to even.",
          at: SourceLocation(file: file, line: line)))
    }
    if let line = oversizedLines.first {
      found.append(
        Diagnostic(
          .error, code: "ledger-number-too-large",
          "\(oversizedLines.count) printed numbers are too large to be true and were not booked.",
          at: SourceLocation(file: file, line: line), remedy: "Check the lines in the file."))
    }
    return found
  }
}

/// How large a booked number may be, so that sums stay in range.
enum Bound {
  /// 92 thousand million dollars or 920 million shares in one row; prices are never summed, but subtracted.
  static func holds<Unit>(_ value: FixedPoint<Unit>) -> Bool {
    value.steps.magnitude <= UInt64(Unit.self == PriceUnit.self ? Int64.max / 2 : Int64.max / 100)
  }

  /// What all units of one position may sum to, in steps: transfers carry them from account to account.
  static let units = Int128(Int64.max / 16)
  /// What all amounts of one position may sum to, in steps.
  static let money = Int128(Int64.max / 100)
  /// What all values and bases of a household may sum to, in steps.
  static let household = Int128(Int64.max / 8)
}
