import Diagnostics
import Measures
import Statements
import TestSupport
import Testing

@testable import ImporterCSV

/// Running balances: which row is the newest, and which currency it speaks of.
@Suite struct BalanceTests {
  func read(_ rows: String) throws -> (statement: ParsedStatement, codes: [String]) {
    var table = TableLayout(.transactions, header: HeaderPattern("day, what, amount, balance"))
    table.columns = [
      .day: ["day"], .action: ["what"], .amount: ["amount"], .balance: ["balance"], .currency: ["currency"],
      .account: ["account"], .units: ["units"],
    ]
    var skip = ActionRule(Wildcard("skip"), nil)
    skip.skip = "not needed"
    table.actions = [
      ActionRule(Wildcard("cash"), .cash), skip, ActionRule(Wildcard("swap"), .merger),
      ActionRule(Wildcard("buy"), .buy),
    ]
    var layout = CSVLayout(name: "test", broker: "broker")
    layout.tables = [table]
    let document = CSVDocument(
      utf8: Array("day,what,amount,balance,currency,account,units\n\(rows)\n".utf8), delimiter: UInt8(ascii: ","))
    let reading = CSVReader.reading(document, file: "test.csv", layout: layout)
    return (try #require(reading.value?.statements.first), reading.diagnostics.map(\.code))
  }

  @Test(arguments: [
    // Days tell, whatever the balances say.
    ("01/02/2026,cash,5,5,,A,\n01/03/2026,cash,2,99,,A,", "99"),
    ("01/03/2026,cash,2,99,,A,\n01/02/2026,cash,5,5,,A,", "99"),
    // Of one day the sums do.
    ("01/02/2026,cash,5,5,,A,\n01/02/2026,cash,2,7,,A,", "7"),
    ("01/02/2026,cash,2,7,,A,\n01/02/2026,cash,5,5,,A,", "7"),
    ("01/02/2026,cash,2,7,,A,", "7"),
    // Of the newest day alone, whatever order the days have.
    ("01/03/2026,cash,2,7,,A,\n01/03/2026,cash,3,10,,A,\n01/02/2026,cash,5,5,,A,", "10"),
    ("01/02/2026,cash,5,5,,A,\n01/03/2026,cash,3,10,,A,\n01/03/2026,cash,2,7,,A,", "10"),
    ("01/03/2026,cash,2,98,,A,\n01/03/2026,cash,3,10,,A,\n01/02/2026,cash,5,5,,A,", "98"),
    // A row that states no change proves no order.
    ("01/03/2026,cash,,1,,A,\n01/03/2026,cash,26,27,,A,\n01/02/2026,cash,1,1,,A,", "1"),
    // A row that is left out has a balance all the same.
    ("01/03/2026,skip,-5,0,,A,\n01/02/2026,cash,5,5,,A,", "0"),
  ]) func theNewestBalanceIsTheCash(_ rows: String, _ cash: PrintedNumber) throws {
    #expect(try read(rows).statement.cash == cash)
  }

  @Test func anUnknownOrderStatesNoCash() throws {
    let (statement, codes) = try read("01/02/2026,cash,5,5,,A,\n01/02/2026,cash,2,99,,A,")
    #expect(statement.cash == nil)
    #expect(codes == ["csv-balance-unclear"])
  }

  @Test func aBalanceInAnotherCurrencyIsTold() throws {
    let (statement, codes) = try read("01/02/2026,cash,5,5,EUR,A,\n01/03/2026,cash,2,7,USD,A,")
    #expect(statement.cash == "7")
    #expect(codes == ["csv-balance-currency"])
  }

  @Test func aFileOfOneCurrencyIsAStatementInIt() throws {
    let (statement, codes) = try read("01/02/2026,cash,5,5,EUR,A,\n01/03/2026,cash,2,7,EUR,A,")
    #expect(statement.currency == "EUR")
    #expect(statement.cash == "7")
    #expect(statement.entries.map(\.currency) == [nil, nil])
    #expect(codes.isEmpty)
  }

  @Test func unitsWithoutANameAreTold() throws {
    let (statement, codes) = try read("01/02/2026,swap,,,,A,-3")
    #expect(statement.entries.first?.effect.units == "-3")
    #expect(codes == ["csv-no-security"])
  }
}
