import Diagnostics
import Measures
import Statements
import TestSupport
import Testing

@Suite("OFX markup as institutions write it")
struct MarkupTests {
  struct Quirk: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let row: String
    var memo: String? = "m"
    var total = "-10"
    var codes: [String] = []
  }

  private static let start = "<INVEXPENSE><INVTRAN><FITID>1<DTTRADE>20260302"

  static let table: [Quirk] = [
    Quirk(testDescription: "leaves unclosed", row: "\(start)<MEMO>m</INVTRAN><TOTAL>-10</INVEXPENSE>"),
    Quirk(
      testDescription: "leaves closed", row: "\(start)</DTTRADE><MEMO>m</MEMO></INVTRAN><TOTAL>-10</TOTAL></INVEXPENSE>"
    ),
    Quirk(testDescription: "lower case", row: "\(start)<memo>m</invtran><Total>-10</INVEXPENSE>"),
    Quirk(
      testDescription: "siblings in another order",
      row: "<INVEXPENSE><TOTAL>-10<INVTRAN><MEMO>m<DTTRADE>20260302</INVTRAN></INVEXPENSE>"),
    Quirk(testDescription: "lone ampersand", row: "\(start)<MEMO>B&N</INVTRAN><TOTAL>-10</INVEXPENSE>", memo: "B&N"),
    Quirk(
      testDescription: "references", row: "\(start)<MEMO>a&amp;b&nbsp;&#39;&#x41;&lt;</INVTRAN><TOTAL>-10</INVEXPENSE>",
      memo: "a&b 'A<"),
    Quirk(
      testDescription: "escaped twice", row: "\(start)<MEMO>S&amp;amp;P</INVTRAN><TOTAL>-10</INVEXPENSE>", memo: "S&P"),
    Quirk(
      testDescription: "bracket in text", row: "\(start)<MEMO>a < b <JOHN DOE> c</INVTRAN><TOTAL>-10</INVEXPENSE>",
      memo: "a < b <JOHN DOE> c"),
    Quirk(
      testDescription: "character data", row: "\(start)<MEMO><![CDATA[a <b> &amp;]]></INVTRAN><TOTAL>-10</INVEXPENSE>",
      memo: "a <b> &"),
    Quirk(testDescription: "empty leaf", row: "\(start)<MEMO>\n</INVTRAN><TOTAL>-10</INVEXPENSE>", memo: nil),
    Quirk(
      testDescription: "empty leaf before its sibling",
      row: "<INVEXPENSE><INVTRAN><MEMO>\n<DTTRADE>20260302</INVTRAN><TOTAL>-10</INVEXPENSE>", memo: nil),
    Quirk(testDescription: "self-closing", row: "\(start)<MEMO/></INVTRAN><TOTAL>-10</INVEXPENSE>", memo: nil),
    Quirk(
      testDescription: "comments",
      row: "\(start)<!-- x --><MEMO>m<!--<TOTAL>9--></INVTRAN><!----><TOTAL>-10</INVEXPENSE>"),
    Quirk(testDescription: "vendor leaf", row: "\(start)<INTU.X>y<MEMO>m</INVTRAN><TOTAL>-10</INVEXPENSE>"),
    Quirk(testDescription: "vendor leaf, empty", row: "\(start)<INTU.X>\n<MEMO>m</INVTRAN><TOTAL>-10</INVEXPENSE>"),
    Quirk(
      testDescription: "vendor aggregate with known names in it",
      row: "\(start)<V.X>\n<MEMO>no<TOTAL>5</V.X><MEMO>m</INVTRAN><TOTAL>-10</INVEXPENSE>"),
    Quirk(
      testDescription: "leaf closed by another's tag", row: "\(start)<MEMO>m</INVTRAN><TOTAL>-10</TAXES></INVEXPENSE>",
      codes: ["ofx-mismatched-tag"]),
    Quirk(
      testDescription: "aggregate never closed", row: "\(start)<MEMO>m<TOTAL>-10</INVEXPENSE>",
      codes: ["ofx-unclosed-element"]),
    Quirk(
      testDescription: "closing tag of nothing", row: "\(start)<MEMO>m</INVTRAN></FI><TOTAL>-10</INVEXPENSE>",
      codes: ["ofx-stray-end-tag"]),
    Quirk(
      testDescription: "bracket of a tag missing", row: "\(start)<MEMO>m</INVTRAN<TOTAL>-10</INVEXPENSE>"),
  ]

  @Test("is read", arguments: table)
  func quirks(_ quirk: Quirk) throws {
    let reading = read(OFXText.header1 + OFXText.transactions(quirk.row))
    let entry = try reading.onlyEntry()
    #expect(entry.memo == quirk.memo)
    #expect(entry.amount?.description == quirk.total)
    #expect(reading.codes == quirk.codes)
  }

  @Test("a row that is never closed ends where the next one begins, and both are read")
  func unclosedRow() throws {
    let open = "<INCOME>\(OFXText.tran)<TOTAL>1\n"
    let reading = read(OFXText.transactions(open + "<INCOME>\(OFXText.tran)<TOTAL>2</INCOME>"))
    #expect(try reading.onlyStatement().entries.map(\.amount?.description) == ["1", "2"])
    #expect(
      reading.diagnostics.map(\.description) == [
        "s.ofx:6:1: warning: <INCOME> of line 5 is never closed [ofx-unclosed-element]\n"
          + "  in OFX/INVSTMTMSGSRSV1/INVSTMTTRNRS/INVSTMTRS/INVTRANLIST/INCOME\n"
          + "  → Check the entries around this line."
      ])
  }

  @Test("OFX 2 that is not well-formed says where, and is read all the same")
  func notWellFormed() throws {
    let reading = read(OFXText.header2 + OFXText.transactions("<INCOME>\(OFXText.tran)<TOTAL>1</INCOME>"))
    #expect(try reading.onlyEntry().amount == "1")
    #expect(reading.codes == ["ofx-not-well-formed"])
    #expect(reading.diagnostics.first?.place?.line == 3)
  }

  @Test("well-formed OFX 2 gives the same as the tokenizer, lines included")
  func bothWays() throws {
    let body = """
      <OFX><INVSTMTMSGSRSV1><INVSTMTTRNRS><INVSTMTRS><CURDEF>USD</CURDEF>
      <INVTRANLIST><!-- one -->
      <INCOME><INVTRAN><FITID>1</FITID><DTTRADE>20260302</DTTRADE><MEMO>A &amp; B é</MEMO></INVTRAN><X.Y><MEMO>no</MEMO></X.Y>
      <TOTAL>1.50</TOTAL></INCOME></INVTRANLIST>
      </INVSTMTRS></INVSTMTTRNRS></INVSTMTMSGSRSV1></OFX>

      """
    let first = try read("\n\n" + body).onlyEntry()
    let second = try read(OFXText.header2 + body + "trailing text").onlyEntry()
    #expect(first == second)
    #expect(first.line == 5)
    #expect(first.memo == "A & B é")
  }

  @Test("repeated message sets and several statements in one answer are all read")
  func repeatedMessageSets() {
    func set(_ account: String) -> String {
      "<SIGNONMSGSRSV1><SONRS></SONRS></SIGNONMSGSRSV1><INVSTMTMSGSRSV1><INVSTMTTRNRS><INVSTMTRS>"
        + "<INVACCTFROM><BROKERID>b<ACCTID>\(account)</INVACCTFROM><INVBAL><AVAILCASH>1</INVBAL></INVSTMTRS></INVSTMTTRNRS>"
        + "<INVSTMTTRNRS><INVSTMTRS><INVACCTFROM><ACCTID>\(account)b</INVACCTFROM></INVSTMTRS></INVSTMTTRNRS></INVSTMTMSGSRSV1>"
    }
    let reading = read("<OFX>" + set("1") + set("2") + "</OFX>")
    #expect(reading.value?.statements.map(\.account.number) == ["1", "1b", "2", "2b"])
  }
}
