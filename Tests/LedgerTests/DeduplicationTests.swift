import Ledger
import Measures
import PortfolioModel
import Statements
import TestSupport
import Testing

/// What is one transaction, and what only looks like one.
struct DeduplicationTests {
  let buy = entry(.buy, "2026-03-02", "VTI", units: "10", cash: "-3000", id: "A1")

  @Test func theSameFileTwiceAddsNothingAndSaysSo() throws {
    let ledger = try TemporaryLedger()
    let file = ParsedFile.csv("march.csv", statement([buy, entry(.dividend, "2026-03-03", "VTI", cash: "5")]))
    #expect(try ledger.record(file).number == 1)
    let again = try ledger.record(file)
    #expect(again.number == nil)
    #expect(again.plan.files[0].new == 0)
    #expect(again.plan.files[0].duplicate == 2)
    #expect(again.plan.files[0].skipped.map(\.matches) == ["march.csv:2", "march.csv:3"])
    #expect(try ledger.ledger.imports().count == 1)
  }

  @Test func fourEqualPartialFillsStayFour() throws {
    let ledger = try TemporaryLedger()
    let fill = entry(.buy, "2026-03-02", "VTI", units: "1", cash: "-300")
    #expect(try ledger.record(.csv("a.csv", statement(Array(repeating: fill, count: 4)))).plan.files[0].new == 4)
    let later = ParsedFile.csv("b.csv", statement(Array(repeating: fill, count: 5)))
    let receipt = try ledger.record(later)
    #expect(receipt.plan.files[0].new == 1)
    #expect(receipt.plan.files[0].duplicate == 4)
    #expect(try ledger.snapshot().holdings[0].quantity == "5")
  }

  @Test func anIDThatRepeatsInsideAFileLosesNothing() throws {
    let ledger = try TemporaryLedger()
    let rows = [
      entry(.cash, "2026-03-02", cash: "-20", id: "7"), entry(.fee, "2026-03-02", cash: "-1", id: "7"),
      entry(.cash, "2026-06-02", cash: "-20", id: "7"),
    ]
    #expect(try ledger.record(.ofx("a.ofx", statement(rows))).plan.files[0].new == 3)
    #expect(try ledger.record(.ofx("b.ofx", statement(rows.reversed()))).plan.files[0].new == 0)
  }

  @Test func idsThatChangeBetweenDownloadsDoubleNothing() throws {
    let ledger = try TemporaryLedger()
    var renumbered = buy
    renumbered.id = "20260302-2"
    try ledger.record(.ofx("a.ofx", statement([buy])))
    #expect(try ledger.record(.ofx("b.ofx", statement([renumbered]))).plan.files[0].duplicate == 1)
  }

  @Test func anIDWithAnotherAmountIsAConflictAndTheFirstStands() throws {
    let ledger = try TemporaryLedger()
    var changed = buy
    changed.effect.cash = "-3001"
    try ledger.record(.ofx("a.ofx", statement([buy])))
    let receipt = try ledger.record(.ofx("b.ofx", statement([changed])))
    #expect(receipt.plan.files[0].conflicting == 1)
    #expect(receipt.plan.files[0].skipped.map(\.matches) == ["a.ofx:2"])
    #expect(try ledger.snapshot().holdings[0].basis == "3000")
    #expect(try ledger.record(.ofx("c.ofx", statement([changed, buy]))).plan.files[0].new == 1)
  }

  @Test func overlappingPeriodsMeetInTheMiddle() throws {
    let ledger = try TemporaryLedger()
    let days: [Day] = ["2026-01-05", "2026-02-05", "2026-03-05"]
    let rows = days.map { entry(.cash, $0, cash: "100") }
    try ledger.record(.csv("a.csv", statement(Array(rows.prefix(2)))))
    let receipt = try ledger.record(.csv("b.csv", statement(Array(rows.suffix(2)))))
    #expect(receipt.plan.files[0].new == 1)
    #expect(receipt.plan.files[0].duplicate == 1)
    #expect(try ledger.snapshot().cash.map(\.amount) == ["300"])
  }

  @Test func wifeAndHusbandMayBuyTheSameOnOneDay() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(.ofx("a.ofx", statement(of: "X1", [buy])))
    #expect(try ledger.record(.ofx("b.ofx", statement(of: "X2", [buy]))).plan.files[0].new == 1)
  }

  @Test func aCSVAndAnOFXOfOnePeriodAddEachTransactionOnce() throws {
    let ofx = ParsedFile.ofx(
      "march.ofx",
      statement(
        from: "2026-03-01", to: "2026-03-31",
        [
          entry(.buy, "2026-03-02", "CUSIP:922908769", units: "10", cash: "-3000", id: "A1", settle: "2026-03-03"),
          entry(.reinvest, "2026-03-20", "CUSIP:922908769", units: "0.125", amount: "-40.00", id: "A2"),
          entry(.interest, "2026-03-31", cash: "1.25", id: "A3"),
        ]),
      securities: [PrintedSecurity(reference("CUSIP:922908769"), ticker: "VTI")])
    let csv = ParsedFile.csv(
      "history.csv",
      statement(
        from: "2026-03-01", to: "2026-03-31",
        [
          entry(.buy, "2026-03-03", "VTI", units: "10", cash: "-3000.00"),
          entry(.dividend, "2026-03-20", "VTI", cash: "40"),
          entry(.reinvest, "2026-03-20", "VTI", units: "0.125", cash: "-40"),
          entry(.interest, "2026-03-31", "SPAXX", cash: "1.25"),
        ]))
    for files in [[ofx, csv], [csv, ofx]] {
      let ledger = try TemporaryLedger()
      try ledger.record(files[0])
      let receipt = try ledger.record(files[1])
      #expect(receipt.plan.files[0].new == 0, "\(files[1].file)")
      #expect(receipt.plan.files[0].duplicate == files[1].statements[0].entries.count)
      #expect(
        try ledger.snapshot().summary == [
          "fidelity:X1 VTI 10.125 = 3240.00", "fidelity:X1 cash -2998.75",
        ])
    }
  }

  @Test func equalDepositsOfNeighbouringDaysInDifferentPeriodsStayTwo() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(
      .ofx("jan.ofx", statement(from: "2026-01-01", to: "2026-01-31", [entry(.cash, "2026-01-31", cash: "100")])))
    let receipt = try ledger.record(
      .csv("feb.csv", statement(from: "2026-02-01", to: "2026-02-28", [entry(.cash, "2026-02-01", cash: "100")])))
    #expect(receipt.plan.files[0].new == 1)
  }

  @Test func aThirdFileFindsWhatTheSecondPrintedUnderAnotherDay() throws {
    let ledger = try TemporaryLedger()
    let period: (Day, Day) = ("2026-03-01", "2026-03-31")
    let traded = entry(.buy, "2026-03-02", "VTI", units: "1", cash: "-300")
    let settled = entry(.buy, "2026-03-03", "VTI", units: "1", cash: "-300")
    let other = entry(.cash, "2026-03-09", cash: "7")
    try ledger.record(.ofx("a.ofx", statement(from: period.0, to: period.1, [traded])))
    try ledger.record(.csv("b.csv", statement(from: period.0, to: period.1, [settled])))
    let receipt = try ledger.record(.csv("c.csv", statement(from: period.0, to: period.1, [settled, other])))
    #expect(receipt.plan.files[0].new == 1)
    #expect(receipt.plan.files[0].duplicate == 1)
  }

  @Test func aPlanChangesNothing() throws {
    let ledger = try TemporaryLedger()
    let file = ParsedFile.csv("a.csv", statement([buy]))
    let plan = try ledger.ledger.plan([file.asRead], household: Household(name: "Nobody"))
    #expect(plan.files[0].new == 1)
    #expect(plan.unmappedAccounts == ["fidelity X1"])
    #expect(try ledger.ledger.imports().isEmpty)
    #expect(try ledger.snapshot().holdings.isEmpty)
  }

  @Test func twoFilesOfOneCommandThatOverlapAddOnce() throws {
    let ledger = try TemporaryLedger()
    let receipt = try ledger.record(
      .csv("a.csv", statement([buy])), .csv("b.csv", statement([buy, entry(.cash, "2026-03-04", cash: "1")])))
    #expect(receipt.plan.files.map(\.new) == [1, 1])
    #expect(try ledger.snapshot().holdings[0].quantity == "10")
  }

  @Test("the same figures in another currency are another transaction")
  func currencies() throws {
    let temporary = try TemporaryLedger()
    var swiss = entry(.dividend, "2026-02-05", "VTI", cash: "10")
    swiss.currency = "CHF"
    let dollars = entry(.dividend, "2026-02-05", "VTI", cash: "10")
    try temporary.record(.csv("a.csv", statement([dollars])))
    #expect(try temporary.record(.csv("b.csv", statement([swiss]))).plan.files.map(\.new) == [1])
    let stated = statement(currency: "CHF", [dollars])
    #expect(try temporary.record(.csv("c.csv", stated)).plan.files.map(\.duplicate) == [1])
  }
}
