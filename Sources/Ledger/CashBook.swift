import Measures
import PortfolioModel
import Statements

/// The cash of an account on a day: the latest that a statement states, and what transactions moved since.
struct CashBook {
  /// Absent where neither a balance nor a movement is known.
  private(set) var amount: Money?
  /// What a statement states, without what transactions moved since.
  private(set) var stated: Money?
  /// The day of the statement that states it.
  private(set) var day: Day?
  /// Whether only lists of positions without cash are known, so that none was counted on their day.
  private(set) var isAssumedNone = false
  /// What was stated and is left out, since the same money stands among the positions.
  private(set) var sweep: Money?
  /// The sum does not fit.
  private(set) var isOversized = false

  init(
    _ history: AccountHistory, entries: [BookedEntry], asOf: Day, currency: String, isSweep: (Int) -> Bool,
    _ securities: SecurityBook
  ) {
    var stated: Money?
    var listDay: Day?
    for file in history.files {
      var ofFile: [Day: [StatementFacts]] = [:]
      for statement in file.statements where statement.currency == currency {
        guard let day = statement.stateDay, day <= asOf else { continue }
        if !statement.positions.isEmpty, !file.isHandWritten { listDay = max(listDay ?? day, day) }
        guard statement.cash != nil || (!file.isHandWritten && !statement.sweeps(isSweep, securities).isEmpty) else {
          continue
        }
        ofFile[day, default: []].append(statement)
      }
      guard let (latest, statements) = ofFile.max(by: { $0.key < $1.key }), latest >= day ?? latest else { continue }
      let balances = statements.compactMap(\.cash)
      // Of two files of one day, one that states no cash says nothing against the other.
      if latest == day, balances.isEmpty { continue }
      day = latest
      guard let sum = Money.sum(balances)?.bounded else {
        isOversized = true
        continue
      }
      let isSweep = !sum.isZero && statements.contains { $0.sweeps(isSweep, securities).contains(sum) }
      sweep = isSweep ? sum : nil
      stated = isSweep ? .zero : sum
    }
    if stated == nil, let listDay {
      isAssumedNone = true
      stated = .zero
      day = listDay
    }
    let later = entries.filter { !$0.isForeign && $0.witness.day > day ?? Day(number: .min) && !$0.cash.isZero }
    guard stated != nil || !later.isEmpty else { return }
    var steps = Int128(stated?.steps ?? 0)
    for entry in later { steps += Int128(entry.cash.steps) }
    self.stated = stated
    let sum = Money(exactly: steps)?.bounded
    isOversized = isOversized || sum == nil
    amount = sum ?? stated ?? .zero
  }
}

extension StatementFacts {
  /// The values of money-market positions, which can be the same money as the cash (OFX 13.9.2.7: AVAILCASH includes sweep
  /// funds) and stand for it where a list states no cash.
  fileprivate func sweeps(_ isSweep: (Int) -> Bool, _ securities: SecurityBook) -> [Money] {
    positions.compactMap { position in
      guard isSweep(securities.number(of: position.alias)) || position.price == Price(1) else { return nil }
      return position.value ?? position.units.flatMap { Money($0, at: Price(1)) }
    }
  }
}
