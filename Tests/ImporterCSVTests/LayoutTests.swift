import Diagnostics
import Measures
import Statements
import TestSupport
import Testing

@testable import ImporterCSV

/// What layouts can say about the odd habits of files.
@Suite struct LayoutTests {
  func read(
    _ text: String, _ content: TableLayout.Content, header: String, columns: [ColumnRole: [String]],
    change: (inout CSVLayout) -> Void = { _ in }
  ) throws -> (statement: ParsedStatement, diagnostics: [Diagnostic]) {
    var table = TableLayout(content, header: HeaderPattern(header))
    table.columns = columns
    table.amountSign = .byKind
    table.unitsSign = .byKind
    table.actions = [
      ActionRule(Wildcard("buy*"), .buy), ActionRule(Wildcard("div"), .dividend),
      ActionRule(Wildcard("drip"), .reinvest),
    ]
    var layout = CSVLayout(name: "test", broker: "broker")
    layout.tables = [table]
    change(&layout)
    let document = CSVDocument(utf8: Array(text.utf8), delimiter: UInt8(ascii: ","))
    let reading = CSVReader.reading(document, file: "test.csv", layout: layout)
    return (try #require(reading.value?.statements.first), reading.diagnostics)
  }

  static let columns: [ColumnRole: [String]] = [
    .day: ["day"], .action: ["what"], .symbol: ["symbol"], .units: ["units"], .amount: ["amount"],
    .currency: ["currency"], .balance: ["balance"],
  ]

  @Test func aColumnWithoutANameGoesByItsNeighbour() throws {
    var columns = Self.columns
    columns[.currency] = ["amount"]
    columns[.amount] = ["after amount"]
    let (statement, _) = try read(
      "day,what,symbol,units,amount,\n2026-01-02,buy,VTI,1,EUR,5\n", .transactions, header: "day, what, amount",
      columns: columns)
    #expect(statement.entries.first?.effect.cash == "-5")
    #expect(statement.currency == "EUR")
  }

  @Test func unitsAndPriceMayStandInTheWords() throws {
    let (statement, _) = try read(
      "day,what,symbol,amount\n2026-01-02,Buy 10 VTI@31.5 USD,VTI,315\n2026-01-02,Buy some,VTI,315\n", .transactions,
      header: "day, what, amount", columns: Self.columns
    ) { $0.actionTexts = [TextPattern("* {units} *@{price} *")].compactMap { $0 } }
    #expect(statement.entries.map(\.units) == ["10", nil])
    #expect(statement.entries.map(\.price) == ["31.5", nil])
  }

  @Test(
    "a row of positions that ends before its figures is an error, and the rows behind it are read",
    arguments: [("X1,BND\nX1,VXUS,2,9\n", 2), ("X1,BND\n", 1)])
  func cutRow(rest: String, held: Int) throws {
    let (statement, diagnostics) = try read(
      "account,symbol,units,value\nX1,VTI,1,5\n" + rest, .positions, header: "symbol, units",
      columns: [.account: ["account"], .symbol: ["symbol"], .units: ["units"], .value: ["value"]])
    #expect(statement.positions.count == held)
    let cut = diagnostics.filter { $0.code == "csv-cut-row" }
    #expect(cut.map(\.place?.line) == [3] && cut.map(\.severity) == [.error])
  }

  @Test func theBalanceIsThatOfTheFilesOwnCurrency() throws {
    let (statement, _) = try read(
      "day,what,symbol,units,amount,currency,balance\n2026-01-02,div,VTI,,5,USD,105\n2026-01-03,div,VTI,,5,EUR,9\n",
      .transactions, header: "day, what, amount", columns: Self.columns)
    #expect(statement.cash == "105")
  }

  @Test func aLoneReinvestmentHoldsItsIncome() throws {
    let text = """
      day,what,symbol,units,amount
      2026-01-02,drip,VTI,1,50
      2026-02-02,div,VTI,,60
      2026-02-03,drip,VTI,1,60
      2026-03-02,div,BND,,70
      2026-03-02,drip,VTI,1,70
      """
    let (statement, _) = try read(text, .transactions, header: "day, what, amount", columns: Self.columns) {
      $0.tables[0].hasLoneReinvestments = true
    }
    #expect(statement.entries.map(\.effect.cash) == [nil, "60", "-60", "70", nil])
  }

  @Test func aRowThatShouldMoveCashAndStatesNoneIsReported() throws {
    let (_, diagnostics) = try read(
      "day,what,symbol,units,amount\n2026-01-02,div,VTI,,\n2026-01-02,buy,VTI,1,\n", .transactions,
      header: "day, what, amount", columns: Self.columns)
    #expect(diagnostics.filter { $0.code == "csv-no-amount" }.map { $0.place?.line } == [2])
  }

  @Test func aDayForASymbolIsALotOfThePositionAbove() throws {
    let text = """
      symbol,units,price,value,paid
      03/04/2025,1,10,10,8
      VTI,3,10,30,7
      01/02/2024,2,10,20,6.5
      T-BILL,1000,99,990,98
      """
    let (statement, _) = try read(
      text, .positions, header: "symbol, units, value",
      columns: [.symbol: ["symbol"], .units: ["units"], .price: ["price"], .value: ["value"], .unitCost: ["paid"]])
    #expect(statement.positions.map(\.costBasis) == ["21", nil])
    #expect(statement.lots.map(\.security) == [SecurityReference(.ticker, "VTI")])
    #expect(statement.lots.map(\.basis) == ["13"])
    #expect(statement.lots.first?.acquired?.description == "2024-01-02")
  }

  @Test func anAccountOfSeveralWordsEndsWhereItsCellDoes() throws {
    let pattern = try #require(TextPattern("Depot:,{account},*"))
    let found = pattern.findings(in: "Depot:,D-4471 0099,Inhaber:,Mia", days: .dayFirst)
    #expect(found?.texts[.account] == "D-4471 0099")
  }
}
