import Booking
import Diagnostics
import Ledger
import Measures
import PortfolioModel
import Statements
import TestSupport
import Testing

/// Units that came or went in a time of which no statement tells: earlier counts say what they leave alone.
struct GapTests {
  let elm = household(claiming: "X1")

  private let quarter = ParsedFile.ofx(
    "q1.ofx",
    statement(
      asOf: "2026-03-31", from: "2026-01-01", to: "2026-03-31",
      [entry(.buy, "2026-01-10", "BND", units: "10", cash: "-700")], positions: [position("BND", "10")]))
  private let may = ParsedFile.ofx(
    "may.ofx",
    statement(
      asOf: "2026-05-31", from: "2026-04-01", to: "2026-05-31",
      [entry(.sell, "2026-05-11", "BND", units: "-6", cash: "432")], positions: [position("BND", "4")]))
  private let june = ParsedFile.ofx(
    "june.ofx",
    statement(
      from: "2026-06-01", to: "2026-07-31", [entry(.buy, "2026-06-15", "BND", units: "6", cash: "-420")]))

  private func list(_ day: Day, _ units: PrintedNumber, basis: PrintedNumber? = nil) -> ParsedFile {
    .csv("\(day).csv", statement(asOf: day, positions: [position("BND", units, basis: basis)]))
  }

  private func lots(_ ledger: TemporaryLedger, _ day: Day = "2026-07-31") throws -> [String] {
    try ledger.snapshot(day, elm).holdings.flatMap(\.lots).map {
      "\($0.quantity) \($0.acquired.map(\.description) ?? "–") \($0.basis?.formatted(places: 2) ?? "–")"
    }
  }

  @Test func whatCameAfterAnAgreeingCountIsOfUnknownBasisAndNothingElseIs() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(quarter, may, list("2026-07-31", "10"), household: elm)
    #expect(try lots(ledger) == ["6 – –", "4 2026-01-10 280.00"])
    // 432 less six of ten units of 700.
    let gains = try #require(try ledger.snapshot("2026-07-31", elm).realised.first)
    #expect(gains.short == "12")
    #expect(!gains.isIncomplete)
    try ledger.record(june, household: elm)
    #expect(try lots(ledger) == ["4 2026-01-10 280.00", "6 2026-06-15 420.00"])
  }

  @Test func aSaleAfterTheGapIsKnownInPartAndSaysSo() throws {
    let ledger = try TemporaryLedger()
    let sale = entry(.sell, "2026-08-10", "BND", units: "-10", cash: "730")
    try ledger.record(
      quarter, may, list("2026-07-31", "10"),
      .ofx("aug.ofx", statement(asOf: "2026-08-31", from: "2026-08-01", to: "2026-08-31", [sale])), household: elm)
    let gains = try #require(try ledger.snapshot("2026-08-31", elm).realised.first)
    #expect(gains.isIncomplete)
    // Of the sale in May 12.00, of four units in August 292 less 280.
    #expect(gains.short == "24")
  }

  @Test func aMissedReinvestmentLeavesTheSaleAfterItAlone() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(
      .ofx(
        "q1.ofx",
        statement(
          asOf: "2026-03-31", from: "2026-01-01", to: "2026-03-31",
          [entry(.buy, "2026-01-05", "BND", units: "100", cash: "-10000")], positions: [position("BND", "100")])),
      .ofx(
        "q3.ofx",
        statement(
          asOf: "2026-09-30", from: "2026-07-01", to: "2026-09-30",
          [entry(.sell, "2026-08-10", "BND", units: "-50", cash: "5500")], positions: [position("BND", "51")])),
      household: elm)
    #expect(try lots(ledger, "2026-09-30") == ["1 – –", "50 2026-01-05 5000.00"])
    #expect(try ledger.snapshot("2026-09-30", elm).realised.map(\.short) == ["500"])
    let codes = try ledger.ledger.snapshot(asOf: "2026-09-30", household: elm).diagnostics.map(\.code)
    #expect(codes.contains("ledger-count-differs"))
    #expect(!codes.contains("ledger-missing-history"))
  }

  @Test func aListOfBeforeATradeOfItsDayTakesNothing() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(
      quarter, list("2026-06-15", "10"), list("2026-07-31", "16"),
      .ofx(
        "late.ofx",
        statement(
          from: "2026-04-01", to: "2026-07-31", [entry(.buy, "2026-06-15", "BND", units: "6", cash: "-420")])),
      household: elm)
    #expect(try lots(ledger) == ["10 2026-01-10 700.00", "6 2026-06-15 420.00"])
  }

  @Test func aPrintedBasisLeavesTheRestToWhatCame() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(quarter, may, list("2026-07-31", "10", basis: "710"), household: elm)
    #expect(try lots(ledger) == ["6 – 430.00", "4 2026-01-10 280.00"])
  }

  @Test func aLotToldByHandIsWhatCameWheneverItWasAcquired() throws {
    for acquired in ["2019-03-04", "2026-06-15"] as [Day] {
      let ledger = try TemporaryLedger()
      try ledger.record(quarter, may, list("2026-07-31", "10"), household: elm)
      let fact = HandWrittenFact.Fact.lot(reference("BND"), units: "6", basis: "420")
      try ledger.record(HandWrittenFact(account: "brokerage", fact: fact, day: acquired).file, household: elm)
      #expect(try Set(lots(ledger)) == ["4 2026-01-10 280.00", "6 \(acquired) 420.00"])
      #expect(try ledger.snapshot("2026-07-31", elm).realised.map(\.short) == ["12"])
    }
  }

  @Test func aSplitWithoutARatioFoundWhatWasCountedBeforeIt() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(
      quarter,
      .ofx(
        "split.ofx",
        statement(from: "2026-04-01", to: "2026-05-31", [entry(.split, "2026-05-11", "BND", units: "10")])),
      list("2026-07-31", "26"), household: elm)
    #expect(try lots(ledger) == ["6 – –", "20 2026-01-10 700.00"])
  }
}
