import Booking
import Measures
import Statements

/// One effect of one row. A reinvestment printed as one row has two: an income and a purchase, as other files print it.
struct Leg {
  enum Part: UInt8 { case whole, income, purchase }

  /// The place of the row in the facts.
  let statement: Int32
  let row: Int32
  let part: Part
  let key: ContentKey
  let brokerID: String?
  /// Whether the security is known by a name that no list of securities joins to a ticker.
  var isVague = false
  /// Another format may print it as the day.
  var settleDay: Day?
}

extension AccountFacts {
  /// The legs of all transaction rows, in file order.
  func transactionLegs(_ securities: SecurityBook) -> [Leg] {
    var legs: [Leg] = []
    legs.reserveCapacity(statements.reduce(0) { $0 + $1.witnesses.count })
    for (index, statement) in statements.enumerated() {
      for (row, witness) in statement.witnesses.enumerated() {
        func add(_ part: Leg.Part, _ key: ContentKey) {
          var leg = Leg(statement: Int32(index), row: Int32(row), part: part, key: key, brokerID: witness.brokerID)
          leg.settleDay = witness.settleDay
          leg.isVague = key.units != 0 && securities.isVague(key.security)
          legs.append(leg)
        }
        witness.addContents(securities, currency: statement.currency, to: add)
      }
    }
    return legs
  }

  /// The legs of stated positions and lots: a second file that states the same says nothing new.
  func stateLegs(_ securities: SecurityBook) -> (positions: [Leg], lots: [Leg]) {
    var positions: [Leg] = []
    var lots: [Leg] = []
    for (index, statement) in statements.enumerated() {
      for (row, position) in statement.positions.enumerated() {
        guard let day = statement.stateDay else { break }
        let key = ContentKey(
          .position, day: day, security: securities.number(of: position.alias), units: position.units,
          cash: position.value, currency: statement.currency,
          detail: Int64(position.price?.steps ?? 0) / 1_000_000)
        positions.append(Leg(statement: Int32(index), row: Int32(row), part: .whole, key: key, brokerID: nil))
      }
      for (row, lot) in statement.lots.enumerated() {
        guard let day = statement.stateDay ?? lot.closed else { continue }
        let key = ContentKey(
          .lot, day: day, security: securities.number(of: lot.alias), units: lot.units, cash: lot.basis,
          currency: statement.currency,
          detail: Int64(lot.acquired?.number ?? 0) * 100_000 + Int64(lot.closed?.number ?? 0))
        lots.append(Leg(statement: Int32(index), row: Int32(row), part: .whole, key: key, brokerID: nil))
      }
    }
    return (positions, lots)
  }
}

extension Witness {
  /// Adds the parts of the row, each with what decides whether another row is the same.
  func addContents(_ securities: SecurityBook, currency: String, to add: (Leg.Part, ContentKey) -> Void) {
    let security = alias.map { securities.number(of: $0) } ?? 0
    let currency = self.currency ?? currency
    if let cost = reinvestedCash {
      add(.income, ContentKey(day: day, security: security, units: nil, cash: cost, currency: currency))
      return add(.purchase, ContentKey(day: day, security: security, units: units, cash: -cost, currency: currency))
    }
    // Two lots of one day and size that a person tells are two where their bases differ.
    let told = kind == .transferIn ? closes.first?.basis : nil
    let key = ContentKey(
      day: day, security: security, units: units, cash: told ?? cash, currency: currency, detail: told == nil ? 0 : -1)
    guard !key.hasEffect else { return add(.whole, key) }
    let printed = ContentKey(day: day, security: security, units: printedUnits, cash: amount, currency: currency)
      .detailed(kind)
    add(.whole, printed)
  }

  /// The income that a reinvestment printed as one row spends at once.
  var reinvestedCash: Money? {
    guard kind == .reinvest, cash?.isZero ?? true, let units, !units.isZero, let amount, !amount.isZero else {
      return nil
    }
    return amount.magnitude
  }
}

extension ContentKey {
  /// The key of a row without effect, which its kind tells from others.
  fileprivate func detailed(_ kind: StatementEntry.Kind) -> ContentKey {
    let rank = StatementEntry.Kind.allCases.firstIndex(of: kind) ?? 0
    return ContentKey(
      day: day, security: security, units: Quantity(steps: units), cash: Money(steps: cash), currency: currency,
      detail: Int64(rank) + 1)
  }
}
