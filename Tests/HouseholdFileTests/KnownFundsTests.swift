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

  @Test("a security that only a statement described is completed by its ticker, and keeps its printed name")
  func completing() {
    var printed = Security(id: "FXAIX", name: "FID 500 INDEX", kind: .other)
    printed.aliases = ["CUSIP:315911750"]
    let completed = KnownFunds.completing(printed)
    #expect(completed.name == "FID 500 INDEX")
    #expect(completed.aliases == ["CUSIP:315911750"])
    #expect(completed.exposure == ["us_stock": "1"])
    #expect(completed.expenseRatio == "0.00015")
    #expect(completed.group == "sp500")
  }
}
