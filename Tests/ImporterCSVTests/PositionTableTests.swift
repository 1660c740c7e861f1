import Diagnostics
import Measures
import Statements
import TestSupport
import Testing

@testable import ImporterCSV

/// Tables of positions: what a row is, whose it is, of which day, and what its cells can be trusted for.
@Suite struct PositionTableTests {
  func layout(_ change: (inout TableLayout) -> Void = { _ in }) -> CSVLayout {
    var heading = TableLayout(.accounts, header: HeaderPattern("heading, worth"))
    heading.columns = [.accountName: ["heading"]]
    var table = TableLayout(.positions, header: HeaderPattern("symbol, units, value"))
    table.columns = [
      .account: ["account"], .symbol: ["symbol"], .name: ["name"], .units: ["units"], .price: ["price"],
      .value: ["value"], .costBasis: ["cost"], .currency: ["currency"],
    ]
    table.totals = [Wildcard("Total*")]
    table.cash = [Wildcard("CASH*"), Wildcard("Pending*")]
    change(&table)
    var layout = CSVLayout(name: "test", broker: "broker")
    layout.accountTexts = [TextPattern("{account name} {account}")].compactMap(\.self)
    layout.tables = [heading, table]
    return layout
  }

  func read(
    _ text: String, _ layout: CSVLayout? = nil, file: String = "test.csv", asOf: Day? = nil
  ) throws -> (file: ParsedFile, codes: [String], diagnostics: [Diagnostic]) {
    let document = CSVDocument(utf8: Array(text.utf8), delimiter: UInt8(ascii: ","))
    let reading = CSVReader.reading(document, file: file, layout: layout ?? self.layout(), asOf: asOf)
    let file = try #require(reading.value)
    #expect(file.brokenInvariants.isEmpty)
    let diagnostics = reading.diagnostics.filter { $0.code != "csv-column-absent" }
    return (file, diagnostics.map(\.code).filter { $0 != "csv-no-account" && $0 != "csv-no-day" }, diagnostics)
  }

  @Test(arguments: [
    "A1,WORTH,--,--,--,--", "A1,CASH,--,n/a,--,n/a", "A1,Pending,,,,", "A1,GONE,,,x,",
  ]) func aRowWithoutFiguresEndsNoTable(_ row: String) throws {
    let text = "account,symbol,units,value,name,cost\nA1,VTI,1,300,V,200\n\(row)\nA1,BND,2,150,B,140\n"
    let (file, codes, _) = try read(text)
    #expect(file.statements.first?.positions.map(\.security.value) == ["VTI", "BND"])
    #expect(file.rows.skipped == [.init(line: 3, reason: "no day and no figure in it")])
    #expect(codes == ["csv-no-figure"])
  }

  @Test func aTotalOfDashesIsATotal() throws {
    let text = "account,symbol,units,value\nA1,VTI,1,300\nTotal A1,--,--,--\nA2,BND,2,150\n"
    let (file, codes, _) = try read(text)
    #expect(file.statements.map(\.account.number) == ["A1", "A2"])
    #expect(file.rows.skipped == [.init(line: 3, reason: "a total of other rows")])
    #expect(codes.isEmpty)
  }

  @Test func aFundOfThatNameIsNoTotal() throws {
    let text = "symbol,name,units,value\n,Total Bond Pool,10,300\n,Total of all,,300\n,Total,10,300\n"
    let (file, codes, _) = try read(text)
    #expect(file.statements.first?.positions.map(\.security.value) == ["Total Bond Pool"])
    #expect(file.rows.skipped.map(\.line) == [3, 4])
    #expect(codes.isEmpty)
  }

  @Test(arguments: ["\"SIPC, NYSE and FINRA member\"", "SIPC, NYSE and FINRA member", "Noted 11/20/2026, 09:00 AM ET"])
  func aFooterIsNoRow(_ footer: String) throws {
    let symbolFirst = "symbol,units,value,name,cost\nVTI,1,300,V,200\n\(footer)\n\n"
    let accountFirst = "account,symbol,units,value,name,cost\nA1,VTI,1,300,V,200\n\(footer)\n\n"
    #expect(try read(symbolFirst).codes.isEmpty)
    #expect(try read(accountFirst).codes.isEmpty)
  }

  @Test func aLineThatIsKnownIsNoRow() throws {
    var layout = layout()
    layout.lines = [TextPattern("A{account},*")].compactMap(\.self)
    let text = "account,symbol,units,value,name,cost\nA1,VTI,1,300,V,200\nA2,Roth\n\n"
    #expect(try read(text).codes == ["csv-cut-row"])
    #expect(try read(text, layout).codes.isEmpty)
  }

  @Test func aNumberThatNamesIsNoCash() throws {
    let text =
      "account,symbol,units,value,name,cost\n1234567,VTI,1,300,V,200\n1234567,CASH,--,--,--,--\n1234567,CASH,--,--,--,$5.00\n"
    let (file, _, _) = try read(text)
    #expect(file.statements.first?.cash == "5")
    #expect(file.rows.skipped.map(\.line) == [3])
  }

  @Test func aNameLeadsToItsAccountBelowAnotherHeading() throws {
    let layout = layout { table in
      table.columns[.account] = nil
      table.columns[.accountName] = ["account"]
    }
    let text = """
      account,symbol,units,value
      Mine A-1,VTI,1,300
      heading,worth
      Other B-2,1
      account,symbol,units,value
      Mine A-1,BND,2,150
      """
    let (file, _, _) = try read(text + "\n", layout)
    #expect(file.statements.first { $0.account.number == "A-1" }?.positions.map(\.security.value) == ["VTI", "BND"])
  }

  @Test func aStrangeTableIsStillLeft() throws {
    let text = "symbol,units,value\nVTI,1,300\nFUND,SHARES,WORTH,NOTE\n,10,20,\nTotal,,30,\n"
    let (file, codes, _) = try read(text)
    #expect(file.statements.first?.positions.count == 1)
    #expect(file.rows.skipped.map(\.line) == [4, 5])
    #expect(codes == ["csv-unknown-table"])
  }

  @Test func eachHeadingNamesAnotherAccount() throws {
    let text = """
      heading,worth
      Brokerage -11,1

      symbol,units,value
      VTI,1,300

      heading,worth
      Roth -22,1

      symbol,units,value
      BND,2,150
      """
    let (file, codes, _) = try read(text)
    #expect(file.statements.map(\.account.number) == ["-11", "-22"])
    #expect(file.statements.map(\.account.name) == ["Brokerage", "Roth"])
    #expect(codes.isEmpty)
  }

  @Test func rowsBelowTwoHeadingsAreDoubted() throws {
    let text = "heading,worth\nBrokerage -11,1\nRoth -22,1\n\nsymbol,units,value\nVTI,1,300\nBND,2,150\n"
    let (file, codes, _) = try read(text)
    #expect(file.statements.map(\.account.number) == ["-22"])
    #expect(codes == ["csv-several-accounts"])
  }

  @Test func missingCellsAreTold() throws {
    let text = "symbol,units,price,value,\nVTI,1,300,300,\nBND,75,150,\nVXUS,1,70,70\n"
    let (_, codes, diagnostics) = try read(text)
    #expect(codes == ["csv-missing-cell"])
    #expect(diagnostics.first { $0.code == "csv-missing-cell" }?.place?.line == 3)
  }

  @Test func nothingIsTakenBehindANumberThatWasCut() throws {
    let text = "symbol,units,value,cost,name\nVTI,10,$1,500.00,$1,000.00,V\nBND,1,70,60,B\n"
    let (file, codes, _) = try read(text)
    let position = try #require(file.statements.first?.positions.first)
    #expect(position.units == "10")
    #expect(position.value == nil && position.costBasis == nil)
    #expect(codes == ["csv-surplus-cell"])
  }

  @Test func aColumnOfCostsThatNothingReadsIsTold() throws {
    let (_, codes, diagnostics) = try read("symbol,units,value,Total Cost Basis\nVTI,1,300,200\n")
    #expect(codes == ["csv-column-unread"])
    #expect(diagnostics.first?.message.contains("Total Cost Basis") ?? false)
  }

  @Test func figuresInAnotherCurrencyAreLeftOut() throws {
    let text = "symbol,units,value,currency\nVTI,1,300,USD\nSAP,2,400,EUR\n"
    let (file, codes, _) = try read(text)
    #expect(file.statements.first?.currency == "USD")
    #expect(file.statements.first?.positions.map(\.value) == ["300", nil])
    #expect(codes == ["csv-position-currency"])
  }

  @Test func oneCurrencyOfAllRowsIsTheFiles() throws {
    let (file, codes, _) = try read("symbol,units,value,currency\nVTI,1,300,EUR\nSAP,2,400,EUR\n")
    #expect(file.statements.first?.currency == "EUR")
    #expect(file.statements.first?.positions.map(\.value) == ["300", "400"])
    #expect(codes.isEmpty)
  }

  @Test(
    arguments: [
      ("VTI,1,300,EUR\nCASH,,1000,USD\n", nil, [3]), ("VTI,1,300,EUR\nCASH,,1000,EUR\n", "1000", []),
      ("CASH,,1000,EUR\nVTI,1,300,EUR\n", "1000", []), ("CASH,,1000,\nVTI,1,300,EUR\n", "1000", []),
    ] as [(String, PrintedNumber?, [Int])])
  func cashIsOfTheCurrencyThatTheWholeFileTells(_ rows: String, _ cash: PrintedNumber?, _ skipped: [Int]) throws {
    let (file, codes, _) = try read("symbol,units,value,currency\n" + rows)
    #expect(file.statements.first?.currency == "EUR")
    #expect(file.statements.first?.cash == cash)
    #expect(file.rows.skipped.map(\.line) == skipped)
    #expect(codes == skipped.map { _ in "csv-balance-currency" })
  }

  @Test(
    arguments: [
      ("0.0049,100,2.00,0.50", "200", nil), ("5,10,4,50.00", "40", nil),
      ("98.5,1000,97,985.00", nil, "csv-doubtful-cost"), ("5,10,4,70.00", "40", "csv-doubtful-cost"),
    ] as [(String, PrintedNumber?, String?)])
  func unitsTimesTheCostOfOneAreTheBasis(_ row: String, _ basis: PrintedNumber?, _ code: String?) throws {
    let layout = layout { $0.columns[.unitCost] = ["each"] }
    let (file, codes, _) = try read("symbol,price,units,each,value\nVTI,\(row)\n", layout)
    #expect(file.statements.first?.positions.map(\.costBasis) == [basis])
    #expect(codes == [code].compactMap(\.self))
  }

  @Test func aFileFullOfOneProblemIsToldOfItAll() throws {
    let rows = (1...1000).map { "S\($0),1,3,1x\n" }.joined()
    let diagnostics = try read("symbol,units,value,cost\n" + rows).diagnostics.filter { $0.code == "csv-bad-number" }
    #expect(diagnostics.count == 51)
    #expect(diagnostics.last?.message == "The same holds 950 times more, the last in line 1001")
    let currencies = (1...1000).map { "S\($0),1,3,U?\n" }.joined()
    let (_, codes, _) = try read("symbol,units,value,currency\n" + currencies)
    #expect(codes.count { $0 == "csv-bad-currency" } == 51)
  }

  @Test func aLetterBehindANumberMayPointToAFootnote() throws {
    var layout = layout()
    #expect(try read("symbol,units,value\nVTI,10,300 W\n", layout).codes == ["csv-bad-number"])
    layout.hasFootnoteLetters = true
    let position = try #require(try read("symbol,units,value\nVTI,\"1,000.5 M\",300 W\n", layout).file.statements.first)
      .positions.first
    #expect(position?.units == "1000.5")
    #expect(position?.value == "300")
  }

  @Test(arguments: [
    ("As of 11/20/2026\n", "", "list.csv"), ("", "\n\"Prices as of Nov 20, 2026 4:00 PM ET\"\n", "list.csv"),
    ("", "", "portfolio_2026-11-20.csv"), ("", "", "A/Positions-Nov-20-2026 (1).csv"),
    ("", "", "20261120-101500_list_12345678.csv"), ("As of 11/20/2026\n", "", "portfolio_2026-11-21.csv"),
  ]) func aDayBesideTheTableOrInTheNameIsTaken(_ before: String, _ after: String, _ name: String) throws {
    let (file, _, _) = try read(before + "symbol,units,value\nVTI,1,300\n" + after, file: name)
    #expect(file.statements.first?.asOf == "2026-11-20")
    #expect(file.statements.first?.positions.first?.day == "2026-11-20")
  }

  @Test func aDayIsAskedForAndCanBeGiven() throws {
    let text = "symbol,units,value\nVTI,1,300\n"
    let (bare, _, diagnostics) = try read(text)
    #expect(bare.statements.first?.asOf == nil)
    #expect(diagnostics.first { $0.code == "csv-no-day" }?.remedy?.contains("--as-of") ?? false)
    let (given, _, silence) = try read(text, asOf: "2026-11-19")
    #expect(given.statements.first?.asOf == "2026-11-19")
    #expect(!silence.contains { $0.code == "csv-no-day" })
  }

  @Test func aDayBesideTheTableIsAGuess() throws {
    let text = "Cost basis as of 12/31/2025 where available\nsymbol,units,value\nVTI,1,300\n"
    let guess = try read(text)
    #expect(guess.file.statements.first?.asOf == "2025-12-31")
    #expect(guess.diagnostics.contains { $0.code == "csv-no-day" && $0.message.contains("beside") })
    let named = try read(text, file: "Positions_Nov-20-2026.csv")
    #expect(named.file.statements.first?.asOf == "2026-11-20")
    #expect(named.diagnostics.contains { $0.code == "csv-no-day" && $0.message.contains("name") })
    let given = try read(text, file: "Positions_Nov-20-2026.csv", asOf: "2026-11-19")
    #expect(given.file.statements.first?.asOf == "2026-11-19")
    #expect(given.codes.isEmpty)
  }

  @Test func aDayAfterTodayIsNoneInAName() {
    let days = DayFormat.monthFirst
    #expect(days.newestDay(inName: "list_20451203_2026-11-20", upTo: "2026-11-21") == "2026-11-20")
    #expect(days.newestDay(inName: "list_20451203", upTo: "2026-11-21") == nil)
  }

  @Test func aDayFillsGapsAndIsRefusedWhereThereAreNone() throws {
    let layout = layout { $0.columns[.asOf] = ["on"] }
    func read(_ days: [String], asOf: Day? = nil, remembered: Day? = nil) -> (days: [Day?], errors: [String]) {
      let rows = days.enumerated().map { "A\($0.offset),VTI,1,300,\($0.element)\n" }.joined()
      let document = CSVDocument(
        utf8: Array("account,symbol,units,value,on\n\(rows)".utf8), delimiter: UInt8(ascii: ","))
      let reading = CSVReader.reading(document, file: "a.csv", layout: layout, asOf: asOf, remembered: remembered)
      let errors = reading.diagnostics.filter { $0.severity == .error }
      return (reading.value?.statements.map(\.asOf) ?? [], errors.map(\.code))
    }
    #expect(read(["11/19/2026", ""], asOf: "2026-11-20") == (["2026-11-19", "2026-11-20"], []))
    #expect(read(["11/19/2026", ""], remembered: "2026-11-20") == (["2026-11-19", "2026-11-20"], []))
    #expect(read(["11/19/2026"], remembered: "2026-11-20") == (["2026-11-19"], []))
    #expect(read(["11/19/2026", "11/01/2026"], asOf: "2026-11-19").errors == ["statement-day-stated"])
  }

  @Test func aGivenDayIsRefusedWhereTheFileSaysAnother() throws {
    let text = "As of 11/20/2026\nsymbol,units,value\nVTI,1,300\n"
    #expect(try read(text, asOf: "2026-11-20").codes.isEmpty)
    #expect(try read(text, asOf: "2026-11-19").codes == ["statement-day-stated"])
  }
}
