import Diagnostics
import Ledger
import Measures
import PortfolioModel
import Statements
import TestSupport
import Testing

/// Imports that are taken back, in any order.
struct UndoTests {
  let household = Household(name: "Nobody")
  let shared = entry(.cash, "2026-03-02", cash: "100", id: "S")
  let first = entry(.cash, "2026-02-02", cash: "10", id: "F")
  let second = entry(.cash, "2026-04-02", cash: "1", id: "L")

  @Test func aTransactionGoesWithTheLastFileThatStatesIt() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(.ofx("a.ofx", statement([first, shared])))
    try ledger.record(.ofx("b.ofx", statement([shared, second])))
    let one = try ledger.ledger.undo(1, household: household)
    #expect(one == UndoReceipt(number: 1, transactionsRemoved: 1, transactionsKept: 1))
    #expect(try ledger.snapshot().cash.map(\.amount) == ["101"])
    let two = try ledger.ledger.undo(2, household: household)
    #expect(two.transactionsRemoved == 2)
    #expect(try ledger.snapshot().cash.isEmpty)
    #expect(try ledger.ledger.imports().map(\.stands) == [false, false])
  }

  @Test func theOrderOfUndoingDoesNotMatter() throws {
    let files = [[first, shared], [shared, second], [first, second]].enumerated().map { index, rows in
      ParsedFile.ofx("\(index).ofx", statement(rows))
    }
    for (kept, expected) in [(0, "110"), (1, "101"), (2, "11")] as [(Int, Money)] {
      for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
        let ledger = try TemporaryLedger()
        for file in files { try ledger.record(file) }
        for index in order where index != kept { _ = try ledger.ledger.undo(index + 1, household: household) }
        #expect(try ledger.snapshot().cash.map(\.amount) == [expected])
      }
    }
  }

  @Test func anUndoneFileCanBeImportedAgain() throws {
    let ledger = try TemporaryLedger()
    let file = ParsedFile.ofx("a.ofx", statement([first]))
    try ledger.record(file)
    _ = try ledger.ledger.undo(1, household: household)
    let again = try ledger.record(file)
    #expect(again.number == 2)
    #expect(again.plan.files[0].new == 1)
  }

  @Test func aFileThatTwoImportsBroughtStaysWithTheOther() throws {
    let ledger = try TemporaryLedger()
    let file = ParsedFile.ofx("a.ofx", statement([first]))
    try ledger.record(file)
    try ledger.record(file, .ofx("b.ofx", statement([second])))
    let receipt = try ledger.ledger.undo(1, household: household)
    #expect(receipt == UndoReceipt(number: 1, transactionsRemoved: 0, transactionsKept: 1))
    #expect(try ledger.snapshot().cash.map(\.amount) == ["11"])
  }

  @Test func whatIsNotThereCannotBeUndone() throws {
    let ledger = try TemporaryLedger()
    #expect(throws: DiagnosticsError.self) { try ledger.ledger.undo(1, household: household) }
    try ledger.record(.ofx("a.ofx", statement([first])))
    _ = try ledger.ledger.undo(1, household: household)
    #expect(throws: DiagnosticsError.self) { try ledger.ledger.undo(1, household: household) }
  }

  @Test func anImportRemembersItsFiles() throws {
    let ledger = try TemporaryLedger()
    let file = ParsedFile.ofx("a.ofx", statement(asOf: "2026-03-31", [first], positions: [position("VTI", "1")]))
    try ledger.record(file)
    let record = try ledger.ledger.imports()[0]
    #expect(record.moment == "2026-11-24")
    #expect(record.files.map(\.name) == ["a.ofx"])
    #expect(record.files.map(\.rows) == [2])
  }
}
