import Ledger
import Measures
import PortfolioModel
import Statements
import TestSupport
import Testing

/// Files of realised lots, which tell basis and date where transactions do not.
struct RealisedLotTests {
  let elm = household(claiming: "X1")

  private func closed(
    _ units: PrintedNumber, _ acquired: Day, _ basis: PrintedNumber, _ sold: Day, _ proceeds: PrintedNumber
  )
    -> PrintedLot
  {
    var closed = lot("VTI", units, acquired: acquired, basis: basis)
    closed.closed = sold
    closed.proceeds = proceeds
    return closed
  }

  private func realised(_ files: ParsedFile...) throws -> [RealisedGains] {
    let ledger = try TemporaryLedger()
    for file in files { try ledger.record(file, household: elm) }
    return try ledger.snapshot("2026-11-24", elm).realised
  }

  private let sale = ParsedFile.csv(
    "history.csv", statement([entry(.sell, "2026-03-02", "VTI", units: "-10", cash: "3000")]))

  @Test func aFileWithoutADayOfItsOwnIsUsedAndCountedAsUsed() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(sale, household: elm)
    let file = ParsedFile.csv(
      "realised.csv", statement(lots: [closed("10", "2020-01-02", "900", "2026-03-02", "3000")]))
    let first = try ledger.record(file, household: elm).plan.files[0]
    #expect(first.new == 1)
    #expect(first.leftOut == 0)
    #expect(try ledger.snapshot("2026-11-24", elm).realised.map(\.long) == ["2100"])
    let again = try ledger.record(file, household: elm).plan.files[0]
    #expect([again.new, again.duplicate, again.leftOut] == [0, 1, 0])
  }

  @Test func aSaleWithoutHistoryHasBasisAndTermFromTheFile() throws {
    #expect(try realised(sale) == [RealisedGains(account: "brokerage", short: "0", long: "0", isIncomplete: true)])
    let file = ParsedFile.csv(
      "realised.csv",
      statement(
        asOf: "2026-11-20",
        lots: [
          closed("6", "2020-01-02", "900", "2026-03-02", "1800"),
          closed("4", "2025-12-02", "1150", "2026-03-02", "1200"),
        ]))
    #expect(
      try realised(sale, file) == [
        RealisedGains(
          account: "brokerage", short: "50", long: "900", isIncomplete: false)
      ])
  }

  @Test func theDayOfSettlementIsTheSameSale() throws {
    let file = ParsedFile.csv(
      "realised.csv",
      statement(asOf: "2026-11-20", lots: [closed("10", "2020-01-02", "900", "2026-03-03", "3000")]))
    #expect(
      try realised(sale, file) == [
        RealisedGains(
          account: "brokerage", short: "0", long: "2100", isIncomplete: false)
      ])
  }

  @Test func aSaleThatOnlyTheFileTellsIsBookedByIt() throws {
    let file = ParsedFile.csv(
      "realised.csv",
      statement(asOf: "2026-11-20", lots: [closed("10", "2020-01-02", "900", "2026-03-02", "3000")]))
    #expect(
      try realised(file) == [
        RealisedGains(
          account: "brokerage", short: "0", long: "2100", isIncomplete: false)
      ])
    #expect(
      try realised(file, file) == [
        RealisedGains(
          account: "brokerage", short: "0", long: "2100", isIncomplete: false)
      ])
  }

  @Test func aDayWhoseTransactionsAreListedHasNoOtherSale() throws {
    let history = ParsedFile.csv(
      "history.csv", statement(from: "2026-03-01", to: "2026-03-31", [entry(.dividend, "2026-03-02", "BND", cash: "5")])
    )
    let file = ParsedFile.csv(
      "realised.csv",
      statement(asOf: "2026-11-20", lots: [closed("10", "2020-01-02", "900", "2026-03-02", "3000")]))
    #expect(try realised(history, file) == [])
  }

  @Test func whatIsKnownOfTheLotStands() throws {
    let history = ParsedFile.csv(
      "history.csv",
      statement([
        entry(.buy, "2020-01-02", "VTI", units: "10", cash: "-1000"),
        entry(.buy, "2025-12-02", "VTI", units: "10", cash: "-2800"),
        entry(.sell, "2026-03-02", "VTI", units: "-10", cash: "3000"),
      ]))
    let file = ParsedFile.csv(
      "realised.csv",
      statement(asOf: "2026-11-20", lots: [closed("10", "2025-12-02", "2800", "2026-03-02", "3000")]))
    #expect(
      try realised(history) == [
        RealisedGains(
          account: "brokerage", short: "0", long: "2000", isIncomplete: false)
      ])
    #expect(
      try realised(history, file) == [
        RealisedGains(account: "brokerage", short: "200", long: "0", isIncomplete: false)
      ])
  }

  @Test func aSaleThatOnlyTheFileTellsIsARecentTrade() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(
      .csv(
        "realised.csv",
        statement(asOf: "2026-11-20", lots: [closed("10", "2020-01-02", "3900", "2026-11-02", "3000")])),
      household: elm)
    #expect(
      try ledger.snapshot("2026-11-24", elm).recentTrades == [
        RecentTrade(
          account: "brokerage", security: "VTI", day: "2026-11-02", action: .sell, quantity: "10", gain: "-900",
          lot: nil)
      ])
    #expect(try ledger.snapshot("2027-02-24", elm).recentTrades == [])
  }
}
