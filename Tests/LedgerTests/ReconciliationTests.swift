import Booking
import Diagnostics
import Ledger
import Measures
import PortfolioModel
import Statements
import TestSupport
import Testing

/// Statements held against transactions.
struct ReconciliationTests {
  let elm = household(claiming: "X1")

  private func reconciled(_ files: ParsedFile..., household: Household) throws -> [String] {
    let ledger = try TemporaryLedger()
    _ = try ledger.ledger.record(files.map(\.asRead), household: household, at: "2026-11-24")
    return try ledger.ledger.reconciliation(asOf: "2026-11-24", household: household).get().discrepancies.map {
      "\($0.severity) \($0.place?.description ?? "–"): \($0.message)"
    }
  }

  private func list(_ day: Day, _ positions: PrintedPosition..., cash: PrintedNumber? = nil) -> ParsedStatement {
    var told = positions
    for index in told.indices where told[index].costBasis == nil { told[index].costBasis = "100" }
    return statement(asOf: day, cash: cash, positions: told)
  }

  private func history(_ from: Day, _ to: Day, _ entries: StatementEntry...) -> ParsedStatement {
    statement(from: from, to: to, entries)
  }

  @Test func whatAgreesIsSilent() throws {
    let found = try reconciled(
      .csv("old.csv", list("2026-01-31", position("VTI", "10"), cash: "500")),
      .csv(
        "history.csv", history("2026-02-01", "2026-02-28", entry(.buy, "2026-02-10", "VTI", units: "1", cash: "-300"))),
      .csv("new.csv", list("2026-02-28", position("VTI", "11"), cash: "200")), household: elm)
    #expect(found == [])
  }

  @Test func aMissingSaleIsTheStatementsCountAgainstTheTransactions() throws {
    let found = try reconciled(
      .csv("old.csv", list("2026-01-31", position("VTI", "10"))),
      .csv("history.csv", history("2026-02-01", "2026-02-28", entry(.dividend, "2026-02-10", "VTI", cash: "3"))),
      .csv("new.csv", list("2026-02-28", position("VTI", "7"))), household: elm)
    #expect(
      found == ["warning new.csv:1: On 2026-02-28 brokerage held 7 VTI by its statement, 10 by its transactions."])
  }

  @Test func aSplitThatNoStatementShowsIsRecognisedByItsRatio() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(
      .csv("old.csv", list("2026-01-31", position("VTI", "10"))),
      .csv("history.csv", history("2026-02-01", "2026-02-28", entry(.dividend, "2026-02-10", "VTI", cash: "3"))),
      .csv("new.csv", list("2026-02-28", position("VTI", "15"))), household: elm)
    let found = try ledger.ledger.reconciliation(asOf: "2026-11-24", household: elm).get().discrepancies
    #expect(found.map(\.subject) == [.units(stated: "15", derived: "10", cause: .split(old: 2, new: 3))])
  }

  @Test func whatChangedInATimeWithoutTransactionsIsANoteOfEachSecurity() throws {
    let found = try reconciled(
      .csv("old.csv", list("2026-01-31", position("VTI", "10"), position("BND", "5"))),
      .csv("new.csv", list("2026-02-28", position("VTI", "12"), position("BND", "6"))),
      household: household(claiming: "X1", kind: .rothIRA))
    #expect(
      found == [
        "note new.csv:1: On 2026-02-28 brokerage held 6 BND by its statement, 5 by its transactions.",
        "note new.csv:1: On 2026-02-28 brokerage held 12 VTI by its statement, 10 by its transactions.",
      ])
  }

  @Test func whatOnlyListsShowIsOfUnknownBasisUntilTold() throws {
    let ledger = try TemporaryLedger()
    let found = {
      try ledger.ledger.reconciliation(asOf: "2026-11-24", household: elm).get().discrepancies.map(\.subject)
    }
    let imported = try ledger.record(
      .csv(
        "a.csv",
        statement(asOf: "2026-01-31", positions: [position("VTI", "10"), position("BND", "5", basis: "350")])),
      household: elm)
    #expect(imported.plan.diagnostics.map(\.code) == ["ledger-differs-history"])
    #expect(try found() == [.history(units: "10")])
    let fact = HandWrittenFact.Fact.lot(reference("VTI"), units: "10", basis: "900")
    try ledger.record(HandWrittenFact(account: "brokerage", fact: fact, day: "2015-03-04").file, household: elm)
    #expect(try found() == [])
  }

  @Test func oneRowThatIsTheDifferenceIsNoSplit() throws {
    // A purchase on the day of the list, which does not show it yet.
    let purchase = entry(.buy, "2026-02-28", "VTI", units: "5", cash: "-1500")
    let late = try causes(
      .csv("old.csv", list("2026-01-31", position("VTI", "10"))),
      .csv("history.csv", history("2026-02-01", "2026-03-31", purchase)),
      .csv("feb.csv", list("2026-02-28", position("VTI", "10"))),
      .csv("mar.csv", list("2026-03-31", position("VTI", "15"))))
    let row = Discrepancy.Cause.row(day: "2026-02-28", units: "5", isRepeated: false)
    #expect(late == [row, row])
  }

  @Test func aRowThatIsThereTwiceIsNoSplit() throws {
    let rows = [0, 1].map { entry(.buy, Day(number: Day("2026-02-10").number + $0), "VTI", units: "8", cash: "-80") }
    let found = try causes(
      .csv("a.csv", history("2026-01-01", "2026-02-28", rows[0], rows[1])),
      .csv("b.csv", list("2026-02-28", position("VTI", "8"))))
    #expect(found == [.row(day: "2026-02-10", units: "8", isRepeated: true)])
  }

  @Test func whatAlsoMovedCashIsNoSplit() throws {
    let found = try causes(
      .csv("old.csv", list("2026-01-31", position("VTI", "10"), cash: "500")),
      .csv("history.csv", history("2026-02-01", "2026-02-28", entry(.dividend, "2026-02-10", "VTI", cash: "3"))),
      .csv("new.csv", list("2026-02-28", position("VTI", "15"), cash: "3")))
    #expect(found == [.unknown])
  }

  private func causes(_ files: ParsedFile...) throws -> [Discrepancy.Cause] {
    let ledger = try TemporaryLedger()
    _ = try ledger.ledger.record(files.map(\.asRead), household: elm, at: "2026-11-24")
    return try ledger.ledger.reconciliation(asOf: "2026-11-24", household: elm).get().discrepancies.compactMap {
      if case .units(_, _, let cause) = $0.subject { cause } else { nil }
    }
  }

  @Test func whatIsMissingNamesTheDaysThatNoStatementLists() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(
      .csv("old.csv", list("2026-01-31", position("VTI", "10"))),
      .csv("history.csv", history("2026-02-01", "2026-02-10", entry(.dividend, "2026-02-10", "VTI", cash: "3"))),
      .csv("new.csv", list("2026-02-28", position("VTI", "7"))), household: elm)
    let found = try ledger.ledger.reconciliation(asOf: "2026-11-24", household: elm).get().discrepancies
    #expect(
      found.map(\.subject) == [
        .units(stated: "7", derived: "10", cause: .uncovered(from: "2026-02-11", to: "2026-02-28"))
      ])
  }

  @Test func historyThatIsMissingMattersWhereGainsAreTaxed() throws {
    let file = ParsedFile.csv(
      "a.csv",
      statement(
        asOf: "2026-02-28", [entry(.buy, "2026-02-10", "VTI", units: "1", cash: "-300")],
        positions: [position("VTI", "11")]))
    let sentence =
      "a.csv:1: 10 VTI in brokerage came from before 2026-02-10, the first day that the ledger knows of it."
    #expect(try reconciled(file, household: elm) == ["warning " + sentence])
    #expect(try reconciled(file, household: household(claiming: "X1", kind: .rothIRA)) == ["note " + sentence])
  }

  @Test func openingCashAndEntriesAreTheClosingCash() throws {
    let found = try reconciled(
      .csv("old.csv", list("2026-01-31", position("VTI", "1"), cash: "500")),
      .csv("history.csv", history("2026-02-01", "2026-02-28", entry(.dividend, "2026-02-10", "VTI", cash: "3"))),
      .csv("new.csv", list("2026-02-28", position("VTI", "1"), cash: "480")), household: elm)
    #expect(
      found == [
        "warning new.csv: On 2026-02-28 brokerage had 480.00 in cash by its statement, 503.00 by its transactions."
      ])
  }

  @Test func aTradeThatHasNotSettledIsNoDifferenceOfCash() throws {
    let trade = entry(.buy, "2026-02-27", "VTI", units: "1", cash: "-300", settle: "2026-03-02")
    let found = try reconciled(
      .csv("old.csv", list("2026-01-31", position("VTI", "1"), cash: "500")),
      .csv("history.csv", history("2026-02-01", "2026-02-28", trade)),
      .csv("new.csv", list("2026-02-28", position("VTI", "2"), cash: "500")), household: elm)
    #expect(found == [])
  }

  @Test func aMoneyMarketFundIsCash() throws {
    var fund = PrintedSecurity(reference("SPAXX"), name: "Government Money Market", kind: .cash)
    fund.ticker = "SPAXX"
    let found = try reconciled(
      .ofx("old.ofx", list("2026-01-31", position("SPAXX", "500", price: "1", value: "500")), securities: [fund]),
      .ofx("history.ofx", history("2026-02-01", "2026-02-28", entry(.dividend, "2026-02-10", "VTI", cash: "3"))),
      .ofx("new.ofx", list("2026-02-28", position("SPAXX", "503", price: "1", value: "503"))), household: elm)
    #expect(found == [])
  }

  @Test func unitsTimesPriceIsAboutTheValue() throws {
    let found = try reconciled(
      .csv(
        "a.csv",
        list(
          "2026-01-31", position("VTI", "10", price: "300", value: "3100"),
          position("BND", "10", price: "72.31", value: "723.12"),
          position("037833AB1", "1000", price: "99.5", value: "995"))), household: elm)
    #expect(
      found == [
        "note a.csv:1: On 2026-01-31 VTI in brokerage is worth 3100.00 by its statement, 3000.00 by its units and price."
      ])
  }

  @Test func unitsThatCameWithoutBasisAreAskedForUntilTold() throws {
    let ledger = try TemporaryLedger()
    let found = {
      try ledger.ledger.reconciliation(asOf: "2026-11-24", household: elm).get().discrepancies.map(\.subject)
    }
    try ledger.record(.csv("a.csv", statement([entry(.transferIn, "2026-03-02", "VTI", units: "20")])), household: elm)
    #expect(try found() == [.transfer(units: "20")])
    let fact = HandWrittenFact.Fact.lot(reference("VTI"), units: "20", basis: "900")
    try ledger.record(HandWrittenFact(account: "brokerage", fact: fact, day: "2015-03-04").file, household: elm)
    #expect(try found() == [])
  }

  @Test func everySecurityAndEveryDayIsHeldAgainstTheOneBefore() throws {
    let found = try reconciled(
      .csv("jan.csv", list("2026-01-31", position("VTI", "10"), position("BND", "5"))),
      .csv(
        "history.csv",
        history(
          "2026-02-01", "2026-04-30", entry(.buy, "2026-02-10", "VTI", units: "1", cash: "-300"),
          entry(.sell, "2026-04-10", "BND", units: "-1", cash: "70"))),
      .csv("feb.csv", list("2026-02-28", position("VTI", "11"), position("BND", "6"))),
      .csv("apr.csv", list("2026-04-30", position("VTI", "12"), position("BND", "5"))), household: elm)
    #expect(
      found == [
        "warning feb.csv:1: On 2026-02-28 brokerage held 6 BND by its statement, 5 by its transactions.",
        "warning apr.csv:1: On 2026-04-30 brokerage held 12 VTI by its statement, 11 by its transactions.",
      ])
  }

  @Test func anImportNamesWhatIsNewWithIt() throws {
    let ledger = try TemporaryLedger()
    let receipt = { (file: ParsedFile) in
      try ledger.record(file, household: elm).plan.diagnostics.map(\.code)
    }
    #expect(try receipt(.csv("old.csv", list("2026-01-31", position("VTI", "10")))) == [])
    #expect(
      try receipt(
        .csv("h.csv", history("2026-02-01", "2026-03-31", entry(.dividend, "2026-02-10", "VTI", cash: "3")))) == [])
    #expect(try receipt(.csv("new.csv", list("2026-02-28", position("VTI", "7")))) == ["ledger-differs-units"])
    #expect(try receipt(.csv("newer.csv", list("2026-03-31", position("VTI", "7")))) == [])
  }
}
