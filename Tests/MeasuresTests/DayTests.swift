import Measures
import TestSupport
import Testing

@Suite("Days")
struct DayTests {
  @Test("every day of four centuries is its own text")
  func roundTrip() {
    var day: Day = "1899-12-31"
    let last: Day = "2300-01-01"
    while day < last {
      let next = day.adding(days: 1)
      let (year, month, dayOfMonth) = next.civil
      #expect(Day(year: year, month: month, day: dayOfMonth) == next)
      day = next
    }
    #expect(day.description == "2300-01-01")
  }

  @Test("known numbers")
  func known() {
    #expect(("1970-01-01" as Day).number == 0)
    #expect(("2000-02-29" as Day).number == 11_016)
    #expect(("2026-11-24" as Day) - "2026-01-01" == 327)
  }

  @Test(
    "months end on their last day",
    arguments: [
      ("2024-01-31", 1, "2024-02-29"), ("2023-11-30", 3, "2024-02-29"), ("2024-02-29", 12, "2025-02-28"),
      ("2024-03-31", -13, "2023-02-28"),
    ])
  func months(start: String, months: Int, end: String) throws {
    #expect(try #require(Day(start)).adding(months: months).description == end)
  }

  @Test("no such day", arguments: ["2023-02-29", "2023-13-01", "2023-1-01", "20230101", "2023-04-31", "0000-01-01"])
  func refused(text: String) {
    #expect(Day(text) == nil)
  }
}
