import Measures
import TestSupport
import Testing
import TimeSeries

@Suite("Series by day and by month")
struct SeriesTests {
  @Test("days are put in order and a revision replaces what it revises")
  func order() {
    let series = DatedSeries(
      name: "X", observations: [("2024-03-01", 3), ("2024-01-01", 1), ("2024-02-01", 9), ("2024-02-01", 2)])
    #expect(series.days == ["2024-01-01", "2024-02-01", "2024-03-01"])
    #expect(series.values == [1, 2, 3])
    #expect(series.value(on: "2024-02-15") == 2)
    #expect(series.value(on: "2023-12-31") == nil)
    #expect(series.through("2024-02-28").days.count == 2)
  }

  @Test("a month that is missing has no number, and a mean over it is unknown")
  func missing() {
    let series = DatedSeries(
      name: "CPI",
      observations: [("2025-08-01", 10), ("2025-09-01", 11), ("2025-11-01", 13), ("2025-12-01", 14)])
    let monthly = series.monthly
    #expect(monthly.values == [10, 11, nil, 13, 14])
    #expect(monthly.mean(of: 3, through: Month(2025, 12)) == nil)
    #expect(monthly.mean(of: 2, through: Month(2025, 12)) == 13.5)
    #expect(monthly.growth(over: 1, through: Month(2025, 11)) == nil)
    #expect(monthly[Month(2026, 1)] == nil)
  }

  @Test("of daily prices the last of each complete month is taken")
  func daily() {
    let series = DatedSeries(
      name: "C",
      observations: [
        ("2023-11-29", 5), ("2023-11-30", 6), ("2023-12-01", 7), ("2023-12-04", 8), ("2023-12-05", 9),
      ])
    #expect(series.monthly.values == [6])
    #expect(series.monthly.first == Month(2023, 11))
  }

  @Test(
    "months count across years and know their last day", arguments: [(2024, 2, "2024-02-29"), (1900, 2, "1900-02-28")])
  func months(year: Int, month: Int, last: String) {
    #expect(Month(year, month).lastDay.description == last)
    #expect(Month(of: Month(year, month).lastDay) == Month(year, month))
    #expect(Month(2024, 1) - Month(2023, 12) == 1)
    #expect(Month(2023, 12) + 1 == Month(2024, 1))
    #expect(Month(2023, 13) == Month(2024, 1))
  }

  @Test("spells end at a month without a number")
  func spells() {
    let series = MonthlySeries(first: Month(2020, 1), values: [1, -1, -3, nil, -2, 4, -5])
    let spells = Spell.all(in: series, where: { $0 < 0 }, extreme: <)
    #expect(spells.map(\.months) == [2, 1, 1])
    #expect(spells.map(\.extreme) == [-3, -2, -5])
    #expect(spells.last?.last == Month(2020, 7))
  }
}
