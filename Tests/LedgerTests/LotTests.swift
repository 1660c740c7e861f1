import Diagnostics
import Ledger
import Measures
import PortfolioModel
import Statements
import TestSupport
import Testing

/// What entries do to lots where a statement says little.
struct LotTests {
  let elm = household(claiming: "X1")

  @Test func aSplitOfAdditionalUnitsKeepsBasisAndDates() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(
      .csv(
        "a.csv",
        statement([
          entry(.buy, "2024-03-02", "VTI", units: "10", cash: "-3000"),
          entry(.split, "2025-03-02", "VTI", units: "10"),
        ])))
    let lots = try ledger.snapshot("2026-11-24", elm).holdings[0].lots
    #expect(lots.map(\.quantity) == ["20"])
    #expect(lots.map(\.basis) == ["3000"])
    #expect(lots.map(\.acquired) == ["2024-03-02"])
  }

  @Test(
    arguments: [
      (.fund, "250"), (.etf, "250"), (.other, "250"), (.stock, "400"), (.bond, "400"), (nil, "250"),
    ] as [(Security.Kind?, Money)])
  func onlyFundsAreAveraged(kind: Security.Kind?, gain: Money) throws {
    let ledger = try TemporaryLedger()
    try ledger.record(
      .csv(
        "a.csv",
        statement([
          entry(.buy, "2024-03-02", "ACME", units: "5", cash: "-1000"),
          entry(.buy, "2026-03-02", "ACME", units: "5", cash: "-1300"),
          entry(.sell, "2026-05-02", "ACME", units: "-5", cash: "1400"),
        ])))
    var elm = household(claiming: "X1", securities: kind.map { [Security(id: "ACME", name: "Acme", kind: $0)] } ?? [])
    elm.accounts[0].lotMethod = .average
    // 1,400 less the oldest lot's 1,000, or less half of 2,300.
    #expect(try ledger.snapshot("2026-11-24", elm).realised.map(\.long) == [gain])
  }

  @Test func aTransferBringsUnitsWithoutBasis() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(
      .csv("a.csv", statement([entry(.transferIn, "2024-03-02", "VTI", units: "10", amount: "3000")])))
    let reading = try ledger.ledger.snapshot(asOf: "2026-11-24", household: elm)
    #expect(reading.value?.holdings[0].lots.map(\.id) == ["brokerage/VTI/opening"])
    #expect(reading.value?.holdings[0].lots.map(\.basis) == [nil])
    #expect(reading.diagnostics.map(\.code) == ["ledger-no-price", "ledger-missing-basis"])
  }

  @Test func accruedInterestIsNoBasis() throws {
    let ledger = try TemporaryLedger()
    var ofx = entry(.buy, "2024-03-02", "CUSIP:037833100", units: "1000", cash: "-1007", amount: "-995")
    ofx.accruedInterest = "12"
    var csv = entry(.buy, "2024-03-03", "CUSIP:037833100", units: "1000", cash: "-1007", amount: "-1007")
    csv.accruedInterest = "12"
    try ledger.record(.ofx("a.ofx", statement([ofx, csv])))
    #expect(try ledger.snapshot("2026-11-24", elm).holdings[0].lots.map(\.basis) == ["995", "995"])
  }

  @Test func aWorthlessOptionEndsWithItsCostAsLoss() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(
      .csv(
        "a.csv",
        statement([
          entry(.buy, "2026-03-02", "XLE260731C55", units: "1", cash: "-120"),
          entry(.expiry, "2026-07-31", "XLE260731C55", units: "-1"),
          entry(.shortSale, "2026-03-02", "XLE260731P40", units: "-1", cash: "80"),
          entry(.expiry, "2026-07-31", "XLE260731P40", units: "1"),
        ])))
    let snapshot = try ledger.snapshot("2026-11-24", elm)
    #expect(snapshot.holdings.isEmpty)
    #expect(snapshot.realised.map(\.short) == ["-40"])
  }

  @Test func aSaleMayNameItsLot() throws {
    let ledger = try TemporaryLedger()
    var sale = entry(.sell, "2026-05-02", "VTI", units: "-5", cash: "1700")
    sale.closes = [StatementEntry.ClosedLot(acquired: "2026-03-02", units: "5", price: nil, basis: nil)]
    try ledger.record(
      .csv(
        "a.csv",
        statement([
          entry(.buy, "2024-03-02", "VTI", units: "5", cash: "-1000"),
          entry(.buy, "2026-03-02", "VTI", units: "5", cash: "-1600"), sale,
        ])))
    let reopened = try Ledger(path: ledger.path, access: .reading)
    let snapshot = try reopened.snapshot(asOf: "2026-11-24", household: elm).get()
    #expect(snapshot.realised == [RealisedGains(account: "brokerage", short: "100", long: "0", isIncomplete: false)])
    #expect(snapshot.holdings[0].lots.map(\.id) == ["brokerage/VTI/2024-03-02"])
  }
}
