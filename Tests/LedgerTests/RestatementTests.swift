import Ledger
import Measures
import PortfolioModel
import Statements
import TestSupport
import Testing

/// A file that is in the ledger and comes again, read better than before.
struct RestatementTests {
  let household = Household(name: "Nobody")
  let first = entry(.cash, "2026-02-02", cash: "10")
  let second = entry(.cash, "2026-03-02", cash: "1")

  /// Imports `entries`, then the same bytes as `better` reads them.
  private func restated(
    _ entries: [StatementEntry], _ better: (inout ParsedFile) -> Void
  ) throws -> (ledger: TemporaryLedger, receipt: ImportReceipt, again: ReadStatement) {
    let ledger = try TemporaryLedger()
    let file = ParsedFile.csv("a.csv", statement(entries))
    try ledger.record(file)
    var again = file.asRead
    better(&again.file)
    return (ledger, try ledger.ledger.record([again], household: household, at: "2026-11-25"), again)
  }

  @Test func aRowThatWasLeftOutIsAdded() throws {
    let (ledger, receipt, _) = try restated([first]) { file in
      var row = second
      row.line = 7
      file.statements[0].entries.append(row)
    }
    #expect(receipt.number == 2)
    #expect(receipt.plan.files[0].new == 1 && receipt.plan.files[0].duplicate == 1)
    #expect(
      receipt.plan.files[0].changes == [
        .init(line: 7, before: nil, after: "cash on 2026-03-02, cash 1")
      ])
    #expect(try ledger.snapshot().cash.map(\.amount) == ["11"])
  }

  @Test func aRowThatIsReadWithAnotherSignTakesTheOldOnesPlace() throws {
    let (ledger, receipt, again) = try restated([first, second]) { $0.statements[0].entries[1].effect.cash = "-1" }
    let file = receipt.plan.files[0]
    #expect(file.changed == 1 && file.duplicate == 1 && file.new == 0)
    #expect(
      file.changes == [
        .init(line: 3, before: "cash on 2026-03-02, cash 1", after: "cash on 2026-03-02, cash -1")
      ])
    #expect(try ledger.snapshot().cash.map(\.amount) == ["9"])
    #expect(try ledger.ledger.record([again], household: household, at: "2026-11-26").number == nil)
  }

  @Test func aKindThatMovesTheSameCashIsRestatedToo() throws {
    let (_, receipt, _) = try restated([entry(.dividend, "2026-02-02", "VTI", cash: "3")]) {
      $0.statements[0].entries[0].kind = .interest
    }
    #expect(receipt.plan.files[0].changed == 1)
    #expect(
      receipt.plan.files[0].changes.first?.after == "interest of VTI on 2026-02-02, cash 3")
  }

  @Test func aRowThatIsReadNoLongerGoes() throws {
    let (ledger, receipt, _) = try restated([first, second]) { $0.statements[0].entries.removeLast() }
    #expect(
      receipt.plan.files[0].changes == [.init(line: 3, before: "cash on 2026-03-02, cash 1", after: nil)])
    #expect(try ledger.snapshot().cash.map(\.amount) == ["10"])
  }

  @Test func anotherAccountTakesTheRowsAlong() throws {
    let (ledger, receipt, _) = try restated([first]) { $0.statements[0].account.number = "X2" }
    #expect(receipt.plan.files[0].changed == 1)
    #expect(try ledger.snapshot().cash.map { "\($0.account) \($0.amount)" } == ["fidelity:X2 10"])
    #expect(receipt.plan.unmappedAccounts == ["fidelity X1", "fidelity X2"])
  }

  @Test func undoingBringsTheEarlierReadingBack() throws {
    let (ledger, _, again) = try restated([first, second]) { $0.statements[0].entries[1].effect.cash = "-1" }
    let undone = try ledger.ledger.undo(2, household: household)
    #expect(undone.transactionsRemoved == 0)
    #expect(try ledger.snapshot().cash.map(\.amount) == ["11"])
    #expect(try ledger.ledger.record([again], household: household, at: "2026-11-26").number == 3)
    _ = try ledger.ledger.undo(1, household: household)
    #expect(try ledger.snapshot().cash.map(\.amount) == ["9"])
    _ = try ledger.ledger.undo(3, household: household)
    #expect(try ledger.snapshot().cash.isEmpty)
  }

  @Test func aPlanChangesNothing() throws {
    let ledger = try TemporaryLedger()
    let file = ParsedFile.csv("a.csv", statement([first]))
    try ledger.record(file)
    var again = file.asRead
    again.file.statements[0].entries[0].effect.cash = "12"
    #expect(try ledger.ledger.plan([again], household: household).files[0].changed == 1)
    #expect(try ledger.snapshot().cash.map(\.amount) == ["10"])
  }
}
