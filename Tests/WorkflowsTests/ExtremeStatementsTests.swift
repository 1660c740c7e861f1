import Allocation
import Diagnostics
import Foundation
import HiGHSSolver
import Measures
import PortfolioModel
import Rebalancing
import Reports
import Statements
import TestSupport
import Testing
import Workflows

@Suite("Statements with figures that nobody has")
struct ExtremeStatementsTests {
  static let household = """
    members: {a: {name: Alex}}
    classes: {us: US stocks, bond: Bonds, cash: Cash}
    securities:
      VTI: {kind: etf, classes: {us: 100%}}
      BND: {kind: etf, classes: {bond: 100%}}
    accounts:
      T: {kind: taxable, numbers: [X1]}
      R: {kind: roth_ira, numbers: [X2]}
    targets: {us: 60%, bond: 40%}
    tax_returns: [{id: u, year: 2026, status: single, income: "90,000"}]
    """

  /// An OFX statement of X1 with the given rows and positions.
  static func ofx(_ rows: String, _ positions: String, cash: String) -> String {
    """
    OFXHEADER:100
    DATA:OFXSGML
    VERSION:102

    <OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS></SONRS></SIGNONMSGSRSV1>
    <INVSTMTMSGSRSV1><INVSTMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO</STATUS><INVSTMTRS>
    <DTASOF>20261120<CURDEF>usd <INVACCTFROM><BROKERID>example.com<ACCTID>X1</INVACCTFROM>
    <INVTRANLIST><DTSTART>20260101<DTEND>20261120
    \(rows)
    </INVTRANLIST><INVPOSLIST>
    \(positions)
    </INVPOSLIST><INVBAL><AVAILCASH>\(cash)<MARGINBALANCE>0<SHORTBALANCE>0</INVBAL>
    </INVSTMTRS></INVSTMTTRNRS></INVSTMTMSGSRSV1>
    <SECLISTMSGSRSV1><SECLIST>
    <STOCKINFO><SECINFO>\(secid("VTI"))<SECNAME>Vanguard Total<TICKER>VTI</SECINFO></STOCKINFO>
    <STOCKINFO><SECINFO>\(secid("BND"))<SECNAME>Vanguard Bond<TICKER>BND</SECINFO></STOCKINFO>
    </SECLIST></SECLISTMSGSRSV1></OFX>
    """
  }

  static func secid(_ name: String) -> String {
    "<SECID><UNIQUEID>\(name)<UNIQUEIDTYPE>TICKER</SECID>"
  }

  static func buy(_ number: Int, _ name: String, units: String, total: String) -> String {
    """
    <BUYSTOCK><INVBUY><INVTRAN><FITID>b\(number)<DTTRADE>20260105</INVTRAN>\(secid(name))<UNITS>\(units)<UNITPRICE>1
    <TOTAL>\(total)<SUBACCTSEC>CASH<SUBACCTFUND>CASH</INVBUY><BUYTYPE>BUY</BUYSTOCK>
    """
  }

  static func split(_ numerator: String, _ denominator: String) -> String {
    """
    <SPLIT><INVTRAN><FITID>s<DTTRADE>20260601</INVTRAN>\(secid("VTI"))<SUBACCTSEC>CASH<OLDUNITS>1<NEWUNITS>1
    <NUMERATOR>\(numerator)<DENOMINATOR>\(denominator)</SPLIT>
    """
  }

  static func position(_ name: String, units: String, price: String, value: String) -> String {
    """
    <POSSTOCK><INVPOS>\(secid(name))<HELDINACCT>CASH<POSTYPE>LONG<UNITS>\(units)<UNITPRICE>\(price)<MKTVAL>\(value)
    <DTPRICEASOF>20261120</INVPOS></POSSTOCK>
    """
  }

  static let positions = """
    Account: X2
    As of 11/20/2026

    Ticker,Description,Shares,Price,Market Value,Cost Basis

    """

  /// Each pair once made a sum, a product or a difference that does not fit.
  static let files: [(name: String, ofx: String, csv: String)] = [
    (
      "ordinary",
      ofx(
        buy(1, "VTI", units: "10", total: "-3000"), position("VTI", units: "10", price: "330", value: "3300"),
        cash: "500"), "VTI,Vanguard,5,330,1650,1000"
    ),
    (
      "parts of a position",
      ofx(
        "", String(repeating: position("VTI", units: "900000000", price: "1", value: "900000000"), count: 103),
        cash: "1"), "VTI,Vanguard,900000000,300000000,,1"
    ),
    (
      "splits",
      ofx(
        buy(1, "VTI", units: "900000000", total: "-900000000") + split("102", "1")
          + buy(2, "VTI", units: "900000000", total: "-900000000"), "", cash: "1"), "BND,Bonds,1,1,1,-90000000000"
    ),
    (
      "cash",
      ofx((1...110).map { buy($0, "BND", units: "0.001", total: "90000000000") }.joined(), "", cash: "-90000000000"),
      (1...110).map { "Cash,Cash,,,9\($0 % 10)000000000," }.joined(separator: "\n")
    ),
    (
      "prices",
      ofx(
        buy(1, "VTI", units: "-0.00000001", total: "9"),
        position("VTI", units: "1", price: "-922337203.6854775808", value: "-1"), cash: "90000000000"),
      "VTI,Vanguard,900000000,460000000,90000000000,-90000000000\nBND,Bonds,0.00000001,0.0000000001,0.01,"
    ),
    (
      "digits",
      ofx(
        "",
        position(
          "VTI", units: "999999999999999999999999999999", price: "0.000000000000000000000000000001", value: "1e9"),
        cash: "999999999999999999999999999999"),
      "VTI,Vanguard,999999999999999999999999999999,1,0.000000000000000000000000000001,1\nCash,Cash,,,999999999999999999999999999999,\nCash,Cash,,,0.000000000000000000000000000001,"
    ),
  ]

  @Test("are imported, shown and proposed for, or refused in words", arguments: files.indices)
  func extremes(index: Int) throws {
    let (_, ofx, csv) = Self.files[index]
    let url = FileManager.default.temporaryDirectory.appending(path: "hearth-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url) }
    var files: [String] = []
    for (name, text) in [("household.yaml", Self.household), ("a.ofx", ofx), ("b.csv", Self.positions + csv)] {
      let file = url.appending(path: name).path
      try text.write(toFile: file, atomically: true, encoding: .utf8)
      if name != "household.yaml" { files.append(file) }
    }
    let folder = HouseholdFolder(path: url.path)
    let outcome = try folder.importStatements(files, at: "2026-11-24")
    #expect(outcome.receipt?.number == 1, "\(outcome.diagnostics)")

    let view = try folder.view(asOf: "2026-11-24")
    let style = TextStyle.plain
    for isAfterTax in [false, true] {
      let allocation = view.allocation(isAfterTax: isAfterTax)
      let parts = allocation.accounts.reduce(Money.zero) { $0 + $1.value }
      #expect(parts == allocation.total)
      let report = AllocationReport(
        allocation, decision: view.decision(), currency: "USD", diagnostics: view.problems)
      #expect(!report.text(style).isEmpty && !report.json.document.isEmpty)
    }
    let reports: [any Report] = [
      AccountsReport(view.snapshot, diagnostics: view.problems),
      HoldingsReport(view.snapshot, diagnostics: view.problems), LotsReport(view.snapshot, diagnostics: view.problems),
    ]
    for report in reports { #expect(!report.text(style).isEmpty && !report.json.document.isEmpty) }
    let posed = view.problem()
    if let problem = posed.value {
      let proposal = try Rebalancer(solver: HiGHSSolver()).proposal(for: problem)
      #expect(!ProposalReport(proposal).text(style).isEmpty)
      #expect(proposal.objective <= proposal.nothing.parts.objective || proposal.status == .infeasible)
    } else {
      #expect(posed.diagnostics.contains { $0.code == "rebalance-number-too-large" }, "\(posed.diagnostics)")
    }
    if index == 0 {
      #expect(view.snapshot.total == Money(5450))
      #expect(!view.problems.contains { $0.severity == .error })
    } else {
      #expect(!view.problems.isEmpty || outcome.diagnostics.contains { $0.severity != .note })
    }
  }
}
