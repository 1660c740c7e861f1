import Measures
import TestSupport
import Testing
import TimeSeries

@Suite("Which days a calendar rule looks at")
struct CycleTests {
  @Test("the last trading day of a month counts, though it is not its last calendar day")
  func tradingDays() {
    let days: [Day] = ["2023-09-28", "2023-09-29", "2023-10-02", "2023-10-30", "2023-10-31", "2023-11-01"]
    #expect(Cycle.monthly.looks(days) == [false, true, false, false, true, false])
    #expect(Cycle.quarterly.looks(days) == [false, true, false, false, false, false])
    #expect(Cycle.daily.looks(days) == days.map { _ in true })
  }

  @Test("a cut-off last period is no look; one whose last weekday is past is")
  func cutOff() {
    #expect(Cycle.monthly.looks(["2023-12-05"]) == [false])
    #expect(Cycle.monthly.looks(["2023-09-29"]) == [true])  // a Friday; the 30th is a Saturday
    #expect(Cycle.monthly.looks(["2023-08-30"]) == [false])
    #expect(Cycle.annual.looks(["2023-06-30"]) == [false])
    #expect(Cycle.semiAnnual.looks(["2023-06-30"]) == [true])
  }

  @Test("every longer cycle looks only where a shorter one does")
  func nested() {
    let days = (0..<2_000).map { Day(number: 18_000 + Int32($0)) }
    let looks = Cycle.allCases.map { $0.looks(days) }
    for (shorter, longer) in zip(looks, looks.dropFirst()) {
      #expect(zip(shorter, longer).allSatisfy { $0 || !$1 })
      #expect(longer.contains(true))
    }
  }
}
