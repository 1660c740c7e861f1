import Booking
import Diagnostics
import Ledger
import Measures
import PortfolioModel
import Statements
import TestSupport
import Testing

/// Wash sales of the real past, through to what a snapshot says.
struct WashSaleTests {
  let elm = Household(
    name: "Elm Street",
    accounts: [account("brokerage", claiming: ["X1"]), account("roth", .rothIRA, claiming: ["R1"])])

  private let sold = [
    entry(.buy, "2025-03-02", "VTI", units: "10", cash: "-3000"),
    entry(.sell, "2026-03-02", "VTI", units: "-10", cash: "2500"),
  ]

  @Test func theYearsGainsCountWithoutTheDisallowedLoss() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(
      .csv("a.csv", statement(sold + [entry(.buy, "2026-03-20", "VTI", units: "4", cash: "-1100")])), household: elm)
    let snapshot = try ledger.snapshot("2026-11-24", elm)
    #expect(snapshot.realised == [RealisedGains(account: "brokerage", short: "-300", long: "0", isIncomplete: false)])
    #expect(snapshot.holdings[0].lots.map(\.id) == ["brokerage/VTI/2026-03-20/wash"])
    #expect(snapshot.holdings[0].lots.map(\.basis) == ["1300"])
    #expect(snapshot.holdings[0].lots.map(\.acquired) == ["2025-03-20"])
    // Seen from the day before the purchase, nothing is disallowed.
    #expect(try ledger.snapshot("2026-03-19", elm).realised.map(\.short) == ["-500"])
  }

  @Test func aLossReplacedInAnIRAIsGone() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(
      .csv("a.csv", statement(sold)),
      .csv("b.csv", statement(of: "R1", [entry(.buy, "2026-03-20", "VTI", units: "10", cash: "-2600")])), household: elm
    )
    let snapshot = try ledger.snapshot("2026-11-24", elm)
    #expect(snapshot.realised.map(\.short) == ["0"])
    #expect(snapshot.holdings[0].lots.map(\.basis) == ["2600"])
  }

  @Test func securitiesOfOneGroupReplaceEachOther() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(
      .csv("a.csv", statement(sold + [entry(.buy, "2026-03-20", "VTSAX", units: "25", cash: "-3000")])), household: elm)
    let describe = { (security: Security) in
      var described = security
      described.group = "us"
      return described
    }
    let alike = try ledger.ledger.snapshot(asOf: "2026-11-24", household: elm, describedBy: describe).get()
    #expect(alike.realised.map(\.short) == ["0"])
    #expect(try ledger.snapshot("2026-11-24", elm).realised.map(\.short) == ["-500"])
  }

  @Test func aCallIsInTheGroupOfWhatItBuys() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(
      .csv("a.csv", statement([entry(.buy, "2026-11-20", "-VTI270115C300", units: "1", cash: "-900")])), household: elm)
    let snapshot = try ledger.snapshot("2026-11-24", elm)
    #expect(snapshot.household.securities.map(\.group) == ["VTI"])
    #expect(snapshot.recentTrades.map(\.security) == ["-VTI270115C300"])
  }

  @Test func aShortSaleClosedAtALossBesideASaleIsNamed() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(
      .csv(
        "a.csv",
        statement([
          entry(.buy, "2024-03-02", "VTI", units: "10", cash: "-1000"),
          entry(.shortSale, "2026-01-05", "VTI", units: "-10", cash: "2000"),
          entry(.buyToCover, "2026-02-02", "VTI", units: "10", cash: "-2500"),
          entry(.sell, "2026-02-10", "VTI", units: "-10", cash: "2600"),
        ])), household: elm)
    let reading = try ledger.ledger.gains(of: 2026, asOf: "2026-11-24", household: elm)
    #expect(reading.diagnostics.map(\.code) == ["ledger-short-to-check"])
    #expect(try reading.get().total(isLongTerm: false).gain == "-500")
  }

  @Test func theBrokersFigureStandsBesideOurs() throws {
    let ledger = try TemporaryLedger()
    var closed = lot("VTI", "10", acquired: "2025-03-02", basis: "3000")
    closed.closed = "2026-03-02"
    closed.proceeds = "2500"
    closed.disallowed = "0"
    try ledger.record(
      .csv("a.csv", statement(sold)), .csv("realised.csv", statement(asOf: "2026-11-20", lots: [closed])),
      .csv("b.csv", statement(of: "R1", [entry(.buy, "2026-03-20", "VTI", units: "10", cash: "-2600")])), household: elm
    )
    let found = try ledger.ledger.reconciliation(asOf: "2026-11-24", household: elm).get().discrepancies
    #expect(found.map(\.subject) == [.disallowed(stated: "0", derived: "500")])
    #expect(found.map { $0.place?.description } == ["realised.csv:1"])
  }
}
