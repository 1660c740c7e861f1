import Booking
import Measures
import Statements

/// A transaction in the words of the row that stands for it.
struct BookedEntry {
  /// The rows of the statement: each is large, and its transaction goes through many hands.
  private let rows: [Witness]
  private let row: Int32
  let part: Leg.Part
  /// Whether its amounts are in another currency than the household's.
  let isForeign: Bool
  let security: Int

  var witness: Witness { rows[Int(row)] }

  init(_ leg: Leg, in statement: StatementFacts, currency: String) {
    (rows, row, part, security) = (statement.witnesses, leg.row, leg.part, leg.key.security)
    isForeign = (statement.witnesses[Int(leg.row)].currency ?? statement.currency) != currency
  }

  /// The cash that moves; a reinvestment's two parts cancel.
  var cash: Money {
    guard let reinvested = witness.reinvestedCash else { return witness.cash ?? .zero }
    return part == .income ? reinvested : -reinvested
  }

  /// A long-term gain that a fund realised and distributed in a year, reinvested or not: the holder's long-term gain,
  /// however long the fund was held (IRC 852(b)(3)(B); Schedule D, line 13).
  ///
  /// A fund's short-term gains are ordinary dividends and none of Schedule D's (Reg. 1.852-4(b)).
  func distributedGain(in year: Int) -> Money? {
    guard witness.day.year == year, !isForeign else { return nil }
    let isReinvested = witness.kind == .reinvest && part == .income && witness.incomeType == "CGLONG"
    return witness.kind == .gainLong || isReinvested ? cash : nil
  }
}

extension AccountHistory {
  /// The transactions until a day, oldest first; those of a day in the order of their files.
  func entries(until asOf: Day, currency: String) -> [BookedEntry] {
    var found: [BookedEntry] = []
    found.reserveCapacity(transactions.transactions.count)
    for transaction in transactions.transactions {
      let leg = transactions.files[transaction.first.file].legs[transaction.first.leg]
      let statement = files[transaction.first.file].statements[Int(leg.statement)]
      let entry = BookedEntry(leg, in: statement, currency: currency)
      if entry.witness.arrival <= asOf { found.append(entry) }
    }
    // Stable, since equal days keep their order.
    let days = found.map(\.witness.day)
    return found.indices.sorted { (days[$0], $0) < (days[$1], $1) }.map { found[$0] }
  }

  /// What statements say of whole days until `asOf`, oldest first: one list for each day and, on a day of several files, what
  /// the later ones say of a security.
  func positionLists(until asOf: Day, currency: String, _ securities: SecurityBook) -> [PositionList] {
    var lists: [Day: PositionList] = [:]
    for file in files {
      var ofFile: [Day: PositionList] = [:]
      for statement in file.statements {
        guard let day = statement.stateDay, day <= asOf, !statement.positions.isEmpty else { continue }
        for position in statement.positions {
          ofFile[day, default: PositionList(day: day, file: file.name, isPartial: file.isHandWritten)].add(
            position, security: securities.number(of: position.alias),
            currency: statement.currency == currency ? nil : statement.currency)
        }
      }
      for (day, list) in ofFile { lists[day, default: list].overwrite(with: list) }
    }
    return lists.values.sorted { $0.day < $1.day }
  }

  /// The open lots that lot files state until `asOf`, by security and day; of a day, what the last file says.
  func lotLists(until asOf: Day, currency: String, _ securities: SecurityBook) -> [Int: [Day: [StatedLot]]] {
    var lists: [Int: [Day: [StatedLot]]] = [:]
    for file in files {
      var ofFile: [Int: [Day: [StatedLot]]] = [:]
      for statement in file.statements {
        guard let day = statement.stateDay, day <= asOf else { continue }
        for lot in statement.lots where lot.closed == nil {
          let stated = StatedLot(
            source: -lot.id, quantity: lot.units, basis: statement.currency == currency ? lot.basis : nil,
            acquired: lot.acquired)
          ofFile[securities.number(of: lot.alias), default: [:]][day, default: []].append(stated)
        }
      }
      lists.merge(ofFile) { $0.merging($1) { $1 } }
    }
    return lists
  }

  /// The currencies in which something is stated.
  var currencies: Set<String> {
    Set(files.flatMap { $0.statements.flatMap { [$0.currency] + Set($0.witnesses.compactMap(\.currency)) } })
  }
}
