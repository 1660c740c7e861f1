import Diagnostics
import Measures
import Statements
import TestSupport
import Testing

@testable import ImporterCSV

/// What stands beside the words of an event, and decides how they are read.
@Suite struct BesideTests {
  func read(_ text: String, change: (inout CSVLayout) -> Void = { _ in }) throws -> ParsedFile {
    var table = TableLayout(.transactions, header: HeaderPattern("day, what, amount"))
    table.columns = [
      .day: ["day"], .action: ["what"], .symbol: ["symbol"], .cusip: ["cusip"], .description: ["text"],
      .units: ["units"], .amount: ["amount"],
    ]
    table.unitsSign = .byKind
    var capital = ActionRule(Wildcard("div"), .returnOfCapital)
    capital.when = [.description: [Wildcard("*return of capital*")]]
    var opening = ActionRule(Wildcard("open"), .shortSale)
    opening.option = "SELLTOOPEN"
    table.actions = [
      capital, ActionRule(Wildcard("div"), .dividend), ActionRule(Wildcard("buy"), .buy),
      ActionRule(Wildcard("swap"), .merger), ActionRule(Wildcard("pay"), .cash), opening,
    ]
    var layout = CSVLayout(name: "test", broker: "broker")
    layout.tables = [table]
    change(&layout)
    let document = CSVDocument(utf8: Array(text.utf8), delimiter: UInt8(ascii: ","))
    return try #require(CSVReader.reading(document, file: "test.csv", layout: layout).value)
  }

  @Test func anotherCellMayTellTheKind() throws {
    let file = try read(
      "day,what,symbol,text,amount\n2026-01-02,div,VT,VT 0.5 (Return of Capital),5\n2026-01-02,div,VT,VT 0.5,6\n")
    #expect(file.statements.first?.entries.map(\.kind) == [.returnOfCapital, .dividend])
  }

  @Test func aTradeNamesASecurityBetterThanAnEvent() throws {
    let file = try read(
      "day,what,symbol,text,units,amount\n2026-01-03,div,VT,VT Cash Dividend,,5\n2026-01-02,buy,VT,ALL WORLD,1,-9\n2026-01-01,div,VT,VT more,,5\n"
    )
    #expect(file.securities.map(\.name) == ["ALL WORLD"])
  }

  @Test func unitsThatMoveAreNamedByWhateverTheRowCallsThem() throws {
    let file = try read(
      "day,what,symbol,text,units,amount\n2026-01-03,swap,--,OLD CORP,-3,\n2026-01-02,pay,,JOHN SMITH,,7\n")
    #expect(file.statements.first?.entries.map(\.security) == [SecurityReference(.name, "OLD CORP"), nil])
    #expect(file.statements.first?.entries.map(\.memo) == [nil, "JOHN SMITH"])
  }

  @Test func theCUSIPBesideAnUnderlyingIsNotTheOptions() throws {
    let file = try read(
      "day,what,symbol,cusip,text,units,amount\n2026-01-03,open,VTI,922908769,VTI JUN CALL,1,200\n2026-01-02,buy,VTI,922908769,TOTAL STOCK,1,-9\n"
    )
    #expect(file.securities.map(\.aliases) == [[], [SecurityReference(.cusip, "922908769")]])
  }

  @Test func theAmountTellsHowAPriceInWordsIsWritten() throws {
    let file = try read(
      "day,what,amount,symbol\n2026-01-02,\"buy 2 @ 5,416\",-10.83,A\n2026-01-02,\"buy 2 @ 5,416\",\"-10.832,00\",A\n2026-01-02,\"buy 2 @ 5,416\",,A\n"
    ) {
      $0.numbers = .either
      $0.tables[0].actions.append(ActionRule(Wildcard("buy *"), .buy))
      $0.actionTexts = [TextPattern("* {units} *@{price}")].compactMap(\.self)
    }
    #expect(file.statements.first?.entries.map(\.price) == ["5.416", "5416", nil])
    #expect(file.statements.first?.entries.map(\.effect.units) == ["2", "2", "2"])
  }

  @Test func aRowWithFiguresOfItsOwnContinuesNone() throws {
    let file = try read(
      "day,what,symbol,text,amount\n2026-01-02,div,VT,VT,5\n,,,goes on,\n,tax,VT,VT,-0.07\n2026-01-01,pay,,X,7\n"
    ) { $0.tables[0].continuesRows = true }
    #expect(file.statements.first?.entries.map(\.line) == [2, 5])
    #expect(file.rows[.part] == 1)
    #expect(file.rows.skipped.map(\.line) == [4])
  }

  @Test func aLineMayStateTheCash() throws {
    let text = "Period,2026-01-01 - 2026-02-01\nEnding Cash,\"1,171.46\"\nday,what,symbol,amount\n2026-01-02,div,VT,5\n"
    let file = try read(text) {
      $0.lines = ["Period,{from} - {to}", "Ending Cash,{cash}"].compactMap { TextPattern($0) }
    }
    #expect(file.statements.first?.cash == "1171.46")
    #expect(file.statements.first?.asOf == "2026-02-01")
  }
}
