import Diagnostics
import Measures
import Statements
import TestSupport
import Testing

@Suite("OFX of a bank")
struct BankTests {
  static let row = "<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260302<TRNAMT>-5.25<FITID>9<NAME>GROCER</STMTTRN>"

  static func statement(_ type: String, _ rows: String) -> String {
    """
    <BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD
    <BANKACCTFROM><BANKID>011000015<ACCTID>12<ACCTTYPE>\(type)</BANKACCTFROM>
    <BANKTRANLIST><DTSTART>20260301<DTEND>20260331\(rows)</BANKTRANLIST>
    <LEDGERBAL><BALAMT>1200.50<DTASOF>20260331</LEDGERBAL><AVAILBAL><BALAMT>900<DTASOF>20260401</AVAILBAL>
    </STMTRS></STMTTRNRS></BANKMSGSRSV1>
    """
  }

  static func document(_ content: String) -> String {
    OFXText.header1 + """
      <OFX><SIGNONMSGSRSV1><SONRS><FI><ORG>Coast Bank<FID>7</FI></SONRS></SIGNONMSGSRSV1>\(content)</OFX>
      """
  }

  @Test("is an account of cash: the booked balance, its day, and rows signed as printed")
  func savings() throws {
    let interest = "<STMTTRN><TRNTYPE>INT<DTPOSTED>20260331<TRNAMT>1.07<FITID>10<NAME>Interest</STMTTRN>"
    let reading = read(Self.document(Self.statement("SAVINGS", Self.row + interest)))
    let statement = try reading.onlyStatement()
    #expect(statement.account == PrintedAccount(number: "12", broker: "Coast Bank", kind: "SAVINGS"))
    #expect(statement.cash == "1200.50")
    #expect(statement.asOf == "2026-03-31")
    #expect(statement.from == "2026-03-01")
    #expect(statement.to == "2026-03-31")
    #expect(statement.entries.map(\.kind) == [.cash, .interest])
    #expect(statement.entries.map(\.effect.cash) == ["-5.25", "1.07"])
    #expect(statement.entries.map(\.source) == ["STMTTRN", "STMTTRN"])
    #expect(statement.entries.map(\.memo) == ["GROCER", "Interest"])
    #expect(reading.diagnostics.isEmpty)
  }

  @Test("is known by its routing number where no institution is named")
  func unnamedInstitution() throws {
    let reading = read(OFXText.header1 + "<OFX>\(Self.statement("CHECKING", Self.row))</OFX>")
    #expect(try reading.onlyStatement().account.broker == "011000015")
  }

  @Test("says which row cannot be used")
  func doubtfulRow() throws {
    let undated = "<STMTTRN><TRNAMT>3<FITID>12</STMTTRN>"
    let reading = read(Self.document(Self.statement("CHECKING", Self.row + undated)))
    #expect(try reading.onlyStatement().entries.count == 1)
    #expect(reading.codes == ["ofx-missing-date"])
    #expect(reading.diagnostics.map(\.element) == ["BANKTRANLIST/STMTTRN[2]"])
    #expect(reading.value?.rows.skipped.map(\.reason) == ["no date"])
  }

  @Test(
    "a correction takes out what it corrects; of what is in another file it tells",
    arguments: [
      ("REPLACE", "9", ["-6"], []), ("DELETE", "9", [], []),
      ("REPLACE", "8", ["-5.25", "-6"], ["ofx-correction"]), ("DELETE", "8", ["-5.25"], ["ofx-correction"]),
    ] as [(String, String, [PrintedNumber], [String])])
  func corrections(_ action: String, _ id: String, _ left: [PrintedNumber], _ codes: [String]) throws {
    let correction =
      "<STMTTRN><DTPOSTED>20260303<TRNAMT>-6<FITID>11<CORRECTFITID>\(id)<CORRECTACTION>\(action)</STMTTRN>"
    let reading = read(Self.document(Self.statement("CHECKING", Self.row + correction)))
    #expect(try reading.onlyStatement().entries.compactMap(\.effect.cash) == left)
    #expect(reading.codes == codes)
    #expect(reading.value?.brokenInvariants == [])
  }

  @Test("stands beside an investment statement as an account of its own")
  func beside() throws {
    let text = OFXText.statement("<INVBAL><AVAILCASH>1</INVBAL>")
      .replacing("</OFX>", with: Self.statement("MONEYMRKT", Self.row) + "</OFX>")
    let statements = try #require(read(text).value).statements
    #expect(statements.map(\.cash) == ["1", "1200.50"])
    #expect(statements.map(\.account.number) == ["X1", "12"])
    #expect(statements.map(\.entries.count) == [0, 1])
  }
}
