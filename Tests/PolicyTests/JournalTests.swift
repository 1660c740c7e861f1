import Measures
import Policy
import PortfolioModel
import TestSupport
import Testing

@Suite("What the journal tells")
struct JournalYearTests {
  private func entry(_ day: Day, _ verdict: JournalEntry.Verdict = .accepted, traded: Money = "1000") -> JournalEntry {
    JournalEntry(
      day: day, verdict: verdict, reason: "due",
      figures: verdict == .reviewed
        ? nil : JournalEntry.Figures(total: "100000", sold: traded, bought: traded, cost: "1.5", tax: "20"))
  }

  @Test("by year: plans, turnover, cost and tax of what was accepted")
  func years() {
    let years = JournalYear.years(of: [
      entry("2025-05-01"), entry("2026-01-02", traded: "3000"), entry("2026-07-01", .overridden),
      entry("2026-08-01", .reviewed), entry("2026-09-01", traded: "500"),
    ])
    #expect(years.map(\.year) == [2025, 2026])
    #expect(years.map(\.accepted) == [1, 2] && years.map(\.overridden) == [0, 1])
    #expect(years.map(\.turnover) == ["0.01", "0.035"])
    #expect(years.map(\.cost) == ["1.5", "3"] && years.map(\.tax) == ["20", "40"])
  }

  @Test(
    "activity is not progress",
    arguments: [
      (RebalanceTrigger.threshold, 1, "90000", false), (.threshold, 2, "100", true),
      (.calendar(.quarterly), 4, "1000", false), (.calendar(.quarterly), 6, "1000", true),
      (.calendar(.quarterly), 3, "5000", true), (.calendar(.monthly), 12, "1000", false),
      (.both(.annual), 2, "10", true),
    ] as [(RebalanceTrigger, Int, Money, Bool)])
  func busy(trigger: RebalanceTrigger, count: Int, traded: Money, isBusier: Bool) {
    let entries = (0..<count).map { entry(Day(year: 2026, month: 1 + $0, day: 1) ?? "2026-01-01", traded: traded) }
    #expect(JournalYear.years(of: entries).map { $0.isBusier(than: trigger) } == [isBusier])
  }

  @Test("the last answer and the last confirmation, not those of a later day")
  func last() {
    let journal = [entry("2026-01-02"), entry("2026-02-01", .reviewed), entry("2026-03-01", .overridden)]
    #expect(journal.lastAnswer(until: "2026-12-31") == "2026-03-01")
    #expect(journal.lastAnswer(until: "2026-02-28") == "2026-01-02")
    #expect(journal.lastConfirmation(until: "2026-12-31") == "2026-02-01")
    #expect(journal.lastConfirmation(until: "2026-01-31") == nil)
  }

  @Test(
    "selling after a fall is said from a tenth on",
    arguments: [("77", true), ("90", true), ("90.01", false), ("100", false)] as [(Price, Bool)])
  func fall(price: Price, isSaid: Bool) {
    let sale = SaleAfterFall(of: "VTI", at: price, highest: HighestPrice(price: "100", day: "2026-02-19"))
    #expect((sale != nil) == isSaid)
    if price == "77" {
      #expect(
        sale?.description
          == "you are selling VTI after a fall of 23.0 % from its highest price of the last twelve months, on 2026-02-19"
      )
    }
  }
}
