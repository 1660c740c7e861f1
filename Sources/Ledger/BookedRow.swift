import Measures
import Statements

/// A row of a file as it is booked.
struct BookedRow: Hashable {
  enum Content: Hashable {
    case transaction(Witness)
    case position(StatedPosition)
    case lot(StatedLotRow)
  }

  /// Where the row stands; of several rows of one line the first is 0.
  struct Place: Hashable {
    let subject: ContentKey.Subject
    let line: Int
    let index: Int
  }

  /// The catalog's number.
  let account: Int
  let content: Content

  /// The rows of statements, in file order.
  static func rows(of statements: [(account: Int, facts: StatementFacts)]) -> [(place: Place, row: BookedRow)] {
    var found: [(place: Place, row: BookedRow)] = []
    var counts: [Place: Int] = [:]
    func add(_ subject: ContentKey.Subject, _ line: Int, _ row: BookedRow) {
      let first = Place(subject: subject, line: line, index: 0)
      let index = counts[first, default: 0]
      counts[first] = index + 1
      found.append((Place(subject: subject, line: line, index: index), row))
    }
    for (account, facts) in statements {
      for var witness in facts.witnesses {
        witness.id = 0
        add(.transaction, witness.line, BookedRow(account: account, content: .transaction(witness)))
      }
      let isDated = facts.stateDay != nil
      for position in facts.positions where isDated {
        add(.position, position.line, BookedRow(account: account, content: .position(position)))
      }
      // A lot that was sold has its own day.
      for var lot in facts.lots where isDated || lot.closed != nil {
        lot.id = 0
        add(.lot, lot.line, BookedRow(account: account, content: .lot(lot)))
      }
    }
    return found
  }

  /// The row for a person: `sell of VTI on 2026-01-05, units -3, cash 900`.
  func text(_ catalog: Catalog) -> String {
    func named(_ alias: Int?) -> String { alias.flatMap { catalog.aliases[$0]?.value }.map { " of \($0)" } ?? "" }
    func figures(_ figures: (String, String?)...) -> String {
      figures.compactMap { name, figure in figure.map { ", \(name) \($0)" } }.joined()
    }
    switch content {
    case .transaction(let row):
      return row.kind.rawValue + named(row.alias) + " on \(row.day)"
        + figures(("units", row.units?.description), ("cash", row.cash?.description))
    case .position(let row):
      return "position" + named(row.alias)
        + figures(
          ("units", row.units?.description), ("value", row.value?.description), ("basis", row.costBasis?.description))
    case .lot(let row):
      return "lot" + named(row.alias)
        + figures(
          ("units", row.units.description), ("acquired", row.acquired?.description), ("basis", row.basis?.description))
    }
  }
}
