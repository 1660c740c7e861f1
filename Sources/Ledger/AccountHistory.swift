import Statements

/// Everything that files say about one account, clustered.
struct AccountHistory {
  private(set) var files: [AccountFacts] = []
  private(set) var transactions = Clustering()
  private(set) var positions = Clustering()
  private(set) var lots = Clustering()

  /// What each row of a file is to the ledger, in file order.
  struct RowVerdict {
    let subject: ContentKey.Subject
    let line: Int
    let verdict: Clustering.Verdict
    /// The row that stated it first: `statement.ofx:120`.
    var matches: String?
    /// Whether the day differs from that row's.
    var isMoved = false
  }

  mutating func add(_ facts: AccountFacts, _ securities: SecurityBook) -> [RowVerdict] {
    files.append(facts)
    let coverage = facts.coverage
    let legs = facts.transactionLegs(securities)
    let states = facts.stateLegs(securities)
    let entries = transactions.add(Clustering.File(dialect: facts.dialect, coverage: coverage, legs: legs))
    let positions = positions.add(
      Clustering.File(dialect: facts.dialect, coverage: nil, legs: states.positions))
    let lots = lots.add(Clustering.File(dialect: facts.dialect, coverage: nil, legs: states.lots))
    return rows(.transaction, of: legs, entries, in: transactions, \.witnesses, line: \.line)
      + rows(.position, of: states.positions, positions, in: self.positions, \.positions, line: \.line)
      + rows(.lot, of: states.lots, lots, in: self.lots, \.lots, line: \.line)
  }

  /// The verdicts of legs as verdicts of rows: new if any leg is, else conflicting if any leg is.
  private func rows<Row>(
    _ subject: ContentKey.Subject, of legs: [Leg], _ verdicts: [Clustering.Verdict], in clustering: Clustering,
    _ rows: KeyPath<StatementFacts, [Row]>, line: KeyPath<Row, Int>
  ) -> [RowVerdict] {
    guard let statements = files.last?.statements else { return [] }
    var found: [RowVerdict] = []
    var previous: Leg?
    for (leg, verdict) in zip(legs, verdicts) {
      var row = RowVerdict(
        subject: subject, line: statements[Int(leg.statement)][keyPath: rows][Int(leg.row)][keyPath: line],
        verdict: verdict)
      if let place = verdict.place {
        let other = clustering.files[place.file].legs[place.leg]
        let otherLine = files[place.file].statements[Int(other.statement)][keyPath: rows][Int(other.row)][
          keyPath: line]
        row.matches = "\(files[place.file].name):\(otherLine)"
        row.isMoved = other.key.day != leg.key.day
      }
      if let last = previous, last.statement == leg.statement, last.row == leg.row, let earlier = found.last {
        found[found.count - 1] = earlier.verdict.rank >= verdict.rank ? earlier : row
      } else {
        found.append(row)
      }
      previous = leg
    }
    return found
  }
}

extension Clustering.Verdict {
  var place: Clustering.Place? {
    switch self {
    case .new: nil
    case .duplicate(let place), .conflicting(let place): place
    }
  }

  fileprivate var rank: Int {
    switch self {
    case .duplicate: 0
    case .conflicting: 1
    case .new: 2
    }
  }
}
