import Measures
import PortfolioModel
import TestSupport
import Testing

@testable import HouseholdFile

@Suite("Built-in funds")
struct KnownFundsTests {
  @Test("every line of the table is a fund of its own, and every fund's classes sum to the whole")
  func lines() {
    let lines = KnownFunds.table.split(separator: "\n")
    #expect(lines.count == KnownFunds.byTicker.count)
    #expect(lines.count > 110)
    let leaves = Set(BuiltInClasses.all.map(\.id)).subtracting(BuiltInClasses.all.compactMap(\.parent))
    for line in lines {
      guard let fund = KnownFunds.security(line) else {
        Issue.record("unreadable: \(line)")
        continue
      }
      #expect(fund.exposure.values.reduce(.zero, +) == Weight(1), "\(fund.id)")
      #expect(Set(fund.exposure.keys).isSubset(of: leaves), "\(fund.id)")
      #expect(fund.expenseRatio < "0.01" && fund.yield < "0.08" && fund.foreignTax < "0.005", "\(fund.id)")
    }
  }

  @Test(
    "share classes and funds on one index share a group; funds on different indexes do not",
    arguments: [
      ("VTI", "VTSAX", true), ("VOO", "FXAIX", true), ("AGG", "FXNAX", true), ("VTI", "ITOT", false),
      ("VTI", "VOO", false), ("BND", "AGG", false), ("VXUS", "IXUS", false), ("GLD", "IAU", true),
    ])
  func groups(one: String, other: String, same: Bool) throws {
    let first = try #require(KnownFunds.fund(one))
    let second = try #require(KnownFunds.fund(other))
    #expect((first.group == second.group) == same)
  }

  @Test("a security that only a statement described is completed by its ticker, in the household's own classes")
  func completing() throws {
    let document = try ReadingTests.document(Samples.full)
    var printed = Security(id: "IXUS", name: "ISHARES INTL", kind: .other)
    printed.aliases = ["CUSIP:46432F834"]
    let completed = document.completing(printed)
    #expect(completed.name == "ISHARES INTL" && completed.kind == .etf)
    #expect(completed.aliases == ["CUSIP:46432F834"])
    #expect(completed.exposure == ["intl": "1"])
    #expect(completed.expenseRatio == "0.0007" && completed.group == "msci-acwi-ex-us-imi")
    var snapshot = HouseholdSnapshot(asOf: "2026-11-23", household: document.household)
    snapshot.household.securities = [printed, Security(id: "ACME", name: "Acme", kind: .stock)]
    #expect(document.completing(snapshot).household.securities.map(\.exposure) == [["intl": "1"], [:]])
  }

  @Test("a built-in class for which the household has none stays unclassified")
  func unclassified() throws {
    let document = try ReadingTests.document(Samples.full)
    #expect(document.completing(Security(id: "GLD", name: "GLD", kind: .etf)).exposure.isEmpty)
  }

  @Test(
    "the words of a plan fund's name propose a class",
    arguments: [
      ("NWM LARGE CAP INDEX TRUST", "us_stock"), ("NWM STABLE VALUE FUND", "us_bond"),
      ("NWM INTL EQUITY INDEX TRUST", "intl_developed"), ("Oak Core Bond Fund", "us_bond"),
      ("Oak Large Company Index Trust", "us_stock"), ("EMERGING MKTS EQUITY", "emerging"),
      ("Global ex US Bond", "us_bond"), ("Inflation Protected Securities", "tips"), ("ACME LEGACY POOL", nil),
    ])
  func words(name: String, assetClass: String?) {
    #expect(FundWordGuess.exposure(named: name) == assetClass.map { [AssetClassID($0): "1"] })
  }

  @Test("a fund named for a year is looked through as a fund of that year")
  func targetDates() throws {
    let mix = try #require(FundWordGuess.exposure(named: "Oak Target Date 2045 Trust"))
    #expect(mix == KnownFunds.fund("VTIVX")?.exposure)
    #expect(FundWordGuess.exposure(named: "LIFEPATH 2070") == KnownFunds.fund("VLXVX")?.exposure)
  }
}
