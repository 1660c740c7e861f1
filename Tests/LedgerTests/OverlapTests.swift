import Ledger
import Measures
import PortfolioModel
import Statements
import TestSupport
import Testing

/// Random histories, downloaded in random overlapping pieces: every transaction is there once, whatever the pieces.
struct OverlapTests {
  /// Rows of few days and few amounts, so that many are alike.
  static func history(_ random: inout SeededGenerator) -> [StatementEntry] {
    (0..<60).map { index in
      let day = ("2026-01-01" as Day).adding(days: Int.random(in: 0..<40, using: &random))
      let cents = PrintedNumber(significand: Int128(Int.random(in: 1...3, using: &random)), scale: 0)
      return Bool.random(using: &random)
        ? entry(.cash, day, cash: cents, id: "\(index)")
        : entry(.buy, day, "VTI", units: cents, cash: -cents, id: "\(index)")
    }
  }

  /// The rows of some days, in any order, sometimes with ids that say nothing.
  static func piece(of rows: [StatementEntry], number: Int, _ random: inout SeededGenerator) -> ParsedFile {
    let first = ("2026-01-01" as Day).adding(days: Int.random(in: 0..<40, using: &random))
    let last = first.adding(days: Int.random(in: 0..<20, using: &random))
    var part = rows.filter { $0.day >= first && $0.day <= last }
    part.shuffle(using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: for index in part.indices { part[index].id = nil }
    case 1: for index in part.indices { part[index].id = "\(number)-\(index)" }
    case 2: for index in part.indices { part[index].id = "\(Int.random(in: 0..<5, using: &random))" }
    default: break
    }
    let content = statement(from: first, to: last, part)
    return Bool.random(using: &random) ? .ofx("\(number).ofx", content) : .csv("\(number).csv", content)
  }

  @Test(arguments: 1...40)
  func everyTransactionIsThereOnce(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let rows = Self.history(&random)
    let ledger = try TemporaryLedger()
    var pieces = (1...5).map { Self.piece(of: rows, number: $0, &random) }
    var covered: Set<Day> = []
    for piece in pieces { covered.formUnion(piece.statements[0].entries.map(\.day)) }
    pieces.append(pieces[0])
    for piece in pieces { try ledger.record(piece) }
    let expected = rows.filter { covered.contains($0.day) }
    let snapshot = try ledger.snapshot()
    #expect(snapshot.holdings.first?.quantity ?? .zero == Self.sum(expected.compactMap(\.effect.units)))
    #expect(snapshot.cash.first?.amount ?? .zero == Self.sum(expected.compactMap(\.effect.cash)))

    // Every import but the last is taken back again.
    for number in (1...4).shuffled(using: &random) {
      _ = try? ledger.ledger.undo(number, household: Household(name: "Nobody"))
    }
    let last = pieces[4].statements[0].entries
    let left = try ledger.snapshot()
    if try ledger.ledger.imports().filter(\.stands).map(\.number) == [5] {
      #expect(left.cash.first?.amount ?? .zero == Self.sum(last.compactMap(\.effect.cash)))
    }
  }

  static func sum<Unit>(_ numbers: [PrintedNumber]) -> FixedPoint<Unit> {
    numbers.reduce(.zero) { $0 + FixedPoint<Unit>(steps: Int64($1.significand) * FixedPoint<Unit>.stepsPerUnit) }
  }
}
