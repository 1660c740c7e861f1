public import Measures
public import PortfolioModel

extension AssetAllocation {
  /// Looks through every holding of `snapshot`.
  ///
  /// - Parameters:
  ///   - targets: of leaves or of nodes above them; empty where the household has none, and then nothing drifts.
  ///   - band: tolerated for classes that nobody targeted, whose target is zero.
  ///   - staleAfterDays: a price older than this is reported.
  public init(
    of snapshot: HouseholdSnapshot, targets: [Target], band: Band = Band(absolute: Weight(steps: 50_000_000_000)),
    staleAfterDays: Int = 7, view: AllocationView = .preTax
  ) {
    let tree = ClassTree(snapshot.household.assetClasses)
    let amounts = Amounts(of: snapshot, tree: tree, view: view)
    self.init(asOf: snapshot.asOf, view: view, total: amounts.total)
    classes = amounts.classShares(tree: tree, targets: tree.completed(targets, band: band))
    unclassified = amounts.unclassifiedHoldings(of: snapshot.household)
    unclassifiedValue = amounts.unclassified.values.reduce(.zero, +)
    accounts = amounts.accountShares(of: snapshot)
    owners = amounts.ownerShares(of: snapshot)
    treatments = amounts.treatmentShares
    stale = snapshot.staleValues(afterDays: staleAfterDays)
  }
}

extension HouseholdSnapshot {
  /// Prices and cash that are more than `days` old on the snapshot's day, or of no known day; oldest first.
  public func staleValues(afterDays days: Int) -> [StaleValue] {
    func stale(_ account: AccountID, _ security: SecurityID?, _ value: Money, _ day: Day?) -> StaleValue? {
      let age = day.map { asOf - $0 }
      if let age, age <= days { return nil }
      return StaleValue(account: account, security: security, value: value, day: day, age: age)
    }
    let found =
      holdings.compactMap { stale($0.account, $0.security, $0.value, $0.priceDay) }
      + cash.filter { !$0.amount.isZero }.compactMap { stale($0.account, nil, $0.amount, $0.day) }
    func key(_ value: StaleValue) -> (Int, String, String) {
      (-(value.age ?? .max), value.account.rawValue, value.security?.rawValue ?? "")
    }
    return found.sorted { key($0) < key($1) }
  }
}
