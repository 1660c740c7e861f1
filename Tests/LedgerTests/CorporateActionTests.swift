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
    #expect(snapshot.realised == [RealisedGains(account: "brokerage", short: "400", long: "1200", isIncomplete: false)])
  }

  @Test func aMergerForStockAndCashLeavesTheBasisOpen() throws {
    let entries = [
      entry(.merger, "2026-03-02", "OLD", units: "-100", cash: "500"), entry(.merger, "2026-03-02", "NEW", units: "25"),
    ]
    let snapshot = try snapshot(entries)
    #expect(snapshot.holdings.map(\.basis) == [nil])
    #expect(snapshot.realised.isEmpty)
  }

  @Test func twoMergersOfOneDayAreNotGuessed() throws {
    #expect(
      try lots(
        entry(.merger, "2026-03-02", "OLD", units: "-60"), entry(.merger, "2026-03-02", "OLD", units: "-40"),
        entry(.merger, "2026-03-02", "NEW", units: "10"), entry(.merger, "2026-03-02", "ALSO", units: "10"))
        == ["ALSO 10 ? ?", "NEW 10 ? ?"])
  }
}
