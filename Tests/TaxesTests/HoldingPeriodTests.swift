import Measures
import Taxes
import TestSupport
import Testing

@Suite("Holding periods")
struct HoldingPeriodTests {
  @Test(
    "long-term from the day after the first anniversary; month ends count by months",
    arguments: [
      ("2024-03-10", "2025-03-11"), ("2023-02-28", "2024-03-01"), ("2024-02-29", "2025-03-01"),
      ("2024-02-28", "2025-03-01"), ("2024-11-30", "2025-12-01"), ("2024-12-31", "2026-01-01"),
      ("2024-01-30", "2025-01-31"),
    ])
  func first(acquired: String, long: String) throws {
    let bought = try #require(Day(acquired))
    let first = try #require(Day(long))
    #expect(HoldingPeriod.firstLongTermDay(acquired: bought) == first)
    #expect(HoldingPeriod.isLongTerm(acquired: bought, sold: first))
    #expect(!HoldingPeriod.isLongTerm(acquired: bought, sold: first.adding(days: -1)))
  }
}
