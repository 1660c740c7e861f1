import Diagnostics
import Foundation
import Measures
import Statements
import TestSupport
import Testing

@Suite("OFX statements: account, positions, cash, securities, plan")
struct StatementTests {
  @Test("account, days and currency, in any order, with zones left aside")
  func envelope() throws {
    let text = """
      <OFX><INVSTMTMSGSRSV1><INVSTMTTRNRS><INVSTMTRS>
      <INVTRANLIST><DTEND>20260331235959[-8:PST]<DTSTART>20160529160000.000[-5:EST]160000.000[-5:EST]</INVTRANLIST>
      <INVACCTFROM><ACCTID>111A1111 22B222<BROKERID>b.com</INVACCTFROM><CURDEF>cad<DTASOF>20260401010000
      </INVSTMTRS></INVSTMTTRNRS></INVSTMTMSGSRSV1>
      <SIGNUPMSGSRSV1><ACCTINFO><INVACCTINFO><INVACCTFROM><ACCTID>111A1111 22B222</INVACCTFROM><USPRODUCTTYPE>401K</INVACCTINFO></ACCTINFO></SIGNUPMSGSRSV1></OFX>
      """
    let reading = read(text)
    let statement = try reading.onlyStatement()
    #expect(statement.account == PrintedAccount(number: "111A1111 22B222", broker: "b.com", kind: "401K"))
    #expect(statement.asOf == "2026-04-01")
    #expect(statement.from == "2016-05-29")
    #expect(statement.to == "2026-03-31")
    #expect(statement.currency == "CAD")
    #expect(reading.codes == ["ofx-empty-statement"])
  }

  @Test("an account without number or broker is said, and named after the institution")
  func missingAccount() throws {
    let reading = read(
      "<OFX><SIGNONMSGSRSV1><SONRS><FI><ORG>E*TRADE<FID>1</FI></SONRS></SIGNONMSGSRSV1><INVSTMTMSGSRSV1><INVSTMTTRNRS>"
        + "<INVSTMTRS><INVACCTFROM><BROKERID>\n<ACCTID>\n</INVACCTFROM><INVBAL><AVAILCASH>1</INVBAL></INVSTMTRS></INVSTMTTRNRS></INVSTMTMSGSRSV1></OFX>"
    )
    #expect(try reading.onlyStatement().account == PrintedAccount(number: "", broker: "E*TRADE"))
    #expect(reading.codes == ["ofx-no-account-number"])
  }

  @Test("positions keep their parts, short ones are below zero, an unknown day is none")
  func positions() throws {
    func position(_ name: String, _ content: String) -> String {
      "<\(name)><INVPOS>\(OFXText.secid)\(content)</INVPOS></\(name)>"
    }
    let list =
      position(
        "POSMF", "<UNITS>10.50<UNITPRICE>4<MKTVAL>42.00<DTPRICEASOF>20260330<INV401KSOURCE>PRETAX<AVGCOSTBASIS>3")
      + position("POSMF", "<UNITS>1<UNITPRICE>4<MKTVAL>4<DTPRICEASOF>19900101<INV401KSOURCE>MATCH")
      + position("POSSTOCK", "<POSTYPE>SHORT<UNITS>5<UNITPRICE>2<MKTVAL>10<AVGCOSTBASIS>9.5")
      + "<POSOTHER><INVPOS><UNITS>1</INVPOS></POSOTHER>"
    let reading = read(OFXText.statement("<INVPOSLIST>\(list)</INVPOSLIST>"))
    let positions = try reading.onlyStatement().positions
    #expect(positions.map(\.units) == ["10.5", "1", "-5"])
    #expect(positions.map(\.value) == ["42", "4", "-10"])
    #expect(positions.map(\.costBasis) == ["31.5", nil, "9.5"])
    #expect(positions.map(\.source401k) == ["PRETAX", "MATCH", nil])
    #expect(positions.map(\.day) == ["2026-03-30", nil, nil])
    #expect(reading.value?.rows.skipped.map(\.reason) == ["no security"])
    #expect(reading.diagnostics.map(\.element) == ["INVPOSLIST/POSOTHER[1]"])
  }

  @Test("cash is the available cash, without the sweep fund that is a position too")
  func cash() throws {
    let balance = "<INVBAL><AVAILCASH>387.48<MARGINBALANCE>-50.00<SHORTBALANCE>0</INVBAL>"
    let fund = "<SECID><UNIQUEID>922906300<UNIQUEIDTYPE>CUSIP</SECID>"
    let list = "<INVPOSLIST><POSMF><INVPOS>\(fund)<UNITS>24.87<UNITPRICE>1.0<MKTVAL>24.87</INVPOS></POSMF></INVPOSLIST>"
    let sweep =
      "<INVTRANLIST><SELLMF><INVSELL><INVTRAN><DTTRADE>20260302<MEMO>MONEY FUND REDEMPTION</INVTRAN>\(fund)<UNITS>-1<TOTAL>1</INVSELL></SELLMF></INVTRANLIST>"
    let plain = read(OFXText.statement(balance + list))
    #expect(try plain.onlyStatement().cash == "387.48")
    #expect(plain.codes == ["ofx-margin-balance"])
    let swept = read(OFXText.statement(balance + list + sweep))
    #expect(try swept.onlyStatement().cash == "362.61")
    #expect(swept.codes == ["ofx-margin-balance", "ofx-sweep-in-cash"])
  }

  @Test("securities of every kind, once each, with what all lists say of them")
  func securities() throws {
    func info(_ name: String, _ id: String, _ type: String, _ content: String) -> String {
      "<SECLISTMSGSRSV1><SECLIST><\(name)><SECINFO><SECID><UNIQUEID>\(id)\(type)</SECID>\(content)</SECINFO></\(name)></SECLIST></SECLISTMSGSRSV1>"
    }
    let cusip = "<UNIQUEIDTYPE>CUSIP"
    let lists =
      info(
        "MFINFO", "922908363", cusip, "<SECNAME>Fund &amp; Co<TICKER>922908363<FIID>57<UNITPRICE>4.5<DTASOF>20260330")
      + info("MFINFO", "922908363", cusip, "<TICKER>VOO") + info("STOCKINFO", "037833100", "", "<SECNAME>Apple")
      + info("DEBTINFO", "US0378331005", "", "") + info("OTHERINFO", "OAEL1", "", "")
      + "<SECLISTMSGSRSV1><SECLIST><OPTINFO><SECID><UNIQUEID>MS</SECID><SECINFO><SECID><UNIQUEID>MSC1<UNIQUEIDTYPE>OTHERS</SECID></SECINFO></OPTINFO></SECLIST></SECLISTMSGSRSV1>"
    let reading = read(OFXText.statement("<INVBAL><AVAILCASH>1</INVBAL>").replacing("</OFX>", with: lists + "</OFX>"))
    let securities = reading.value?.securities ?? []
    #expect(
      securities.map(\.reference.description) == [
        "CUSIP:922908363", "CUSIP:037833100", "ISIN:US0378331005", "PRIVATE:OAEL1", "OTHERS:MSC1",
      ])
    #expect(securities.map(\.kind) == [.fund, .stock, .bond, .other, .option])
    let fund = try #require(securities.first)
    #expect(fund.name == "Fund & Co")
    #expect(fund.ticker == "VOO")
    #expect(fund.price == "4.5")
    #expect(fund.priceDay == "2026-03-30")
    #expect(fund.aliases == [SecurityReference(.planCode, "57")])
    #expect(reading.codes.isEmpty)
  }

  @Test("the plan's section as printed, unknown elements included")
  func plan() throws {
    let section = """
      <INV401KBAL><PRETAX>31690.340000<TOTAL>58470.53</INV401KBAL>
      <INV401K><EMPLOYERNAME>A & B<MATCHINFO><MATCHPCT>0.00</MATCHINFO><CURRENTVESTPCT>100.0</INV401K>
      """
    let plan = try read(OFXText.statement(section)).onlyStatement().plan
    #expect(
      plan?.fields.map { "\($0.path)=\($0.value)" } == [
        "EMPLOYERNAME=A & B", "MATCHINFO/MATCHPCT=0.00", "CURRENTVESTPCT=100.0", "INV401KBAL/PRETAX=31690.340000",
        "INV401KBAL/TOTAL=58470.53",
      ])
  }

  @Test("every row is used, or listed with its line and reason")
  func rows() {
    let rows = """
      <INCOME>\(OFXText.tran)<TOTAL>$1,234.50</INCOME>
      <INCOME><INVTRAN><DTTRADE>xxx</INVTRAN><TOTAL>1</INCOME>
      <BUYCOIN><INVTRAN><DTTRADE>20260302</INVTRAN></BUYCOIN>
      <INCOME>\(OFXText.tran)<TOTAL>abc</INCOME>
      """
    let reading = read(OFXText.transactions(rows))
    #expect(reading.value?.statements.first?.entries.map(\.amount) == ["1234.5", nil])
    #expect(reading.value?.rows.data == 4)
    #expect(reading.value?.rows.used == 2)
    #expect(
      reading.value?.rows.skipped.map { "\($0.line) \($0.reason)" } == [
        "6 no date", "7 BUYCOIN is not a known kind of row",
      ])
    #expect(
      reading.diagnostics.map { "\($0.code) \($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.element ?? "")" } == [
        "ofx-unusual-number 5:89 INVTRANLIST/INCOME[1]/TOTAL", "ofx-bad-date 6:18 INVTRANLIST/INCOME[2]/DTTRADE",
        "ofx-missing-date 6:1 INVTRANLIST/INCOME[2]", "ofx-unknown-row 7:1 INVTRANLIST",
        "ofx-bad-number 8:89 INVTRANLIST/INCOME[3]/TOTAL",
      ])
  }

  @Test("currencies are codes in capitals; what is none is told and counts as not said")
  func currencies() throws {
    let row =
      "<INVBANKTRAN><STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260302<TRNAMT>5<FITID>1<CURRENCY><CURRATE>1<CURSYM>%</CURRENCY></STMTTRN><SUBACCTFUND>CASH</INVBANKTRAN>"
    func reading(_ definition: String, _ symbol: String) -> Reading<ParsedFile> {
      read(
        OFXText.transactions(row.replacingOccurrences(of: "%", with: symbol))
          .replacingOccurrences(of: "<CURDEF>USD", with: "<CURDEF>\(definition)"))
    }
    let same = try reading(" eur ", "EUR").onlyStatement()
    #expect(same.currency == "EUR" && same.entries.map(\.currency) == [nil])
    let other = try reading("USD", "chf").onlyStatement()
    #expect(other.currency == "USD" && other.entries.map(\.currency) == ["CHF"])
    let bad = reading("US DOLLAR", "Fr.")
    let statement = try bad.onlyStatement()
    #expect(statement.currency == "USD" && statement.entries.map(\.currency) == [nil])
    let told = bad.diagnostics.filter { $0.code == "ofx-bad-currency" }
    #expect(told.count == 2 && told.allSatisfy { $0.place?.line != nil && $0.remedy != nil })
  }
}
