/// Writes a story as an OFX investment statement (OFX 13.9.2), as XML or as SGML with open leaves.
struct OFXStatement {
  enum Version { case xml, sgml }
  let version: Version

  func write(_ story: Story, to output: inout OutputFile) {
    var story = story
    let end = CalendarDay(Story.days + 2)
    output.write(header)
    output.write(
      "<OFX><SIGNONMSGSRSV1><SONRS><STATUS>\(leaf("CODE", 0))\(leaf("SEVERITY", "INFO"))</STATUS>"
        + "\(leaf("DTSERVER", moment(end)))\(leaf("LANGUAGE", "ENG"))<FI>\(leaf("ORG", "Invented Broker"))"
        + "\(leaf("FID", 9999))</FI></SONRS></SIGNONMSGSRSV1>\n<INVSTMTMSGSRSV1><INVSTMTTRNRS>\(leaf("TRNUID", 0))"
        + "<STATUS>\(leaf("CODE", 0))\(leaf("SEVERITY", "INFO"))</STATUS><INVSTMTRS>\(leaf("DTASOF", moment(end)))"
        + "\(leaf("CURDEF", "USD"))<INVACCTFROM>\(leaf("BROKERID", "broker.invalid"))\(leaf("ACCTID", "10000001"))"
        + "</INVACCTFROM><INVTRANLIST>\(leaf("DTSTART", moment(CalendarDay(0))))\(leaf("DTEND", moment(end)))\n")
    for _ in 0..<story.length {
      output.write(row(story.next()))
      output.write("\n")
    }
    output.write("</INVTRANLIST><INVPOSLIST>\n")
    for security in story.securities where security.units > 0 {
      output.write(position(security, on: end))
      output.write("\n")
    }
    output.write(
      "</INVPOSLIST><INVBAL>\(leaf("AVAILCASH", Decimal.cents(story.cash)))\(leaf("MARGINBALANCE", 0))"
        + "\(leaf("SHORTBALANCE", 0))</INVBAL></INVSTMTRS></INVSTMTTRNRS></INVSTMTMSGSRSV1>\n"
        + "<SECLISTMSGSRSV1><SECLIST>\n")
    for security in story.securities {
      output.write(description(security))
      output.write("\n")
    }
    output.write("</SECLIST></SECLISTMSGSRSV1></OFX>\n")
  }

  private var header: String {
    version == .xml
      ? """
      <?xml version="1.0" encoding="UTF-8"?>
      <?OFX OFXHEADER="200" VERSION="220" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>

      """
      : """
      OFXHEADER:100
      DATA:OFXSGML
      VERSION:102
      SECURITY:NONE
      ENCODING:USASCII
      CHARSET:1252
      COMPRESSION:NONE
      OLDFILEUID:NONE
      NEWFILEUID:NONE


      """
  }

  private func leaf(_ name: String, _ value: some CustomStringConvertible) -> String {
    version == .xml ? "<\(name)>\(value)</\(name)>" : "<\(name)>\(value)\n"
  }

  private func moment(_ day: CalendarDay) -> String { day.compact + "160000.000[-5:EST]" }

  private func row(_ event: Event) -> String {
    let kind = event.security.isFund ? "MF" : "STOCK"
    switch event.kind {
    case .buy:
      return "<BUY\(kind)><INVBUY>\(common(event, "YOU BOUGHT"))\(secid(event.security))\(units(event))"
        + (event.fee > 0 ? leaf("COMMISSION", Decimal.cents(event.fee)) : "")
        + "\(total(event))\(subAccounts)</INVBUY>\(leaf("BUYTYPE", "BUY"))</BUY\(kind)>"
    case .sell:
      return "<SELL\(kind)><INVSELL>\(common(event, "YOU SOLD"))\(secid(event.security))\(units(event))\(total(event))"
        + "\(subAccounts)</INVSELL>\(leaf("SELLTYPE", "SELL"))</SELL\(kind)>"
    case .reinvest:
      return "<REINVEST>\(common(event, "REINVESTMENT"))\(secid(event.security))"
        + "\(leaf("INCOMETYPE", incomeType(event)))\(total(event))\(leaf("SUBACCTSEC", "CASH"))\(units(event))</REINVEST>"
    case .dividend:
      return "<INCOME>\(common(event, "DIVIDEND RECEIVED"))\(secid(event.security))"
        + "\(leaf("INCOMETYPE", incomeType(event)))\(total(event))\(subAccounts)</INCOME>"
    case .tax:
      return "<INVEXPENSE>\(common(event, "FOREIGN TAX PAID"))\(secid(event.security))\(total(event))\(subAccounts)"
        + "</INVEXPENSE>"
    case .returnOfCapital:
      return "<RETOFCAP>\(common(event, "RETURN OF CAPITAL"))\(secid(event.security))\(total(event))\(subAccounts)"
        + "</RETOFCAP>"
    case .transferIn:
      return "<TRANSFER>\(common(event, "TRANSFERRED FROM"))\(secid(event.security))\(leaf("SUBACCTSEC", "CASH"))"
        + "\(leaf("UNITS", Decimal.units(event.units)))\(leaf("TFERACTION", "IN"))\(leaf("POSTYPE", "LONG"))</TRANSFER>"
    case .split:
      return "<SPLIT>\(common(event, "STOCK SPLIT"))\(secid(event.security))\(leaf("SUBACCTSEC", "CASH"))"
        + "\(leaf("OLDUNITS", Decimal.units(event.units)))\(leaf("NEWUNITS", Decimal.units(event.units * 2)))"
        + "\(leaf("NUMERATOR", 2))\(leaf("DENOMINATOR", 1))</SPLIT>"
    case .deposit:
      return "<INVBANKTRAN><STMTTRN>\(leaf("TRNTYPE", "CREDIT"))\(leaf("DTPOSTED", moment(event.day)))"
        + "\(leaf("TRNAMT", Decimal.cents(event.amount)))\(leaf("FITID", id(event)))"
        + "\(leaf("NAME", "ELECTRONIC FUNDS TRANSFER"))\(leaf("MEMO", "Contribution &amp; rollover"))</STMTTRN>"
        + "\(leaf("SUBACCTFUND", "CASH"))</INVBANKTRAN>"
    }
  }

  private func id(_ event: Event) -> String { "\(event.day.compact)\(1_000_000_000 + event.number)" }

  private func common(_ event: Event, _ memo: String) -> String {
    "<INVTRAN>\(leaf("FITID", id(event)))\(leaf("DTTRADE", moment(event.day)))"
      + "\(leaf("DTSETTLE", moment(event.settleDay)))\(leaf("MEMO", memo))</INVTRAN>"
  }

  private func secid(_ security: InventedSecurity) -> String {
    "<SECID>\(leaf("UNIQUEID", security.cusip))\(leaf("UNIQUEIDTYPE", "CUSIP"))</SECID>"
  }

  private func units(_ event: Event) -> String {
    leaf("UNITS", Decimal.units(event.units)) + leaf("UNITPRICE", Decimal.price(event.security.price))
  }

  private func total(_ event: Event) -> String { leaf("TOTAL", Decimal.cents(event.amount)) }

  private var subAccounts: String { leaf("SUBACCTSEC", "CASH") + leaf("SUBACCTFUND", "CASH") }

  private func incomeType(_ event: Event) -> String { ["DIV", "DIV", "CGLONG", "CGSHORT"][event.number % 4] }

  private func position(_ security: InventedSecurity, on day: CalendarDay) -> String {
    let kind = security.isFund ? "MF" : "STOCK"
    let value = (security.units * security.price + 50_000) / 100_000
    return "<POS\(kind)><INVPOS>\(secid(security))\(leaf("HELDINACCT", "CASH"))\(leaf("POSTYPE", "LONG"))"
      + "\(leaf("UNITS", Decimal.units(security.units)))\(leaf("UNITPRICE", Decimal.price(security.price)))"
      + "\(leaf("MKTVAL", Decimal.cents(value)))\(leaf("DTPRICEASOF", moment(day)))</INVPOS></POS\(kind)>"
  }

  private func description(_ security: InventedSecurity) -> String {
    let kind = security.isFund ? "MF" : "STOCK"
    let name = security.name.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&amp;")
    return "<\(kind)INFO><SECINFO>\(secid(security))\(leaf("SECNAME", name))\(leaf("TICKER", security.ticker))"
      + "\(leaf("UNITPRICE", Decimal.price(security.price)))</SECINFO>"
      + "\(security.isFund ? leaf("MFTYPE", "OPENEND") : leaf("STOCKTYPE", "COMMON"))</\(kind)INFO>"
  }
}
