import Allocation
import Measures
import Policy
import PortfolioModel
import TestSupport

/// A household of a few funds, one for each class, with the values that a test wants.
struct Portfolio {
  var values: [Money]
  var targets: [Weight]
  var band = Band(absolute: "0.05")
  var asOf: Day = "2026-11-23"

  private var ids: [String] { values.indices.map { "class\($0)" } }

  func policy(_ change: (inout InvestmentPolicy) -> Void = { _ in }) -> InvestmentPolicy {
    var policy = InvestmentPolicy(
      targets: zip(ids, targets).map { Target(assetClass: AssetClassID($0), weight: $1, band: band) })
    change(&policy)
    return policy
  }

  func allocation(_ policy: InvestmentPolicy) -> AssetAllocation {
    var household = Household(
      name: "H", assetClasses: ids.map { AssetClass(id: AssetClassID($0), name: $0) })
    household.securities = ids.map { id in
      var security = Security(id: SecurityID(id), name: id, kind: .fund)
      security.exposure = [AssetClassID(id): "1"]
      return security
    }
    var snapshot = HouseholdSnapshot(asOf: asOf, household: household)
    snapshot.holdings = zip(ids, values).map { id, value in
      Holding(account: "a", security: SecurityID(id), lots: [], price: nil, priceDay: nil, value: value)
    }
    return policy.allocation(of: snapshot)
  }

  func decision(lastReview: Day? = nil, _ change: (inout InvestmentPolicy) -> Void = { _ in }) -> RebalanceDecision {
    let policy = policy(change)
    return policy.decision(on: allocation(policy), lastReview: lastReview)
  }
}
