import Ledger
import Measures
import PortfolioModel
import Statements
import TestSupport
import Testing

/// Splits, mergers and exchanges as brokers print them.
struct CorporateActionTests {
  let elm = household(claiming: "X1")

  private let bought = [
    entry(.buy, "2024-03-02", "OLD", units: "60", cash: "-600"),
    entry(.buy, "2025-03-02", "OLD", units: "40", cash: "-800"),
  ]

  private func snapshot(_ entries: [StatementEntry]) throws -> HouseholdSnapshot {
    let ledger = try TemporaryLedger()
    try ledger.record(.csv("a.csv", statement(bought + entries)), household: elm)
    return try ledger.snapshot("2026-11-24", elm)
  }

  private func lots(_ entries: StatementEntry...) throws -> [String] {
    try snapshot(entries).holdings.flatMap { holding in
      holding.lots.map {
        "\(holding.security) \($0.quantity) \($0.basis?.description ?? "?") \($0.acquired?.description ?? "?")"
      }
    }
  }

  @Test func aSplitPrintedAsARatio() throws {
    var split = entry(.split, "2026-03-02", "OLD")
    split.split = StatementEntry.Split(old: "2", new: "3")
    #expect(try lots(split) == ["OLD 90 600 2024-03-02", "OLD 60 800 2025-03-02"])
  }

  @Test func aSplitPrintedAsTheUnitsThatCame() throws {
    #expect(
      try lots(entry(.split, "2026-03-02", "OLD", units: "100")) == ["OLD 120 600 2024-03-02", "OLD 80 800 2025-03-02"])
  }

  @Test func aReverseSplitInTwoRows() throws {
    #expect(
      try lots(
        entry(.split, "2026-03-02", "OLD", units: "-100"), entry(.split, "2026-03-02", "OLD", units: "10"))
        == ["OLD 6 600 2024-03-02", "OLD 4 800 2025-03-02"])
  }

  @Test func aReverseSplitWithANewNumber() throws {
    #expect(
      try lots(
        entry(.split, "2026-03-02", "OLD", units: "-100"), entry(.split, "2026-03-02", "NEW", units: "10"))
        == ["NEW 6 600 2024-03-02", "NEW 4 800 2025-03-02"])
  }

  @Test func aMergerForStockKeepsBasisAndDates() throws {
    #expect(
      try lots(
        entry(.merger, "2026-03-02", "NEW", units: "25"), entry(.merger, "2026-03-02", "OLD", units: "-100"))
        == ["NEW 15 600 2024-03-02", "NEW 10 800 2025-03-02"])
  }

  @Test func aMergerForCashIsASale() throws {
    let snapshot = try snapshot([entry(.merger, "2026-03-02", "OLD", units: "-100", cash: "3000")])
    #expect(snapshot.holdings.isEmpty)
    #expect(
      snapshot.realised == [
        RealisedGains(
          account: "brokerage", short: "400", long: "1200", isIncomplete: false)
      ])
  }

  private func boot(price: PrintedNumber?) -> [StatementEntry] {
    var new = entry(.merger, "2026-03-02", "NEW", units: "25")
    new.price = price
    return [entry(.merger, "2026-03-02", "OLD", units: "-100", cash: "500"), new]
  }

  @Test func cashBesideStockOfUnknownValueLeavesBasisAndGainOpen() throws {
    let snapshot = try snapshot(boot(price: nil))
    #expect(snapshot.holdings.map(\.basis) == [nil])
    #expect(snapshot.realised == [RealisedGains(account: "brokerage", short: "0", long: "0", isIncomplete: true)])
  }

  @Test func cashBesideStockIsGainAndTheRestOfTheBasisGoesOn() throws {
    // 60 units of 600 bring 300 and 600 of stock: a gain of 300. 40 of 800 bring 200 and 400: a loss, which does not count.
    let snapshot = try snapshot(boot(price: "40"))
    #expect(
      snapshot.realised == [
        RealisedGains(
          account: "brokerage", short: "0", long: "300", isIncomplete: false)
      ])
    #expect(snapshot.holdings.flatMap { $0.lots.map(\.basis) } == ["600", "600"])
    #expect(snapshot.holdings.flatMap { $0.lots.map(\.acquired) } == ["2024-03-02", "2025-03-02"])
  }

  @Test func cashInARowOfItsOwnIsTheSame() throws {
    var entries = boot(price: "40")
    entries[0].effect.cash = nil
    entries.append(entry(.merger, "2026-03-02", "OLD", cash: "500"))
    #expect(try snapshot(entries).holdings.flatMap { $0.lots.map(\.basis) } == ["600", "600"])
  }

  @Test func aPriceOfTheDayTellsTheValue() throws {
    let ledger = try TemporaryLedger()
    var prices = ParsedFile(file: "prices.csv", format: .csv, profile: "prices")
    var quote = PrintedSecurity(reference("NEW"))
    quote.price = "40"
    quote.priceDay = "2026-03-02"
    prices.securities = [quote]
    try ledger.record(.csv("a.csv", statement(bought + boot(price: nil))), prices, household: elm)
    #expect(try ledger.snapshot("2026-11-24", elm).realised.map(\.long) == ["300"])
  }

  @Test func aMergerToldByHand() throws {
    let ledger = try TemporaryLedger()
    let merger = HandWrittenFact.Fact.merger(
      reference("OLD"), units: "100", into: HandWrittenFact.Spun(reference("NEW"), units: "25"), price: "40",
      cash: "500")
    try ledger.record(
      .csv("a.csv", statement(bought)),
      HandWrittenFact(account: "brokerage", fact: merger, day: "2026-03-02").file, household: elm)
    let snapshot = try ledger.snapshot("2026-11-24", elm)
    #expect(snapshot.holdings.flatMap { $0.lots.map(\.basis) } == ["600", "600"])
    #expect(snapshot.realised.map(\.long) == ["300"])
  }

  @Test func aTickerThatChangedIsOneHistoryOnceSomebodySaysSo() throws {
    let ledger = try TemporaryLedger()
    try ledger.record(
      .csv("a.csv", statement(bought)),
      .csv("b.csv", statement([entry(.sell, "2026-03-02", "NEW", units: "-60", cash: "900")])), household: elm)
    try ledger.record(try ledger.ledger.merge(of: ("OLD", "NEW"), household: elm).file, household: elm)
    let snapshot = try ledger.snapshot("2026-11-24", elm)
    #expect(snapshot.holdings.flatMap { $0.lots.map(\.basis) } == ["800"])
    #expect(snapshot.realised.map(\.long) == ["300"])
  }

  @Test func aChangeOfNameInTwoRowsIsNoneOnceBothAreOne() throws {
    let ledger = try TemporaryLedger()
    let changed = [
      entry(.merger, "2026-03-02", "OLD", units: "-100"), entry(.merger, "2026-03-02", "NEW", units: "100"),
    ]
    try ledger.record(.csv("a.csv", statement(bought + changed)), household: elm)
    try ledger.record(try ledger.ledger.merge(of: ("OLD", "NEW"), household: elm).file, household: elm)
    let lots = try ledger.snapshot("2026-11-24", elm).holdings.flatMap(\.lots)
    #expect(lots.map(\.basis) == ["600", "800"])
    #expect(lots.map(\.acquired) == ["2024-03-02", "2025-03-02"])
  }

  // MARK: A split among the trades of its day

  private func splitUnits(_ rows: [StatementEntry]) throws -> Quantity? {
    try snapshot(rows).holdings.first?.quantity
  }

  private func split(adding units: PrintedNumber?) -> StatementEntry {
    var split = entry(.split, "2026-03-02", "OLD", units: units)
    split.split = StatementEntry.Split(old: "1", new: "2")
    return split
  }

  @Test func aSplitComesBeforeTheTradesOfItsDay() throws {
    let sale = entry(.sell, "2026-03-02", "OLD", units: "-20", cash: "200")
    #expect(try splitUnits([sale, split(adding: nil)]) == "180")
    #expect(try splitUnits([sale, split(adding: "100")]) == "180")
  }

  @Test func aSplitThatSaysWhatItFoundComesWhereThatIs() throws {
    let sale = entry(.sell, "2026-03-02", "OLD", units: "-20", cash: "200")
    #expect(try splitUnits([sale, split(adding: "80")]) == "160")
    // A file with the newest row first.
    #expect(try splitUnits([split(adding: "80"), sale]) == "160")
  }

  @Test func aSplitWithoutARatioTakesTheOneThatCompaniesUse() throws {
    let sale = entry(.sell, "2026-03-02", "OLD", units: "-20", cash: "200")
    #expect(try splitUnits([sale, entry(.split, "2026-03-02", "OLD", units: "100")]) == "180")
    #expect(try splitUnits([sale, entry(.split, "2026-03-02", "OLD", units: "80")]) == "160")
  }

  @Test func twoMergersOfOneDayAreNotGuessed() throws {
    #expect(
      try lots(
        entry(.merger, "2026-03-02", "OLD", units: "-60"), entry(.merger, "2026-03-02", "OLD", units: "-40"),
        entry(.merger, "2026-03-02", "NEW", units: "10"), entry(.merger, "2026-03-02", "ALSO", units: "10"))
        == ["ALSO 10 ? ?", "NEW 10 ? ?"])
  }
}
