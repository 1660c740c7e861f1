import Measures
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
    /// Units and cash of the row, and of the one that it contradicts.
    var figures: (own: String, other: String)?
  }

  /// What each leg of a file is; `rows(_:)` says it of rows.
  struct Verdicts {
    let transactions: [Clustering.Verdict]
    let positions: [Clustering.Verdict]
    let lots: [Clustering.Verdict]
  }

  @discardableResult
  mutating func add(_ facts: AccountFacts, _ securities: SecurityBook) -> Verdicts {
    files.append(facts)
    let states = facts.stateLegs(securities)
    func file(_ legs: [Leg], coverage: ClosedRange<Day>? = nil) -> Clustering.File {
      Clustering.File(dialect: facts.dialect, coverage: coverage, legs: legs)
    }
    return Verdicts(
      transactions: transactions.add(file(facts.transactionLegs(securities), coverage: facts.coverage)),
      positions: positions.add(file(states.positions)), lots: lots.add(file(states.lots)))
  }

  /// The verdicts of the file that came last, row by row in file order.
  func rows(_ verdicts: Verdicts) -> [RowVerdict] {
    rows(.transaction, verdicts.transactions, in: transactions, \.witnesses, line: \.line)
      + rows(.position, verdicts.positions, in: positions, \.positions, line: \.line)
      + rows(.lot, verdicts.lots, in: lots, \.lots, line: \.line)
  }

  /// The verdicts of legs as verdicts of rows: new if any leg is, else conflicting if any leg is.
  private func rows<Row>(
    _ subject: ContentKey.Subject, _ verdicts: [Clustering.Verdict], in clustering: Clustering,
    _ rows: KeyPath<StatementFacts, [Row]>, line: KeyPath<Row, Int>
  ) -> [RowVerdict] {
    guard let statements = files.last?.statements, let legs = clustering.files.last?.legs else { return [] }
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
        if case .conflicting = verdict { row.figures = (leg.key.figures, other.key.figures) }
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
