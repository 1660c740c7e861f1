import Diagnostics
import Ledger
import Measures
import PortfolioModel
import Statements
import TestSupport
import Testing

/// One security under many names: offered, merged, undone.
struct SecurityMergeTests {
  let elm = household(claiming: "X1")

  private func named(_ text: String, _ name: String, _ kind: PrintedSecurity.Kind? = .etf) -> PrintedSecurity {
    PrintedSecurity(reference(text), name: name, kind: kind)
  }

  private func file(_ name: String, _ entries: StatementEntry..., securities: PrintedSecurity...) -> ParsedFile {
    var file = ParsedFile.ofx(name, statement(from: "2026-01-01", to: "2026-03-31", entries))
    file.securities = securities
    return file
  }

  private func offers(_ files: ParsedFile..., household: Household? = nil) throws -> [String] {
    let ledger = try TemporaryLedger()
    for file in files { try ledger.record(file, household: household ?? elm) }
    return try ledger.ledger.securities(household: household ?? elm).offers.map {
      "\($0.first) \($0.second) \($0.reason)"
    }
  }

  private let byNumber = "CUSIP:922908769"

  @Test func theSameNameIsOffered() throws {
    #expect(
      try offers(
        file(
          "a.ofx", entry(.buy, "2026-02-10", byNumber, units: "1", cash: "-300"),
          securities: named(byNumber, "Vanguard Total Stock Mkt ETF")),
        file(
          "b.ofx", entry(.buy, "2026-03-10", "VTI", units: "1", cash: "-310"),
          securities: named("VTI", "VANGUARD TOTAL STOCK MKT  ETF")))
        == ["VANGUARD_TOTAL_STOCK_MKT_ETF VTI have the same name"])
  }

  @Test func twoTickersAreTwoSecurities() throws {
    #expect(try offers(file("a.ofx", securities: named("AAA", "Twin Fund Inc"), named("BBB", "Twin Fund Inc"))) == [])
  }

  @Test func anotherKindIsAnotherSecurity() throws {
    #expect(
      try offers(file("a.ofx", securities: named("AAA", "Twin Inc", .stock), named(byNumber, "Twin Inc", .bond))) == [])
  }

  @Test func whatTheHouseholdDescribesAsTwoIsNotOffered() throws {
    let both = household(
      claiming: "X1", securities: [security("AAA"), security("TWIN", aliases: byNumber)])
    #expect(
      try offers(
        file("a.ofx", securities: named("AAA", "Twin Fund"), named(byNumber, "Twin Fund")), household: both) == [])
  }

  @Test func theSamePositionUnderTwoNamesIsOffered() throws {
    let list = { (name: String, security: String) in
      ParsedFile.csv(
        name,
        statement(
          asOf: "2026-02-28",
          positions: [position(security, "12.345", value: "4000"), position("BND", "3", value: "210")]))
    }
    #expect(
      try offers(list("a.csv", "VTI"), list("b.csv", byNumber))
        == ["VTI 922908769 are 12.345 units of the same value in one account on 2026-02-28"])
    #expect(try offers(list("a.csv", "VTI"), list("b.csv", "VTI")) == [])
  }

  @Test func anAmericanISINHoldsTheCUSIP() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(
      .csv("a.csv", statement([entry(.buy, "2026-02-10", byNumber, units: "1", cash: "-300")])),
      .csv("b.csv", statement([entry(.buy, "2026-03-10", "ISIN:US9229087690", units: "2", cash: "-610")])),
      household: elm)
    #expect(try ledger.snapshot("2026-11-24", elm).holdings.map(\.quantity) == ["3"])
  }

  @Test func aMergeMakesOneHistoryAndIsUndone() throws {
    let ledger = try TemporaryLedger()
    let buy = { (name: String) in entry(.buy, "2026-02-10", name, units: "1", cash: "-300") }
    try ledger.record(
      .ofx("a.ofx", statement(from: "2026-01-01", to: "2026-03-31", [buy("PRIVATE:77"), buy("PRIVATE:77")])),
      household: elm)
    try ledger.record(
      .ofx(
        "b.ofx",
        statement(
          from: "2026-01-01", to: "2026-06-30",
          [buy("VTI"), entry(.buy, "2026-05-10", "VTI", units: "5", cash: "-1500")])),
      household: elm)
    let before = ["brokerage 77 2 = 600.00", "brokerage VTI 6 = 1800.00", "brokerage cash -2400.00"]
    #expect(try ledger.snapshot("2026-11-24", elm).summary == before)

    let merge = try ledger.ledger.merge(of: ("77", "VTI"), household: elm)
    #expect(merge.title == "by hand: PRIVATE:77 (fidelity) and TICKER:VTI are one security")
    let receipt = try ledger.record(merge.file, household: elm)
    #expect(receipt.plan.files.map(\.new) == [1])
    // The purchase of both files counts once, the second one of the first file stays.
    #expect(
      try ledger.snapshot("2026-11-24", elm).summary == ["brokerage VTI 7 = 2100.00", "brokerage cash -2100.00"])
    #expect(try ledger.record(merge.file, household: elm).number == nil)

    _ = try ledger.ledger.undo(try #require(receipt.number), household: elm)
    #expect(try ledger.snapshot("2026-11-24", elm).summary == before)
  }

  @Test func whatCannotBeMergedIsSaid() throws {
    let ledger = try TemporaryLedger()
    let both = household(claiming: "X1", securities: [security("VTI"), security("BND")])
    try ledger.record(
      .csv(
        "a.csv",
        statement([
          entry(.buy, "2026-02-10", "VTI", units: "1", cash: "-300"),
          entry(.buy, "2026-02-10", "BND", units: "1", cash: "-70"),
        ])), household: both)
    let code = { (first: String, second: String) in
      do {
        _ = try ledger.ledger.merge(of: (first, second), household: both)
        return "merged"
      } catch let error as DiagnosticsError { return error.diagnostics.map(\.code).joined() }
    }
    #expect(try code("VTI", "BND") == "ledger-securities-apart")
    #expect(try code("VTI", "TICKER:VTI") == "ledger-securities-one")
    #expect(try code("VTI", "VXUS") == "ledger-no-such-security")
  }

  @Test func anImportOffersWhatIsNewWithIt() throws {
    let ledger = try TemporaryLedger()
    let codes = { (file: ParsedFile) in try ledger.record(file, household: elm).plan.diagnostics.map(\.code) }
    let first = file(
      "a.ofx", entry(.buy, "2026-02-10", byNumber, units: "1", cash: "-300"),
      securities: named(byNumber, "Total Market"))
    let second = file(
      "b.ofx", entry(.buy, "2026-03-10", "VTI", units: "1", cash: "-310"), securities: named("VTI", "Total Market"))
    #expect(try codes(first) == [])
    #expect(try codes(second) == ["ledger-securities-alike"])
    #expect(try codes(.csv("c.csv", statement([entry(.dividend, "2026-04-01", "VTI", cash: "3")]))) == [])
  }
}
