import Diagnostics
import Measures
import Statements
import TestSupport
import Testing

@Suite("OFX transactions: kind, printed values and effect")
struct TransactionTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let row: String
    let kind: StatementEntry.Kind
    var units: PrintedNumber?
    var cash: PrintedNumber?
    var codes: [String] = []

    /// - Parameter memo: what INVTRAN says beside its identifier and days.
    init(
      _ name: String, _ aggregate: String, memo: String = "", _ content: String, _ kind: StatementEntry.Kind,
      units: PrintedNumber? = nil, cash: PrintedNumber? = nil, codes: [String] = []
    ) {
      testDescription = name
      row = "<\(aggregate)><INVTRAN><FITID>7<DTTRADE>20260302\(memo)</INVTRAN>\(OFXText.secid)\(content)</\(aggregate)>"
      (self.kind, self.units, self.cash, self.codes) = (kind, units, cash, codes)
    }
  }

  static let trades: [Row] = [
    Row("purchase", "BUYSTOCK", "<UNITS>10<UNITPRICE>5<TOTAL>-51", .buy, units: "10", cash: "-51"),
    Row(
      "purchase with a total above zero", "BUYMF", "<UNITS>1.756<TOTAL>100.05", .buy, units: "1.756", cash: "-100.05"),
    Row(
      "purchase to cover", "BUYSTOCK", "<UNITS>10<TOTAL>-51<BUYTYPE>BUYTOCOVER", .buyToCover, units: "10", cash: "-51"),
    Row("option to close", "BUYOPT", "<UNITS>1<TOTAL>-51<OPTBUYTYPE>BUYTOCLOSE", .buyToCover, units: "1", cash: "-51"),
    Row(
      "bond with accrued interest", "BUYDEBT", "<UNITS>1000<TOTAL>-990<ACCRDINT>5.5", .buy, units: "1000",
      cash: "-995.5"),
    Row("sale", "SELLSTOCK", "<UNITS>-10<TOTAL>49", .sell, units: "-10", cash: "49"),
    Row("sale with units above zero", "SELLOTHER", "<UNITS>10<TOTAL>49", .sell, units: "-10", cash: "49"),
    Row("short sale", "SELLSTOCK", "<UNITS>-10<TOTAL>49<SELLTYPE>SELLSHORT", .shortSale, units: "-10", cash: "49"),
    Row("option to open", "SELLOPT", "<UNITS>-1<TOTAL>49<OPTSELLTYPE>SELLTOOPEN", .shortSale, units: "-1", cash: "49"),
    Row("fee of a plan in units", "SELLMF", memo: "<MEMO>FEES;FUND", "<UNITS>0.07<TOTAL>4.0", .fee, units: "-0.07"),
    Row(
      "purchase taken back", "BUYSTOCK", memo: "<REVERSALFITID>3", "<UNITS>-10<TOTAL>51", .buy, units: "-10", cash: "51"
    ),
    Row(
      "purchase cancelled", "BUYSTOCK", memo: "<MEMO>BUY CANCEL", "<UNITS>-10<TOTAL>51", .buy, units: "-10", cash: "51"),
    Row(
      "signs of the opposite", "BUYSTOCK", "<UNITS>-10<TOTAL>51", .buy, units: "10", cash: "-51",
      codes: ["ofx-doubtful-signs"]),
    Row("without total", "BUYSTOCK", "<UNITS>10", .buy, units: "10", codes: ["ofx-missing-total"]),
    Row("reinvestment", "REINVEST", "<INCOMETYPE>DIV<TOTAL>-6.43<UNITS>0.086", .reinvest, units: "0.086"),
    Row("reinvestment, signs reversed", "REINVEST", "<TOTAL>6.43<UNITS>0.086", .reinvest, units: "0.086"),
  ]

  static let income: [Row] = [
    Row("dividend", "INCOME", "<INCOMETYPE>DIV<TOTAL>5", .dividend, cash: "5"),
    Row("dividend taken back", "INCOME", "<INCOMETYPE>DIV<TOTAL>-5", .dividend, cash: "-5"),
    Row("interest", "INCOME", "<INCOMETYPE>INTEREST<TOTAL>5", .interest, cash: "5"),
    Row("long gain", "INCOME", "<INCOMETYPE>CGLONG<TOTAL>5", .gainLong, cash: "5"),
    Row("short gain", "INCOME", "<INCOMETYPE>CGSHORT<TOTAL>5", .gainShort, cash: "5"),
    Row("long gain in words", "INCOME", memo: "<MEMO>LT CAP GAIN", "<INCOMETYPE>DIV<TOTAL>5", .gainLong, cash: "5"),
    Row("other income", "INCOME", "<INCOMETYPE>MISC<TOTAL>5", .income, cash: "5"),
    Row("expense", "INVEXPENSE", "<TOTAL>5", .fee, cash: "-5"),
    Row("expense paid back", "INVEXPENSE", memo: "<REVERSALFITID>3", "<TOTAL>5", .fee, cash: "5"),
    Row("foreign tax", "INVEXPENSE", memo: "<MEMO>Foreign Stk W/H", "<TOTAL>-5", .tax, cash: "-5"),
    Row("margin interest", "MARGININTEREST", "<TOTAL>5", .marginInterest, cash: "-5"),
    Row("return of capital", "RETOFCAP", "<TOTAL>-5", .returnOfCapital, cash: "5"),
  ]

  static let movements: [Row] = [
    Row("transfer in", "TRANSFER", "<UNITS>5<TFERACTION>IN", .transferIn, units: "5"),
    Row("transfer out", "TRANSFER", "<UNITS>5<TFERACTION>OUT", .transferOut, units: "-5"),
    Row("transfer out, below zero", "TRANSFER", "<UNITS>-5<TFERACTION>OUT", .transferOut, units: "-5"),
    Row("transfer of nothing", "TRANSFER", "<UNITS>0<TFERACTION>IN", .transferIn, units: "0"),
    Row("short position in", "TRANSFER", "<UNITS>5<TFERACTION>IN<POSTYPE>SHORT", .transferIn, units: "-5"),
    Row(
      "expiry as transfer", "TRANSFER", memo: "<MEMO>EXPIRED  PUT (X)", "<UNITS>1<UNITPRICE>0<TFERACTION>IN", .expiry,
      units: "1"),
    Row(
      "fee as transfer", "TRANSFER", memo: "<MEMO>Investment Expense", "<UNITS>-0.01<TFERACTION>OUT", .fee,
      units: "-0.01"),
    Row(
      "spin-off as transfer", "TRANSFER", memo: "<MEMO>SPINOFF ON 8 SHS", "<UNITS>8<TFERACTION>IN<AVGCOSTBASIS>0",
      .spinOff,
      units: "8", codes: ["ofx-spin-off-basis"]),
    Row("split", "SPLIT", "<OLDUNITS>55<NEWUNITS>110<NUMERATOR>110<DENOMINATOR>55", .split, units: "55"),
    Row(
      "reverse split with cash", "SPLIT", "<OLDUNITS>21<NEWUNITS>2<NUMERATOR>1<DENOMINATOR>10<FRACCASH>0.5", .split,
      units: "-19", cash: "0.5"),
    Row("split without ratio", "SPLIT", "<OLDUNITS>5", .split, codes: ["ofx-split-without-ratio"]),
    Row("journal of cash", "JRNLFUND", "<TOTAL>5<SUBACCTFROM>CASH<SUBACCTTO>MARGIN", .journal),
    Row("journal of units", "JRNLSEC", "<UNITS>5<SUBACCTTO>CASH<SUBACCTFROM>MARGIN", .journal),
    Row("exercise", "CLOSUREOPT", "<OPTACTION>EXERCISE<UNITS>1", .exercise, units: "-1"),
    Row("assignment", "CLOSUREOPT", "<OPTACTION>ASSIGN<UNITS>-1", .assignment, units: "1"),
    Row("expiry of what is held", "CLOSUREOPT", "<OPTACTION>EXPIRE<UNITS>-1", .expiry, units: "-1"),
    Row("expiry of what is owed", "CLOSUREOPT", "<OPTACTION>EXPIRE<UNITS>1", .expiry, units: "1"),
  ]

  @Test("has the effect of its kind, whatever sign is printed", arguments: trades + income + movements)
  func effects(_ row: Row) throws {
    let reading = read(OFXText.transactions(row.row))
    let entry = try reading.onlyEntry()
    #expect(entry.kind == row.kind)
    #expect(entry.effect == StatementEntry.Effect(units: row.units, cash: row.cash))
    #expect(reading.codes == row.codes)
    #expect(row.row.hasPrefix("<\(entry.source)>"))
    #expect(entry.security?.description == "CUSIP:922908363")
  }

  @Test(
    "cash without a trade keeps its sign; its type or name gives the kind",
    arguments: [
      ("<TRNTYPE>CREDIT<TRNAMT>+0012.500", StatementEntry.Kind.cash, "12.5"), ("<TRNTYPE>DEBIT<TRNAMT>-3", .cash, "-3"),
      ("<TRNTYPE>INT<TRNAMT>3", .interest, "3"), ("<TRNTYPE>FEE<TRNAMT>-3", .fee, "-3"),
      ("<TRNTYPE>DEP<TRNAMT>3<NAME>INTEREST EARNED", .interest, "3"), ("<TRNTYPE>OTHER<TRNAMT>1,5", .cash, "1.5"),
    ])
  func bankTransactions(_ content: String, _ kind: StatementEntry.Kind, _ cash: String) throws {
    let row = "<INVBANKTRAN><STMTTRN><DTPOSTED>20260302<FITID>9\(content)</STMTTRN><SUBACCTFUND>CASH</INVBANKTRAN>"
    let entry = try read(OFXText.transactions(row)).onlyEntry()
    #expect(entry.kind == kind)
    #expect(entry.effect.cash?.description == cash)
    #expect(entry.day == "2026-03-02")
    #expect(entry.id == "9")
  }

  @Test("an expiry above zero ends what the statement shows to be held")
  func expiryOfHeld() throws {
    let buy = "<BUYOPT><INVBUY>\(OFXText.tran)\(OFXText.secid)<UNITS>1<TOTAL>-5</INVBUY></BUYOPT>"
    let expiry = "<CLOSUREOPT>\(OFXText.tran)\(OFXText.secid)<OPTACTION>EXPIRE<UNITS>1</CLOSUREOPT>"
    let entries = try read(OFXText.transactions(expiry + buy)).onlyStatement().entries
    #expect(entries.map(\.effect.units) == ["-1", "1"])
  }

  @Test("every printed field has its place")
  func fields() throws {
    let row = """
      <SELLMF><INVSELL><INVTRAN><FITID>1 2 A<DTTRADE>20260301235959[-5:EST]<DTSETTLE>20260303<REVERSALFITID>6
      <MEMO>VS 07/16/13 15 @ 87.281000</INVTRAN><SECID><UNIQUEIDTYPE>PRIVATE<UNIQUEID>F1</SECID><UNITS>-15.000
      <UNITPRICE>90<COMMISSION>1<FEES>2<TAXES>3<LOAD>4<WITHHOLDING>5<TOTAL>+0001335.00
      <CURRENCY><CURRATE>1.1<CURSYM>EUR</CURRENCY><INV401KSOURCE>MATCH</INVSELL><SELLTYPE>SELL<RELFITID>8</SELLMF>
      """
    let entry = try read(OFXText.transactions(row)).onlyEntry()
    #expect(entry.id == "1 2 A")
    #expect(entry.day == "2026-03-01")
    #expect(entry.settleDay == "2026-03-03")
    #expect(entry.security == SecurityReference(.planCode, "F1"))
    #expect([entry.units, entry.price, entry.amount] == ["-15", "90", "1335"])
    #expect([entry.commission, entry.fees, entry.taxes, entry.load, entry.withholding] == ["1", "2", "3", "4", "5"])
    #expect([entry.reverses, entry.related, entry.currency, entry.source401k] == ["6", "8", "EUR", "MATCH"])
    #expect(entry.closes == [StatementEntry.ClosedLot(acquired: "2013-07-16", units: "15", price: "87.281")])
    #expect(entry.line == 5)
  }

  @Test("a split keeps its ratio; a journal its sub-accounts; a transfer the lot that it names")
  func details() throws {
    let split = try read(OFXText.transactions(Self.movements[9].row)).onlyEntry()
    #expect(split.split == StatementEntry.Split(old: "10", new: "1"))
    let journal = try read(OFXText.transactions(Self.movements[11].row)).onlyEntry()
    #expect(journal.subAccounts == StatementEntry.SubAccounts(from: "CASH", to: "MARGIN"))
    let row =
      "<TRANSFER>\(OFXText.tran)\(OFXText.secid)<UNITS>4<TFERACTION>IN<AVGCOSTBASIS>2.5<DTPURCHASE>19991231</TRANSFER>"
    let transfer = try read(OFXText.transactions(row)).onlyEntry()
    #expect(
      transfer.closes == [StatementEntry.ClosedLot(acquired: "1999-12-31", units: "4", price: "2.5", basis: "10")])
  }

  @Test("a currency of its own is kept unless the amounts are already converted or it is the statement's")
  func currencies() throws {
    func currency(_ content: String) throws -> String? {
      try read(OFXText.transactions("<INCOME>\(OFXText.tran)<TOTAL>1\(content)</INCOME>")).onlyEntry().currency
    }
    #expect(try currency("<CURRENCY><CURSYM>CAD<CURRATE>1</CURRENCY>") == "CAD")
    #expect(try currency("<CURRENCY><CURSYM>USD<CURRATE>1</CURRENCY>") == nil)
    #expect(try currency("<ORIGCURRENCY><CURSYM>CAD<CURRATE>1</ORIGCURRENCY>") == nil)
  }

  /// OFX has SPLIT, and some brokers send two transfers all the same.
  static func transfer(_ action: String, _ units: String, _ memo: String, cusip: String = "922908363") -> String {
    """
    <TRANSFER><INVTRAN><FITID>\(action)\(units)<DTTRADE>20260301<MEMO>\(memo)</INVTRAN>
    <SECID><UNIQUEID>\(cusip)<UNIQUEIDTYPE>CUSIP</SECID><UNITS>\(units)<TFERACTION>\(action)</TRANSFER>
    """
  }

  @Test(
    "a split in two transfers is a ratio",
    arguments: [("200", "10", "REVERSE SPLITREVERSE SPLIT"), ("-10", "30", "STOCK  SPLIT")])
  func splitInTwoTransfers(_ old: String, _ new: String, _ memo: String) throws {
    let reading = read(OFXText.transactions(Self.transfer("OUT", old, memo) + Self.transfer("IN", new, memo)))
    let entry = try reading.onlyEntry()
    let out = try #require(PrintedNumber(old)).magnitude
    let into = try #require(PrintedNumber(new))
    #expect(entry.kind == .split)
    #expect(entry.split == StatementEntry.Split(old: out, new: into))
    #expect(entry.effect.units == into.adding(-out))
    #expect(reading.value?.rows[.part] == 1)
    #expect(reading.value?.brokenInvariants == [])
  }

  @Test("a split into another name makes the old one an alias; what goes out alone is a transfer")
  func splitIntoAnotherName() throws {
    let rows =
      Self.transfer("OUT", "-200", "REVERSE SPLIT") + Self.transfer("IN", "10", "REVERSE SPLIT", cusip: "49456B101")
    let list = """
      <SECLISTMSGSRSV1><SECLIST><STOCKINFO><SECINFO><SECID><UNIQUEID>49456B101<UNIQUEIDTYPE>CUSIP</SECID>
      <SECNAME>NEW<TICKER>NEW</SECINFO></STOCKINFO></SECLIST></SECLISTMSGSRSV1></OFX>
      """
    let reading = read(OFXText.transactions(rows).replacing("</OFX>", with: list))
    #expect(try reading.onlyEntry().split == StatementEntry.Split(old: "200", new: "10"))
    #expect(reading.value?.securities.first?.aliases.contains(SecurityReference(.cusip, "922908363")) == true)
    let alone = read(OFXText.transactions(Self.transfer("OUT", "-200", "REVERSE SPLIT")))
    #expect(try alone.onlyEntry().kind == .transferOut)
  }
}
