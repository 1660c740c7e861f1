import Diagnostics
import Measures
import Statements
import TestSupport
import Testing

@testable import ImporterCSV

/// Splits, which brokers print as units that come, as two rows, or as a ratio.
@Suite struct SplitTests {
  func entries(_ rows: String) throws -> (entries: [StatementEntry], securities: [PrintedSecurity], rows: RowCount) {
    var table = TableLayout(.transactions, header: HeaderPattern("day, what, amount"))
    table.columns = [
      .day: ["day"], .action: ["what"], .symbol: ["symbol"], .units: ["units"], .amount: ["amount"], .name: ["name"],
    ]
    table.actions = [
      ActionRule(Wildcard("*split*"), .split), ActionRule(Wildcard("buy"), .buy),
    ]
    var layout = CSVLayout(name: "test", broker: "broker")
    layout.tables = [table]
    let text = "day,what,symbol,units,amount,name\n" + rows
    let document = CSVDocument(utf8: Array(text.utf8), delimiter: UInt8(ascii: ","))
    let file = try #require(CSVReader.reading(document, file: "test.csv", layout: layout).value)
    return (try #require(file.statements.first).entries, file.securities, file.rows)
  }

  @Test func joinsOldAndNewUnitsOfOneSecurity() throws {
    let read = try entries("01/02/2026,split close,VTI,-10,,FUND\n01/02/2026,split open,VTI,40,,FUND\n")
    #expect(read.entries.count == 1)
    #expect(read.entries.first?.split == .init(old: "10", new: "40"))
    #expect(read.entries.first?.effect.units == "30")
    #expect(read.entries.first?.line == 2)
    #expect(read.rows.used == 2)
  }

  @Test func joinsTwoNamesAndKeepsTheOldOneAsAnAlias() throws {
    let read = try entries(
      "01/02/2026,Reverse Split,SMLX,20,,SMALL CORP\n01/02/2026,Reverse Split,000000AC9,-200,,SMALL CORP OLD\n")
    #expect(read.entries.map(\.split) == [.init(old: "200", new: "20")])
    #expect(read.securities.map(\.reference) == [SecurityReference(.ticker, "SMLX")])
    #expect(read.securities.first?.aliases == [SecurityReference(.cusip, "000000AC9")])
  }

  @Test func tellsTwoReverseSplitsOfOneDayApartByName() throws {
    let read = try entries(
      """
      01/02/2026,Reverse Split,AAA,1,,ALPHA INC
      01/02/2026,Reverse Split,BBB,2,,BETA INC
      01/02/2026,Reverse Split,000000BB9,-20,,BETA INC XXX
      01/02/2026,Reverse Split,000000AA9,-30,,ALPHA INC XXX
      """)
    #expect(read.entries.map { $0.split?.old } == ["30", "20"])
    #expect(read.entries.map { $0.split?.new } == ["1", "2"])
  }

  @Test func joinsNothingThatDoesNotBelongTogether() throws {
    let read = try entries(
      """
      01/02/2026,Stock Split,NVDA,90,,NVIDIA
      01/02/2026,Reverse Split,000000AA9,-30,,ALPHA INC
      01/03/2026,Reverse Split,AAA,1,,ALPHA INC
      """)
    #expect(read.entries.count == 3)
    #expect(read.entries.allSatisfy { $0.split == nil })
  }

  @Test func leavesAnUnsureChoiceOpen() throws {
    let read = try entries(
      """
      01/02/2026,Reverse Split,AAA,1,,ALPHA
      01/02/2026,Reverse Split,BBB,2,,BETA
      01/02/2026,Reverse Split,000000CC9,-20,,GAMMA
      """)
    #expect(read.entries.count == 3)
  }

  @Test(arguments: [
    ("10:1", "10", "1"), ("Stock split 4 for 1", "4", "1"), ("1-for-20 reverse split", "1", "20"),
    ("SPLIT 3 : 2", "3", "2"), ("split (1.5:1)", "1.5", "1"),
  ])
  func readsRatios(_ text: String, _ new: String, _ old: String) throws {
    #expect(
      SplitRatio.ratio(in: text)
        == .init(old: PrintedNumber(stringLiteral: old), new: PrintedNumber(stringLiteral: new)))
  }

  @Test(arguments: ["", "split", "2:2", "0:1", "split for 2", "a:b", "1:2:3", "500000:1"])
  func findsNoRatioWhereThereIsNone(_ text: String) { #expect(SplitRatio.ratio(in: text) == nil) }

  @Test func aRatioCountsWhereNoUnitsArePrinted() throws {
    let read = try entries("01/02/2026,split,NVDA,,10:1,NVIDIA\n01/03/2026,split 2 for 1,VTI,5,,FUND\n")
    #expect(read.entries.map(\.split) == [.init(old: "1", new: "10"), nil])
    #expect(read.entries.map(\.effect.units) == [nil, "5"])
  }
}
