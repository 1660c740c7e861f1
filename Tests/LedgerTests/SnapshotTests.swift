import Diagnostics
import Ledger
import Measures
import PortfolioModel
import Statements
import TestSupport
import Testing

/// What the ledger knows of a day.
struct SnapshotTests {
  let elm = household(claiming: "X1")

  @Test func aPositionListCountsAndTransactionsGoOn() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(
      .ofx(
        "a.ofx",
        statement(
          asOf: "2026-03-31", cash: "500",
          [entry(.buy, "2026-03-02", "VTI", units: "10", cash: "-3000")],
          positions: [position("VTI", "30", price: "310", value: "9300")])))
    try ledger.record(
      .csv("b.csv", statement([entry(.buy, "2026-04-02", "VTI", units: "2", cash: "-640")])))
    let march = try ledger.snapshot("2026-03-31", elm)
    #expect(march.summary == ["brokerage VTI 30 = 9300.00", "brokerage cash 500.00"])
    let april = try ledger.snapshot("2026-04-30", elm)
    #expect(april.summary == ["brokerage VTI 32 = 9920.00", "brokerage cash -140.00"])
    #expect(april.holdings[0].lots.map(\.quantity) == ["20", "10", "2"])
    #expect(april.holdings[0].lots.map(\.basis) == [nil, "3000", "640"])
  }

  @Test func whatALaterListNoLongerShowsIsGone() throws {
    let ledger = try TemporaryLedger()
    let lists: [(Day, [PrintedPosition])] = [
      ("2026-03-31", [position("VTI", "30", price: "310"), position("BND", "5", price: "70")]),
      ("2026-06-30", [position("BND", "5", price: "72")]),
    ]
    for (day, positions) in lists {
      try ledger.record(.csv("\(day).csv", statement(asOf: day, positions: positions)))
    }
    #expect(
      try ledger.snapshot("2026-05-01", elm).summary
        == ["brokerage BND 5 = 350.00", "brokerage VTI 30 = 9300.00", "brokerage cash 0.00"])
    #expect(try ledger.snapshot("2026-07-01", elm).holdings.map(\.security) == ["BND"])
  }

  @Test func theStatementsOwnValueIsPreferred() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(
      .ofx(
        "a.ofx",
        statement(
          asOf: "2026-03-31",
          positions: [
            position("CUSIP:912797AB1", "96000", price: "99.5", value: "95520"),
            position("XLE260731C55", "-2", price: "1.25", value: "-250"),
            position("VTI", "3.3333", price: "310.07", value: "1033.55"),
          ])))
    let snapshot = try ledger.snapshot("2026-03-31", elm)
    #expect(snapshot.holdings.map(\.value) == ["95520", "1033.55", "-250"])
    #expect(snapshot.holdings.map(\.price) == ["0.995", "310.07", "125"])
  }

  @Test func aSweepFundThatCashIncludesCountsOnce() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(
      .ofx(
        "a.ofx",
        statement(
          asOf: "2026-03-31", cash: "5000", positions: [position("VMFXX", "5000", price: "1", value: "5000")])))
    let reading = try ledger.ledger.snapshot(asOf: "2026-03-31", household: elm)
    #expect(reading.value?.total == "5000")
    #expect(reading.diagnostics.map(\.code) == ["ledger-missing-basis", "ledger-sweep-once"])
  }

  @Test func aLotFileReplacesWhatWasDerived() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(
      .csv("history.csv", statement([entry(.buy, "2026-03-02", "VTI", units: "5", cash: "-1500")])),
      .csv(
        "lots.csv",
        statement(
          asOf: "2026-06-30",
          lots: [
            lot("VTI", "3", acquired: "2019-03-01", basis: "420"),
            lot("VTI", "2", acquired: "2019-03-01", basis: "290"),
            lot("VTI", "5", acquired: "2026-03-02", basis: "1500"), lot("VTI", "1", acquired: nil, basis: nil),
          ]), profile: "schwab-lots"))
    let before = try ledger.snapshot("2026-06-29", elm).holdings[0]
    #expect(before.lots.map(\.id.rawValue) == ["brokerage/VTI/2026-03-02"])
    let after = try ledger.snapshot("2026-06-30", elm).holdings[0]
    #expect(
      Set(after.lots.map(\.id.rawValue)) == [
        "brokerage/VTI/2019-03-01", "brokerage/VTI/2019-03-01/2", "brokerage/VTI/2026-03-02", "brokerage/VTI/opening",
      ])
    #expect(after.quantity == "11")
  }

  @Test func aLotKeepsItsNameWhenItsTwinIsSold() throws {
    let ledger = try TemporaryLedger()
    let buy = entry(.buy, "2026-03-02", "VTI", units: "5", cash: "-1500")
    let sale = entry(.sell, "2026-04-02", "VTI", units: "-5", cash: "1600")
    try ledger.record(.csv("a.csv", statement([buy, buy, sale])))
    #expect(try ledger.snapshot("2026-05-01", elm).holdings[0].lots.map(\.id) == ["brokerage/VTI/2026-03-02/2"])
  }

  @Test func theYearsGainsAndTheLastTradesAreKnown() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(
      .csv(
        "a.csv",
        statement([
          entry(.buy, "2020-03-02", "VTI", units: "5", cash: "-1000"),
          entry(.buy, "2026-10-20", "VTI", units: "5", cash: "-1500"),
          entry(.sell, "2026-02-03", "VTI", units: "-2", cash: "600"),
          entry(.sell, "2026-11-10", "VTI", units: "-4", cash: "1240"),
        ])))
    let snapshot = try ledger.snapshot("2026-11-24", elm)
    // 600 − 400, and 930 − 600 of the old lot; 310 − 300 of the new one.
    #expect(
      snapshot.realised == [
        RealisedGains(
          account: "brokerage", short: "10", long: "530", isIncomplete: false)
      ])
    #expect(snapshot.recentTrades.map(\.day) == ["2026-10-20", "2026-11-10"])
    #expect(snapshot.recentTrades.map(\.gain) == [nil, "340"])
    #expect(snapshot.recentTrades[0].lot == "brokerage/VTI/2026-10-20")
  }

  @Test func whatFundsDistributeOfTheirLongTermGainsIsTheYears() throws {
    let ledger = try TemporaryLedger()
    var reinvested = entry(.reinvest, "2026-06-20", "VTI", units: "0.2", amount: "-60")
    reinvested.incomeType = "CGLONG"
    var foreign = entry(.gainLong, "2026-06-20", "VTI", cash: "1000")
    foreign.currency = "CHF"
    let rows = [
      entry(.gainLong, "2025-12-31", "VTI", cash: "7"), entry(.gainLong, "2026-03-20", "VTI", cash: "40"),
      entry(.gainLong, "2026-03-21", "VTI", cash: "-15"), entry(.gainShort, "2026-03-20", "VTI", cash: "90"),
      reinvested,
      entry(.reinvest, "2026-09-20", "VTI", units: "0.1", amount: "-30"), foreign,
      entry(.gainLong, "2026-11-25", "VTI", cash: "8"),
    ]
    try ledger.record(.ofx("a.ofx", statement(rows)))
    // 40 − 15 in cash and 60 reinvested; not last year's, not tomorrow's, not the fund's short-term gains, no dividends.
    #expect(
      try ledger.snapshot("2026-11-24", elm).realised
        == [RealisedGains(account: "brokerage", short: "0", long: "85", isIncomplete: false)])
    #expect(try ledger.snapshot("2026-11-24", household(claiming: "X1", kind: .rothIRA)).realised.isEmpty)
  }

  @Test func aSaleOfUnknownBasisMakesTheYearIncomplete() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(
      .csv("a.csv", statement([entry(.sell, "2026-02-03", "VTI", units: "-2", cash: "600")])))
    let reading = try ledger.ledger.snapshot(asOf: "2026-11-24", household: elm)
    #expect(reading.value?.realised.map(\.isIncomplete) == [true])
    #expect(reading.diagnostics.map(\.code).contains("ledger-missing-history"))
  }

  @Test func foreignMoneyIsInNoTotal() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(
      .csv(
        "a.csv",
        statement(asOf: "2026-03-31", cash: "700", currency: "CHF", positions: [position("NESN", "10", price: "90")])))
    let reading = try ledger.ledger.snapshot(asOf: "2026-03-31", household: elm)
    #expect(reading.value?.total == .zero)
    #expect(reading.value?.holdings.map(\.quantity) == ["10"])
    #expect(reading.diagnostics.map(\.code).contains("ledger-no-rate"))
  }

  @Test func aSecurityIsOneUnderItsManyNames() throws {
    let ledger = try TemporaryLedger()
    let securities = [PrintedSecurity(reference("CUSIP:922908769"), ticker: "VTI", name: "TOTAL STOCK", kind: .etf)]
    try ledger.record(
      .ofx(
        "a.ofx", statement([entry(.buy, "2026-03-02", "CUSIP:922908769", units: "5", cash: "-1500")]),
        securities: securities),
      .csv("b.csv", statement([entry(.buy, "2026-03-03", "VTI", units: "1", cash: "-300")])),
      .csv("c.csv", statement([entry(.buy, "2026-03-04", "NAME:FID TOTAL", units: "1", cash: "-300")])))
    let own = household(claiming: "X1", securities: [security("STOCKS", aliases: "CUSIP:922908769", "NAME:FID TOTAL")])
    #expect(
      try ledger.snapshot("2026-11-24", own).summary == ["brokerage STOCKS 7 = 2100.00", "brokerage cash -2100.00"])
    let nobody = try ledger.snapshot()
    #expect(nobody.holdings.map(\.security) == ["FID_TOTAL", "VTI"])
    #expect(nobody.household.securities.map(\.name) == ["FID TOTAL", "TOTAL STOCK"])
  }

  @Test func aListedFundThatNobodyHoldsHasAPrice() throws {
    let ledger = try TemporaryLedger()
    var listed = PrintedSecurity(reference("PRIVATE:KINT"), name: "International Index", kind: .fund)
    listed.price = "50"
    listed.priceDay = "2026-03-31"
    try ledger.record(
      .ofx(
        "a.ofx", statement(asOf: "2026-03-31", positions: [position("PRIVATE:K500", "10", price: "100")]),
        securities: [listed]))
    let own = household(claiming: "X1", kind: .traditional401k, securities: [security("KINT"), security("K500")])
    let snapshot = try ledger.snapshot("2026-11-24", own)
    #expect(snapshot.prices == ["KINT": "50"])
    #expect(snapshot.summary == ["brokerage K500 10 = 1000.00", "brokerage cash 0.00"])
  }

  @Test func aPlanSpendsContributionsThatNoStatementShows() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(
      .csv(
        "a.csv",
        statement(asOf: "2026-03-31", cash: "0", positions: [position("VTI", "10", price: "300")])),
      .csv("b.csv", statement([entry(.buy, "2026-04-02", "VTI", units: "1", cash: "-310")])))
    let plan = household(claiming: "X1", kind: .traditional401k)
    let reading = try ledger.ledger.snapshot(asOf: "2026-05-01", household: plan)
    #expect(reading.value?.cash.map(\.amount) == ["0"])
    #expect(reading.diagnostics.map(\.code).contains("ledger-cash-below-zero"))
  }

  @Test func aPlanOwesWhatItsStatementStates() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(
      .csv(
        "a.csv",
        statement(asOf: "2026-03-31", cash: "-40000", positions: [position("VTI", "200", price: "260")])),
      .csv("b.csv", statement([entry(.buy, "2026-04-02", "VTI", units: "1", cash: "-310")])))
    let plan = household(claiming: "X1", kind: .traditional401k)
    let stated = try ledger.ledger.snapshot(asOf: "2026-04-01", household: plan)
    #expect(stated.value?.cash.map(\.amount) == ["-40000"])
    #expect(stated.diagnostics.map(\.code).contains("ledger-cash-owed"))
    #expect(!stated.diagnostics.map(\.code).contains("ledger-cash-below-zero"))
    let later = try ledger.ledger.snapshot(asOf: "2026-05-01", household: plan)
    #expect(later.value?.cash.map(\.amount) == ["-40000"])
    try ledger.record(.csv("c.csv", statement([entry(.cash, "2026-05-04", cash: "50000")])))
    let paid = try ledger.ledger.snapshot(asOf: "2026-06-01", household: plan)
    #expect(!paid.diagnostics.map(\.code).contains("ledger-cash-owed"))
    #expect(
      later.diagnostics.first { $0.code == "ledger-cash-below-zero" }?.message.contains("spend 310.00 more") ?? false)
  }

  @Test func numbersTooLargeToBeTrueAreSaidAndDoNotTrap() throws {
    let ledger = try TemporaryLedger()
    let huge = PrintedNumber(significand: 99_999_999_999_999_999_999, scale: 0)
    let large = PrintedNumber(significand: 90_000_000_000, scale: 0)
    let rows = (0..<200).map { _ in entry(.buy, "2026-03-02", "VTI", units: "900000000", cash: large) }
    let receipt = try ledger.record(
      .csv("a.csv", statement([entry(.buy, "2026-03-01", "BND", units: huge, cash: huge)] + rows)))
    #expect(receipt.plan.diagnostics.map(\.code) == ["ledger-number-too-large"])
    let reading = try ledger.ledger.snapshot(asOf: "2026-11-24", household: elm)
    #expect(reading.value != nil)
    #expect(reading.diagnostics.map(\.code).contains("ledger-number-too-large"))
  }
}
