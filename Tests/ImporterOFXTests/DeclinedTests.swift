import Diagnostics
import Statements
import TestSupport
import Testing

@Suite("OFX without the statement of an account")
struct DeclinedTests {
  static let card = """
    <CREDITCARDMSGSRSV1><CCSTMTTRNRS><CCSTMTRS><CCACCTFROM><ACCTID>4</CCACCTFROM><BANKTRANLIST>
    <STMTTRN><DTPOSTED>20260302<TRNAMT>5</STMTTRN></BANKTRANLIST></CCSTMTRS></CCSTMTTRNRS></CREDITCARDMSGSRSV1>
    """

  static func signon(_ status: String) -> String {
    "<SIGNONMSGSRSV1><SONRS><STATUS>\(status)</STATUS></SONRS></SIGNONMSGSRSV1>"
  }

  @Test(
    "says what the file is",
    arguments: [
      (card, ["error ofx-debt-statement: a credit-card statement of account 4 is not read"]),
      (
        BankTests.statement("CREDITLINE", BankTests.row),
        ["error ofx-debt-statement: a statement of a line of credit of account 12 is not read"]
      ),
      (
        "<BANKMSGSRSV1><INTRATRNRS></INTRATRNRS></BANKMSGSRSV1>",
        ["error ofx-no-statement: the file holds no statement of an account: a bank answered without one"]
      ),
      (
        signon("<CODE>0<SEVERITY>INFO"),
        ["error ofx-no-statement: the file holds no statement of an account: nothing follows the sign-on"]
      ),
      (
        signon("<CODE>15500<SEVERITY>ERROR<MESSAGE>Signon invalid"),
        [
          "error ofx-status-error: the institution answered the sign-on with error 15500: Signon invalid",
          "error ofx-no-statement: the file holds no statement of an account: nothing follows the sign-on",
        ]
      ),
      (
        "<PROFMSGSRSV1><PROFTRNRS></PROFTRNRS></PROFMSGSRSV1>",
        ["error ofx-no-statement: the file holds no statement of an account: it is the profile of an institution"]
      ),
      (
        "<SIGNUPMSGSRSV1><ACCTINFORS></ACCTINFORS></SIGNUPMSGSRSV1>",
        ["error ofx-no-statement: the file holds no statement of an account: it is a list of accounts"]
      ),
    ])
  func kinds(_ content: String, _ expected: [String]) {
    let reading = read(OFXText.header1 + "<OFX>\(content)</OFX>")
    #expect(reading.value?.statements.isEmpty == true)
    #expect(reading.diagnostics.map { "\($0.severity.rawValue) \($0.code): \($0.message)" } == expected)
    #expect(reading.diagnostics.allSatisfy { $0.remedy != nil })
    #expect(reading.value?.brokenInvariants == [])
  }

  @Test("a card beside an investment statement is listed and does no harm")
  func mixed() throws {
    let text = OFXText.statement("<INVBAL><AVAILCASH>1</INVBAL>").replacing("</OFX>", with: Self.card + "</OFX>")
    let reading = read(text)
    #expect(try reading.onlyStatement().cash == "1")
    #expect(reading.diagnostics.map(\.severity) == [.warning])
    #expect(reading.value?.rows.skipped.map(\.reason) == ["a transaction of a card or a line of credit"])
  }

  @Test("a warning of the institution is said, and its data used")
  func warning() throws {
    let text = OFXText.statement("<INVBAL><AVAILCASH>1</INVBAL>")
    let reading = read(
      text.replacing("<TRNUID>1<STATUS><CODE>0<SEVERITY>INFO", with: "<STATUS><CODE>12253<SEVERITY>WARN"))
    #expect(try reading.onlyStatement().cash == "1")
    #expect(reading.codes == ["ofx-status-warning"])
  }

  @Test("open orders are not transactions")
  func openOrders() throws {
    let order = "<OOBUYSTOCK><OO><FITID>7</OO></OOBUYSTOCK>"
    let reading = read(OFXText.statement("<INVBAL><AVAILCASH>1</INVBAL><INVOOLIST>\(order)\(order)</INVOOLIST>"))
    #expect(try reading.onlyStatement().entries.isEmpty)
    #expect(reading.diagnostics.map(\.message) == ["open orders are not read: 2 in INVOOLIST"])
  }
}
