import CaseFile
import Diagnostics
import Foundation
import HouseholdFile
import Measures
import Policy
import PortfolioModel
import Rebalancing
import TestSupport
import Testing

/// One household twice: as a case, and as a household file with statements. Both must pose the same problem.
@Suite("The reference household", .enabled(if: SharedCorpus.folder("optimiser/cases") != nil, "the cases are not here"))
struct ReferenceHouseholdTests {
  static func solvedCase() throws -> RebalanceProblem {
    let folder = try #require(SharedCorpus.folder("optimiser/cases"))
    let data = try Data(contentsOf: folder.appending(path: "reference.json"))
    return try CaseFile.reading(data, file: "reference.json").get().canonical
  }

  static func document() throws -> HouseholdDocument {
    let text = try Checkout.text("Tests/WorkflowsTests/Fixtures/reference/household.yaml")
    let reading = HouseholdFile.reading(text, file: "household.yaml")
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    return try #require(reading.value)
  }

  /// The holdings of the case under the household of the file.
  static func snapshot(_ household: Household, holding problem: RebalanceProblem) -> HouseholdSnapshot {
    var snapshot = HouseholdSnapshot(asOf: problem.asOf, household: household)
    snapshot.prices = Dictionary(problem.securities.map { ($0.id, $0.price) }, uniquingKeysWith: { first, _ in first })
    for lot in problem.lots {
      let price = snapshot.prices[lot.security]
      snapshot.holdings.append(
        Holding(
          account: lot.account, security: lot.security,
          lots: [
            TaxLot(id: lot.id, quantity: lot.shares, basis: Money(lot.shares, at: lot.basis), acquired: lot.acquired)
          ],
          price: price, priceDay: problem.asOf, value: price.flatMap { Money(lot.shares, at: $0) } ?? .zero))
    }
    snapshot.cash = problem.accounts.map { CashHolding(account: $0.id, amount: $0.cash, day: problem.asOf) }
    return snapshot
  }

  @Test("its file and its case pose the same problem")
  func sameProblem() throws {
    let wanted = try Self.solvedCase()
    let document = try Self.document()
    let reading = RebalanceProblem.posed(
      by: Self.snapshot(document.household, holding: wanted), policy: document.policy, taxReturns: document.taxReturns,
      scheduledBuys: document.scheduledBuys)
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    var posed = try #require(reading.value).canonical
    // A case has no names for people, and does not know which account is a plan.
    for index in posed.assetClasses.indices { posed.assetClasses[index].name = posed.assetClasses[index].id.rawValue }
    for index in posed.accounts.indices {
      posed.accounts[index].name = posed.accounts[index].id.rawValue
      posed.accounts[index].largestCash = nil
    }
    #expect(posed.name == wanted.name && posed.asOf == wanted.asOf && posed.cashClass == wanted.cashClass)
    #expect(posed.settings == wanted.settings)
    #expect(posed.taxReturns == wanted.taxReturns)
    #expect(posed.assetClasses == wanted.assetClasses)
    #expect(posed.securities == wanted.securities)
    #expect(posed.accounts == wanted.accounts)
    #expect(posed.lots == wanted.lots)
    #expect(posed.scheduledBuys.isEmpty && posed.recentTransactions.isEmpty)
  }
}
