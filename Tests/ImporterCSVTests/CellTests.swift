import Measures
import TestSupport
import Testing

@testable import ImporterCSV

@Suite struct CellTests {
  @Test(arguments: [
    ("1,234.56", "1234.56"), ("$1,234.56", "1234.56"), ("-$1", "-1"), ("$-0.88", "-0.88"), ("($0.30)", "-0.3"),
    ("+$44.92", "44.92"), ("1,471", "1471"), (".5", "0.5"), ("-.00", "0"), ("-$9620.64", "-9620.64"), ("$ 12", "12"),
    ("1,234,567.0000000001", "1234567.0000000001"), ("€5", "5"), ("£5", "5"),
    ("5-", "-5"), ("1 234", "1234"), ("1 234.50", "1234.5"), ("1\u{a0}234", "1234"), ("1\u{202f}234", "1234"),
    ("12.50 EUR", "12.5"), ("-3 €", "-3"), ("(7 USD)", "-7"),
  ])
  func readsNumbers(_ text: String, _ expected: String) {
    #expect(NumberFormat.point.cell(Array(text.utf8)[...]) == .number(PrintedNumber(stringLiteral: expected)))
  }

  @Test(arguments: [("1.234,56", "1234.56"), ("-26,45", "-26.45"), ("4.312,50", "4312.5"), ("1000", "1000")])
  func readsNumbersWithADecimalComma(_ text: String, _ expected: String) {
    #expect(NumberFormat.comma.cell(Array(text.utf8)[...]) == .number(PrintedNumber(stringLiteral: expected)))
  }

  @Test(arguments: [
    ("1.234,56", "1234.56"), ("1,234.56", "1234.56"), ("-26,45", "-26.45"), ("-97.93", "-97.93"), ("12", "12"),
    ("1.020,5", "1020.5"), ("0,039", "0.039"), ("1.234", nil), ("1,234", nil), ("x", nil),
  ])
  func readsEitherMarkWhereOnlyOneMakesSense(_ text: String, _ expected: String?) {
    let number = expected.map { NumberFormat.Cell.number(PrintedNumber(stringLiteral: $0)) }
    #expect(NumberFormat.either.cell(Array(text.utf8)[...]) == number ?? .unreadable)
  }

  @Test(arguments: ["", "--", "n/a", "N/A", "Incomplete", "not applicable", "null", "-"])
  func knowsWhatIsEmpty(_ text: String) {
    #expect(NumberFormat.point.cell(Array(text.utf8)[...]) == .absent)
  }

  /// A separator in the wrong place is no number: 1,23 may be European, and 12,34.5 is nothing.
  @Test(arguments: [
    "0,039", "1,23", "12,34.5", "1234,567", ",5", "1.2.3", "10:1", "Shares", "Total 327.50", "--5", "-5-", "1 23",
    "0x10", "1e5",
    "5 US",
    "(", "$",
    "1234567890123456789012345678901",
  ])
  func refusesWhatIsNoNumber(_ text: String) {
    #expect(NumberFormat.point.cell(Array(text.utf8)[...]) == .unreadable)
  }

  @Test(arguments: [
    ("01/02/2026", "2026-01-02"), ("1/2/2026", "2026-01-02"), ("01-02-2026", "2026-01-02"),
    ("2026-01-02", "2026-01-02"),
    ("20260102", "2026-01-02"), ("12312025", "2025-12-31"), ("04/05/23", "2023-04-05"), ("12/31/99", "1999-12-31"),
    ("Dec-30-2025", "2025-12-30"),
    ("25-Mar-2021", "2021-03-25"), ("March 5, 2021", "2021-03-05"), ("08/24/2020 13:42:07", "2020-08-24"),
    ("2025-04-10T19:24:00", "2025-04-10"), ("04/17/2023 as of 04/15/2023", "2023-04-17"), ("1 Sept 2024", "2024-09-01"),
  ])
  func readsDaysMonthFirst(_ text: String, _ expected: Day) {
    #expect(DayFormat.monthFirst.day(Array(text.utf8)[...]) == expected)
  }

  @Test(arguments: [("15/01/2024", "2024-01-15"), ("19-12-2022", "2022-12-19"), ("24-08-2022 07:00:15", "2022-08-24")])
  func readsDaysDayFirst(_ text: String, _ expected: Day) {
    #expect(DayFormat.dayFirst.day(Array(text.utf8)[...]) == expected)
  }

  @Test(arguments: [
    "", "13/45/2026", "02/30/2026", "01/02", "01/02/202", "2026", "Total", "01/02/2026x", "May", "1/2/3", "123456789",
  ])
  func refusesWhatIsNoDay(_ text: String) {
    #expect(DayFormat.monthFirst.day(Array(text.utf8)[...]) == nil)
  }

  @Test(arguments: [
    ("ASSIGNED as of 2026-07-31 CALL (XLE)", "2026-07-31"),
    ("YOU SOLD ASSIGNED CALLS AS OF 07-31-26 SPDR", "2026-07-31"),
    ("YOU SOLD FUND (Cash) as of Dec-30-2025", "2025-12-30"),
  ])
  func findsTheDayBehindAsOf(_ text: String, _ expected: Day) {
    #expect(DayFormat.monthFirst.dayAfterAsOf(Array(text.utf8)[...]) == expected)
  }

  @Test func findsNoDayWhereNoneIsWritten() {
    #expect(DayFormat.monthFirst.dayAfterAsOf(Array("AS OF yesterday evening".utf8)[...]) == nil)
  }

  @Test func anyNumberOfNoBreakSpacesIsTrimmed() {
    let blanks = Array(repeating: [0x20, 0xc2, 0xa0] as [UInt8], count: 100_000).flatMap { $0 }
    #expect(Array((blanks + [0x31] + blanks)[...].blanksTrimmed) == [0x31])
    #expect(blanks[...].blanksTrimmed.isEmpty)
    #expect(Array(([0xc2, 0x20, 0xa0] as [UInt8])[...].blanksTrimmed) == [0xc2, 0x20, 0xa0])
  }
}
