import Diagnostics
import Measures
import Statements
import TestSupport
import Testing

@testable import ImporterCSV

/// Cells that stand under a wrong name, since a comma without quotes has cut one before them.
@Suite struct SlippedCellTests {
  private func read(_ text: String, _ content: TableLayout.Content = .positions) throws -> Reading<ParsedFile> {
    var table = TableLayout(
      content, header: HeaderPattern(content == .positions ? "symbol, units, value" : "day, what, amount"))
    table.columns = [
      .symbol: ["symbol"], .name: ["name"], .units: ["units"], .price: ["price"], .value: ["value"],
      .costBasis: ["cost"], .kind: ["kind"], .day: ["day"], .action: ["what"], .amount: ["amount"], .memo: ["memo"],
    ]
    table.actions = [ActionRule(Wildcard("pay*"), .cash)]
    var layout = CSVLayout(name: "test", broker: "broker")
    layout.tables = [table]
    return CSVReader.reading(
      CSVDocument(utf8: Array(text.utf8), delimiter: UInt8(ascii: ",")), file: "test-2026-11-20.csv", layout: layout)
  }

  private func surplus(_ reading: Reading<ParsedFile>) -> [Diagnostic.Severity] {
    reading.diagnostics.filter { $0.code == "csv-surplus-cell" }.map(\.severity)
  }

  @Test(arguments: [
    // The cell that is too many may be empty, and a header may end with a comma.
    "symbol,name,units,price,change,value,cost,kind\nVTI,V,10,$1,574.95,0.3%,$15749.50,$1000.00,\n",
    "symbol,name,units,price,change,value,cost,kind\nVTI,V,10,$1,574.95,0.3%,$15749.50,$1000.00,ETF\n",
    "symbol,name,units,price,change,value,cost,kind,\nVTI,V,10,$1,574.95,0.3%,$15749.50,$1000.00,ETF,\n",
    // Rows that end with a comma where the header does not.
    "symbol,name,units,price,value,cost,kind\nBND,B,1,75.00,75.00,70.00,,\nVTI,V,10,$1,574.95,$15749.50,$1000.00,,\n",
  ]) func nothingBehindACutSumIsTaken(_ text: String) throws {
    let reading = try read(text)
    let position = try #require(reading.value?.statements.first?.positions.last)
    #expect(position.units == "10")
    #expect(position.price == nil && position.value == nil && position.costBasis == nil)
    #expect(surplus(reading) == [.warning])
  }

  @Test(arguments: [
    "symbol,name,units,price,change,value,cost,kind\nVTI,V,1,574,23.10,0.10%,36359.4,$240.00,ETF\n",
    "symbol,name,units,price,value,cost\nVTI,VANGUARD, INC,10,300.00,3000.00,200.00\n",
    "symbol,name,units,price,value,cost\nVTI,FUND, 500,10,300.00,3000.00,200.00\n",
    "symbol,name,units,price,change,value,kind\nVTI,V,1,574,23.10,0.10%,36359.4,\n",
    "symbol,name,units,price,value,\nVTI,V,1,574,23.10,36359.40,\nBND,B,1,75.00,75.00,\n",
  ]) func unitsThatMayBeOthersAreAnError(_ text: String) throws {
    let reading = try read(text)
    #expect(reading.value?.statements.first?.positions.first { $0.security.value == "VTI" }?.units == nil)
    #expect(surplus(reading) == [.error])
  }

  @Test(arguments: [
    "symbol,name,units,price,value,cost\nVTI,V,10,300.00,3000.00,200.00,\nBND,B,1,75.00,75.00,70.00,\n",
    "symbol,name,units,value\nVTI,V,10,1,574.95\n", "symbol,name,units,value\nVTI,V,10,$1,574.95,\n",
  ]) func whatStandsUnderItsNameIsRead(_ text: String) throws {
    let reading = try read(text)
    let position = try #require(reading.value?.statements.first?.positions.first)
    #expect(position.units == "10")
    #expect(position.value == "3000" || position.value == "1574.95")
    #expect(surplus(reading).isEmpty)
  }

  @Test func aRemarkMayHaveCommas() throws {
    let reading = try read("day,what,amount,memo\n01/02/2026,pay,5.00,rent, water, heat\n", .transactions)
    let entry = try #require(reading.value?.statements.first?.entries.first)
    #expect(entry.amount == "5")
    #expect(entry.memo == "rent, water, heat")
    #expect(surplus(reading) == [.warning])
  }
}
