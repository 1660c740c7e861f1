import Booking
import Diagnostics
import Measures
import PortfolioModel
import Reports
import TestSupport
import Testing

@Suite("Gains of a year")
struct GainsReportTests {
  private var gains: GainsOfYear {
    var gains = GainsOfYear(year: 2026)
    func line(
      _ security: SecurityID, sold: Day, acquired: Day?, _ units: Quantity, _ proceeds: Money, _ basis: Money?,
      disallowed: Money = .zero, isInherited: Bool = false, report: BrokerReport = .basis
    ) {
      gains.lines.append(
        GainsOfYear.Line(
          account: "b", security: security,
          realised: BookedPosition.RealisedGain(
            sale: 1, lot: nil, sold: sold, acquired: acquired, quantity: units, proceeds: proceeds, basis: basis,
            disallowed: disallowed, isInherited: isInherited), report: report))
    }
    line("VTI", sold: "2026-03-02", acquired: "2025-12-01", "2", "500.004", "600.005", disallowed: "100.001")
    line(
      "A \"B\", C", sold: "2026-03-03", acquired: "2026-02-01", "1", "70", "60", isInherited: true, report: .proceeds)
    line("OLD", sold: "2026-04-02", acquired: nil, "1", "5", nil)
    return gains
  }

  private var report: GainsReport { GainsReport(gains, asOf: "2026-11-24", diagnostics: []) }

  @Test("the CSV has the columns of Form 8949, and each line adds up to the cent")
  func csv() {
    #expect(
      report.csv == """
        Part,Box,(a) Description of property,(b) Date acquired,(c) Date sold or disposed of,(d) Proceeds,(e) Cost or other basis,(f) Code,(g) Amount of adjustment,(h) Gain or loss,Account
        I,A,2 VTI,2025-12-01,2026-03-02,500.00,600.00,W,100.00,0.00,b
        II,E,"1 A ""B"", C",INHERITED,2026-03-03,70.00,60.00,,,10.00,b
        ,,1 OLD,unknown,2026-04-02,5.00,,,,,b

        """)
  }

  @Test("each line has its box, and each box its sum on its line of Schedule D")
  func boxes() {
    #expect(gains.lines.map { $0.scheduleDLine?.box } == ["A", "E", nil])
    #expect(gains.scheduleD.map(\.line.rawValue) == ["1b", "9"])
    let sums = gains.scheduleD.map(\.total)
    #expect(sums.map(\.proceeds) == ["500", "70"] && sums.map(\.basis) == ["600", "60"])
    #expect(sums.map(\.adjustment) == ["100", "0"] && sums.map(\.gain) == ["0", "10"])
    #expect(report.text(.plain).contains("Schedule D\n"))
  }

  @Test(
    "basis is reported of stock since 2011, of funds since 2012, of bonds and options since 2014",
    arguments: [
      (Security.Kind.stock, "2011-01-01", BrokerReport.basis), (.stock, "2010-12-31", .proceeds),
      (.etf, "2012-01-01", .basis), (.fund, "2011-12-31", .proceeds), (.bond, "2014-01-01", .basis),
      (.option, "2013-12-31", .proceeds), (.other, "2024-01-01", .proceeds),
    ] as [(Security.Kind, Day, BrokerReport)])
  func reported(_ kind: Security.Kind, _ day: Day, _ report: BrokerReport) {
    #expect(BrokerReport.required(of: kind, acquired: day, isInherited: false) == report)
    #expect(BrokerReport.required(of: kind, acquired: day, isInherited: true) == .proceeds)
    #expect(BrokerReport.required(of: kind, acquired: nil, isInherited: false) == .proceeds)
  }

  @Test("the text sums each term, and leaves out what nobody knows")
  func text() {
    let text = report.text(.plain)
    #expect(text.hasSuffix("2026: 0.00 short-term, 10.00 long-term.\n"))
    #expect(text.contains("unknown"))
    #expect(
      GainsReport(GainsOfYear(year: 2025), asOf: "2026-11-24", diagnostics: []).text(.plain)
        == "Nothing was realised in 2025.\n")
  }
}
