import Diagnostics
import Importers
import Measures
import Statements
import TestSupport
import Testing

/// What brokers vary without notice, and what must be loud.
@Suite struct VariationTests {
  private static let header = "Run Date,Action,Symbol,Description,Price ($),Quantity,Amount ($),Settlement Date"
  private static let rows = [
    "11/10/2026,YOU BOUGHT VTI,VTI,FUND,300.00,10,-3000.00,11/12/2026",
    "11/09/2026,YOU BOUGHT VTI,VTI,FUND,301.00,1,-301.00,11/11/2026",
  ]

  private func read(_ lines: [String], end: String = "\n") -> Reading<ParsedFile> {
    StatementReader().reading(Array((lines.joined(separator: "\n") + end).utf8), file: "x.csv")
  }

  private func effects(_ reading: Reading<ParsedFile>) -> [String] {
    (reading.value?.statements ?? []).flatMap(\.entries).map { entry in
      "\(entry.day) \(entry.kind.rawValue) \(entry.effect.units?.description ?? "-") \(entry.effect.cash?.description ?? "-")"
    }
  }

  private static let expected = ["2026-11-10 buy 10 -3000", "2026-11-09 buy 1 -301"]

  @Test func columnsMayStandInAnyOrderAmongOthers() {
    let reversed = ([Self.header] + Self.rows).map { line in
      ([line == Self.header ? "Memo" : "x"] + line.split(separator: ",").reversed()).joined(separator: ",")
    }
    #expect(effects(read(reversed)) == Self.expected)
    #expect(effects(read([Self.header.uppercased()] + Self.rows)) == Self.expected)
    #expect(effects(read(["A title", ""] + ([Self.header] + Self.rows).map { $0 + "," })) == Self.expected)
  }

  @Test(arguments: ["--", "n/a", " "]) func anEmptyCellHasManyNames(_ word: String) {
    let row = "11/08/2026,DIVIDEND RECEIVED,VTI,FUND,\(word),\(word),12.00,\(word)"
    #expect(effects(read([Self.header, row])) == ["2026-11-08 dividend - 12"])
  }

  @Test(
    arguments: [
      "11/08/2026,YOU BOUGHT VTI,VTI,FUND,300.00,5,-15", "11/08/2026,YOU BOUGHT VTI,VTI", "11/08/20",
      "11/08/2026,YOU BOUGHT VTI,VTI,\"FU",
    ])
  func aFileThatEndsInTheMiddleOfARowIsRefused(_ rest: String) throws {
    let reading = read([Self.header] + Self.rows + [rest], end: "")
    let problem = try #require(reading.diagnostics.first { $0.code == "csv-cut-off" })
    #expect(problem.severity == .error && problem.place?.line == 4 && problem.remedy != nil)
    #expect(effects(reading) == Self.expected)
    #expect(reading.value?.brokenInvariants == [])
  }

  @Test func aFooterWithoutALineEndIsNoCutRow() {
    for footer in ["Date downloaded 11/20/2026 9:41 am", "***END OF FILE***"] {
      #expect(!read([Self.header] + Self.rows + [footer], end: "").hasErrors, "\(footer)")
    }
  }

  @Test func aColumnThatWasRenamedIsTold() {
    let renamed = Self.header.replacing("Quantity", with: "Pieces")
    #expect(read([renamed] + Self.rows).diagnostics.map(\.code) == ["csv-column-absent", "csv-no-account"])
  }

  @Test func aPurchaseWithoutUnitsIsTold() {
    let row = "11/08/2026,YOU BOUGHT VTI,VTI,FUND,300.00,,-3000.00,11/12/2026"
    #expect(read([Self.header, row]).diagnostics.map(\.code).contains("csv-no-units"))
  }

  @Test func aFigureWithoutQuotesIsPutTogetherOrTold() {
    let header = "Activity Date,Process Date,Settle Date,Instrument,Description,Trans Code,Quantity,Price,Amount"
    let row = "9/22/2026,9/22/2026,9/23/2026,VTI,FUND,Sell,10,$300.00,$3,000.00"
    #expect(effects(read([header, row])) == ["2026-09-22 sell -10 3000"])
    #expect(effects(read([header + ",", row + ","])) == ["2026-09-22 sell -10 3000"])
    #expect(read([header + ",Note", row + ",x"]).diagnostics.map(\.code).contains("csv-surplus-cell"))
  }

  @Test func aDayIsNoAccount() {
    let lines = [
      "As of 11/20/2026", "Symbol,Description,Quantity,Price,Market Value", "VTI,FUND,10,300.00,3000.00",
      "Account Total,,,,3000.00",
    ]
    let reading = read(lines)
    #expect(reading.value?.profile == "schwab-positions")
    #expect(reading.value?.statements.map(\.account.number) == [""])
    #expect(reading.value?.statements.map(\.asOf) == ["2026-11-20"])
  }
}
