import Diagnostics
import Measures
import Statements
import TestSupport
import Testing

@testable import ImporterCSV

/// A small layout over small files: what the reader does with rows, whatever the broker.
@Suite struct CSVReaderTests {
  func layout(_ change: (inout TableLayout) -> Void = { _ in }) -> CSVLayout {
    var table = TableLayout(.transactions, header: HeaderPattern("day, what, amount"))
    table.columns = [
      .day: ["day"], .action: ["what"], .symbol: ["symbol"], .units: ["units"], .price: ["price"], .amount: ["amount"],
      .name: ["name"], .account: ["account"], .balance: ["balance"],
    ]
    table.unitsSign = .byKind
    table.totals = [Wildcard("Total*")]
    var transfer = ActionRule(Wildcard("move*"), .transferIn)
    transfer.kindOutward = .transferOut
    transfer.kindWithoutUnits = .cash
    transfer.units = .printed
    table.actions = [
      ActionRule(Wildcard("buy*"), .buy), ActionRule(Wildcard("sell*"), .sell), ActionRule(Wildcard("div"), .dividend),
      transfer,
    ]
    change(&table)
    var layout = CSVLayout(name: "test", broker: "broker")
    layout.tables = [table]
    return layout
  }

  /// The small files leave columns out on purpose, which is told and not asked for here.
  func read(_ text: String, _ layout: CSVLayout) throws -> (file: ParsedFile, diagnostics: [Diagnostic]) {
    let document = CSVDocument(utf8: Array(text.utf8), delimiter: UInt8(ascii: ","))
    let reading = CSVReader.reading(document, file: "test.csv", layout: layout)
    let file = try #require(reading.value)
    #expect(file.brokenInvariants.isEmpty)
    return (file, reading.diagnostics.filter { $0.code != "csv-column-absent" })
  }

  @Test func derivesTheEffectFromTheKind() throws {
    let text = """
      day,what,symbol,units,price,amount,account
      01/02/2026,buy,VTI,10,5,-50,A1
      01/02/2026,sell,VTI,4,5,20,A1
      01/02/2026,div,VTI,14,,3,A1
      01/02/2026,move,VTI,-2,,99,A1
      01/02/2026,move,,,,-7,A1
      """
    let entries = try #require(try read(text, layout()).file.statements.first).entries
    #expect(entries.map(\.kind) == [.buy, .sell, .dividend, .transferOut, .cash])
    #expect(entries.map(\.effect.units) == ["10", "-4", nil, "-2", nil])
    #expect(entries.map(\.effect.cash) == ["-50", "20", "3", nil, "-7"])
    #expect(entries.map(\.units) == ["10", "4", "14", "-2", nil])
  }

  @Test func leavesOutWhatCannotBeReadAndSaysWhy() throws {
    let text = """
      day,what,symbol,units,price,amount,account
      13/45/2026,buy,VTI,10,5,-50,A1
      01/02/2026,buy,VTI,ten,5,-50,A1
      01/02/2026,buy,VTI,10,5,-50,A1
      Total,,,,,-50,
      """
    let (file, diagnostics) = try read(text, layout())
    #expect(file.rows.used == 1)
    #expect(
      file.rows.skipped == [
        .init(line: 2, reason: "no day in “day”: “13/45/2026”"), .init(line: 3, reason: "no number in “units”: “ten”"),
        .init(line: 5, reason: "a total of other rows"),
      ])
    #expect(diagnostics.map(\.code) == ["csv-bad-day", "csv-bad-number"])
    #expect(diagnostics.map { $0.place?.line } == [2, 3])
    #expect(diagnostics.last?.place?.column == 20)
  }

  @Test func keepsAnUnknownEventAndWarnsOnce() throws {
    let text = "day,what,amount,account\n01/02/2026,strange,-1,A\n01/03/2026,strange,-2,A\n"
    let (file, diagnostics) = try read(text, layout())
    #expect(file.statements.first?.entries.map(\.kind) == [.other, .other])
    #expect(file.statements.first?.entries.map(\.effect.cash) == ["-1", "-2"])
    #expect(diagnostics.map(\.code) == ["csv-unknown-action"])
  }

  @Test func takesFootersAndTitlesForText() throws {
    let text = """
      A title, with a comma
      ,,,,
      day,what,amount,account
      01/02/2026,div,1,A

      "A disclaimer, in quotes
      over two lines.",,,
      And another, without quotes, and with commas.
      """
    let (file, diagnostics) = try read(text, layout())
    #expect(file.rows.data == 1)
    #expect(diagnostics.isEmpty)
  }

  @Test func leavesOutRowsUnderAHeaderThatItDoesNotKnow() throws {
    let text = """
      day,what,amount,account
      01/02/2026,div,1,A

      Plan,Fund,Shares,Value
      P1,Some Fund,10,100
      P1,Other Fund,20,200
      """
    let (file, diagnostics) = try read(text, layout())
    #expect(file.rows.used == 1)
    #expect(file.rows.skipped.map(\.line) == [5, 6])
    #expect(diagnostics.map(\.code) == ["csv-unknown-table"])
    #expect(diagnostics.first?.place?.line == 4)
  }

  @Test func keepsEqualRowsApart() throws {
    let text = "day,what,amount,account\n01/02/2026,div,1,A\n01/02/2026,div,1,A\n"
    #expect(try read(text, layout()).file.statements.first?.entries.count == 2)
  }

  @Test(arguments: [
    ("01/03/2026,div,1,A,30\n01/02/2026,div,1,A,20\n", "30"), ("01/02/2026,div,1,A,20\n01/03/2026,div,1,A,30\n", "30"),
    // Of one day: the sums tell.
    ("01/02/2026,div,4,A,14\n01/02/2026,div,10,A,10\n", "14"),
    ("01/02/2026,div,10,A,10\n01/02/2026,div,4,A,14\n", "14"),
  ])
  func takesTheClosingBalanceInEitherOrder(_ rows: String, _ expected: PrintedNumber) throws {
    #expect(try read("day,what,amount,account,balance\n" + rows, layout()).file.statements.first?.cash == expected)
  }

  @Test func takesARowWithoutAccountForTheAccountBefore() throws {
    let text = "day,what,amount,account\n01/02/2026,div,1,A\n01/02/2026,div,2,\n01/02/2026,div,3,B\n"
    let file = try read(text, layout()).file
    #expect(file.statements.map(\.account.number) == ["A", "B"])
    #expect(file.statements.map(\.entries.count) == [2, 1])
  }

  @Test func joinsAnEventOverTwoRows() throws {
    let text = "day,what,symbol,units,amount,account\n01/02/2026,buy,VTI,,-50,A\n,,,10,,\n01/03/2026,div,VTI,,1,A\n"
    let file = try read(text, layout { $0.continuesRows = true }).file
    #expect(file.rows.used == 3)
    #expect(file.statements.first?.entries.map(\.effect.units) == ["10", nil])
  }

  @Test func readsARowThatWaitsWhereTheTableEnds() throws {
    let text = "day,what,symbol,units,amount,account\n01/02/2026,buy,VTI,,-50,A\nEnd of list\n"
    let file = try read(
      text,
      layout {
        $0.continuesRows = true
        $0.ends = [Wildcard("End of*")]
      }
    ).file
    #expect(file.rows.used == 1)
    #expect(file.statements.first?.entries.map(\.effect.cash) == ["-50"])
  }

  @Test func keepsAPositionWhoseValueCannotBeRead() throws {
    var table = TableLayout(.positions, header: HeaderPattern("symbol, units, value"))
    table.columns = [.symbol: ["symbol"], .units: ["units"], .value: ["value"], .account: ["account"]]
    table.cash = [Wildcard("CASH")]
    var layout = CSVLayout(name: "test", broker: "broker")
    layout.tables = [table]
    let text = "account,symbol,units,value\nA,VTI,10,about 5\nA,CASH,,7.10\nA,CASH,,(2.00)\n"
    let (file, diagnostics) = try read(text, layout)
    let statement = try #require(file.statements.first)
    #expect(statement.positions.map(\.units) == ["10"])
    #expect(statement.positions.map(\.value) == [nil])
    #expect(statement.cash == "5.1")
    #expect(diagnostics.map(\.code) == ["csv-bad-number", "csv-no-day"])
  }

  @Test func saysThatAFileHoldsNothing() throws {
    let (file, diagnostics) = try read("day,what,amount,account\n", layout())
    #expect(file.statements.count == 1)
    #expect(diagnostics.map(\.code) == ["csv-no-rows", "csv-no-account"])
  }

  @Test func currenciesAreCodesInCapitals() throws {
    let layout = layout { $0.columns[.currency] = ["currency"] }
    let text = """
      day,what,amount,currency
      01/02/2026,div,1,usd
      01/02/2026,div,2, eur
      01/02/2026,div,3,US Dollars
      """
    let (file, diagnostics) = try read(text, layout)
    #expect(file.statements.first?.entries.map(\.currency) == [nil, "EUR", nil])
    #expect(diagnostics.filter { $0.code == "csv-bad-currency" }.map(\.place?.line) == [4])
  }

  @Test func sumsThatDoNotFitAreToldAndLeftOut() throws {
    var table = TableLayout(.positions, header: HeaderPattern("symbol, units, value"))
    table.columns = [.symbol: ["symbol"], .units: ["units"], .value: ["value"]]
    table.cash = [Wildcard("Cash*")]
    var layout = CSVLayout(name: "test", broker: "broker")
    layout.tables = [table]
    let text = """
      symbol,units,value
      Cash,,0.00000000000000000000000000001
      Cash,,999999999999999999999999999999
      """
    let document = CSVDocument(utf8: Array(text.utf8), delimiter: UInt8(ascii: ","))
    let reading = CSVReader.reading(document, file: "test.csv", layout: layout)
    #expect(reading.value?.statements.first?.cash == "0.00000000000000000000000000001")
    #expect(reading.diagnostics.filter { $0.code == "csv-number-too-large" }.map(\.place?.line) == [3])
    #expect(reading.value.map { $0.rows.data - $0.rows.used } == 1)
  }
}
