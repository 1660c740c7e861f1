import Allocation
import Diagnostics
import Ledger
import Measures
import PortfolioModel
import Statements
import TestSupport
import Testing

/// A plan's positions by the kind of money from which they came.
struct SourceTests {
  let elm = household(claiming: "K1", as: "plan", kind: .traditional401k)

  private func part(_ source: String?, _ units: PrintedNumber, _ value: PrintedNumber) -> PrintedPosition {
    var part = position("P500", units, value: value)
    part.source401k = source
    return part
  }

  private func snapshot(_ entries: StatementEntry..., parts: PrintedPosition...) throws -> HouseholdSnapshot {
    let ledger = try TemporaryLedger()
    try ledger.record(
      .csv("a.csv", statement(of: "K1", asOf: "2026-02-28", positions: parts)),
      .csv("b.csv", statement(of: "K1", entries)), household: elm)
    return try ledger.snapshot("2026-11-24", elm)
  }

  @Test func aHoldingIsDividedAndSumsToItself() throws {
    let holding = try #require(
      try snapshot(parts: part("PRETAX", "6", "600"), part("ROTH", "3", "300"), part("PRETAX", "1", "100.01")).holdings
        .first)
    #expect(holding.sources.map(\.name) == ["PRETAX", "ROTH"])
    #expect(holding.sources.map(\.quantity) == ["7", "3"])
    #expect(holding.sources.reduce(.zero) { $0 + $1.value } == holding.value)
    #expect(holding.rothValue == "300.003")
  }

  @Test func tradesSinceKeepTheProportion() throws {
    let snapshot = try snapshot(
      entry(.buy, "2026-03-10", "P500", units: "10", cash: "-1000"),
      parts: part("PRETAX", "6", "600"), part("Roth deferral", "4", "400"))
    #expect(snapshot.holdings.first?.sources.map(\.quantity) == ["12", "8"])
  }

  @Test func withoutSourcesThereAreNone() throws {
    #expect(try snapshot(parts: part(nil, "6", "600")).holdings.map(\.sources) == [[]])
  }

  @Test func rothMoneyCountsAsRoth() throws {
    let snapshot = try snapshot(parts: part("PRETAX", "6", "600"), part("ROTH", "4", "400"))
    let plain = AssetAllocation(of: snapshot, targets: [])
    #expect(plain.treatments.map(\.treatment) == [.traditional, .roth])
    #expect(plain.treatments.map(\.value) == ["600", "400"])
    let rates: [AccountID: FutureTaxRates] = ["plan": FutureTaxRates(withdrawal: "0.25", gain: "0")]
    let after = AssetAllocation(of: snapshot, targets: [], view: .afterTax(rates))
    #expect(after.treatments.map(\.value) == ["450", "400"])
    #expect(after.total == "850")
  }
}
