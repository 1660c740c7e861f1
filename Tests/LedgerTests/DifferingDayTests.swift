import Ledger
import Measures
import PortfolioModel
import Statements
import TestSupport
import Testing

/// Prices and rows of one day that others say of another.
struct DifferingDayTests {
  let elm = household(claiming: "X1")

  @Test(arguments: [("1", "2", "111"), ("10", "1", "2220")] as [(PrintedNumber, PrintedNumber, Price)])
  func aPriceOfBeforeASplitIsDividedByIt(old: PrintedNumber, new: PrintedNumber, after: Price) throws {
    let ledger = try TemporaryLedger()
    var split = entry(.split, "2026-06-01", "VTI")
    split.split = StatementEntry.Split(old: old, new: new)
    try ledger.record(
      .csv(
        "q1.csv",
        statement(
          asOf: "2026-05-31", [entry(.buy, "2026-01-10", "VTI", units: "10", cash: "-1000")],
          positions: [position("VTI", "10", price: "222", value: "2220")])),
      .csv("june.csv", statement([split])), household: elm)
    #expect(try ledger.snapshot("2026-05-31", elm).holdings.map(\.price) == ["222"])
    let held = try ledger.snapshot("2026-06-05", elm).holdings
    #expect(held.map(\.price) == [after])
    #expect(held.map(\.value) == ["2220"])
  }

  @Test func aPurchaseThatSettlesOnTheFirstDayOfAListBySettlementIsOne() throws {
    let ofx = ParsedFile.ofx(
      "a.ofx",
      statement(
        from: "2026-01-01", to: "2026-03-31",
        [entry(.buy, "2026-01-09", "VTI", units: "5", cash: "-1500", settle: "2026-01-12")]))
    let csv = ParsedFile.csv(
      "b.csv",
      statement([
        entry(.buy, "2026-01-12", "VTI", units: "5", cash: "-1500"), entry(.dividend, "2026-03-20", "VTI", cash: "9"),
      ]))
    for files in [[ofx, csv], [csv, ofx]] {
      let ledger = try TemporaryLedger()
      for file in files { try ledger.record(file, household: elm) }
      #expect(try ledger.snapshot("2026-11-24", elm).holdings.map(\.quantity) == ["5"])
    }
  }

  @Test func aConflictShowsBothRowsAndAWayOut() throws {
    let ledger = try TemporaryLedger()
    func file(_ name: String, _ cash: PrintedNumber) -> ParsedFile {
      .ofx(
        name,
        statement(
          from: "2026-01-01", to: "2026-03-31", [entry(.buy, "2026-02-10", "VTI", units: "1", cash: cash, id: "same")]))
    }
    try ledger.record(file("a.ofx", "-250"), household: elm)
    let skipped = try ledger.record(file("b.ofx", "-251"), household: elm).plan.files[0].skipped
    #expect(
      skipped.map(\.reason) == [
        "differs from the row of the same id that is in the ledger, which stands (2026-02-10, 1 units, -251.00 in cash, there 2026-02-10, 1 units, -250.00 in cash); to take this one, undo that import and import it again after this file"
      ])
  }
}
