public import Measures
public import PortfolioModel

/// The sums behind an allocation, before they are compared with targets.
struct Amounts {
  private(set) var total = Money.zero
  private(set) var leaves: [AssetClassID: Money] = [:]
  private(set) var unclassified: [SecurityID: Money] = [:]
  private(set) var accounts: [AccountID: Money] = [:]
  private(set) var accountCash: [AccountID: Money] = [:]
  private(set) var treatments: [TaxTreatment?: Money] = [:]
}

extension Amounts {
  init(of snapshot: HouseholdSnapshot, tree: ClassTree, view: AllocationView) {
    let accounts = snapshot.household.accounts.keyed(by: \.id)
    let securities = snapshot.household.securities.keyed(by: \.id)
    func treatment(of account: AccountID) -> TaxTreatment? {
      snapshot.unassigned.contains(account) ? nil : accounts[account]?.treatment
    }
    for holding in snapshot.holdings {
      let treatment = treatment(of: holding.account)
      // The designated Roth part of a plan is not taxed again (IRC 402A).
      let roth = treatment == .traditional ? holding.rothValue : .zero
      var rest = holding
      rest.value = holding.value - roth
      let taxed = treatment.map { view.value(of: rest, treatment: $0) } ?? rest.value
      add(taxed, account: holding.account, treatment: treatment)
      if !roth.isZero { add(roth, account: holding.account, treatment: .roth) }
      let value = taxed + roth
      let exposure = securities[holding.security]?.leafExposure(in: tree) ?? []
      let parts = value.apportioned(by: exposure.map(\.weight))
      for (share, part) in zip(exposure, parts) { leaves[share.assetClass, default: .zero] += part }
      if let rest = parts.last, !rest.isZero { unclassified[holding.security, default: .zero] += rest }
    }
    let cashClass = snapshot.household.cashClass
    for cash in snapshot.cash {
      let treatment = treatment(of: cash.account)
      let value = treatment.map { view.value(of: cash, treatment: $0) } ?? cash.amount
      add(value, account: cash.account, treatment: treatment)
      accountCash[cash.account, default: .zero] += value
      if tree.isLeaf(cashClass) {
        leaves[cashClass, default: .zero] += value
      } else {
        unclassified[SecurityID(cashClass.rawValue), default: .zero] += value
      }
    }
  }

  private mutating func add(_ value: Money, account: AccountID, treatment: TaxTreatment?) {
    total += value
    accounts[account, default: .zero] += value
    treatments[treatment, default: .zero] += value
  }
}

extension Amounts {
  /// `value` as a fraction of the total, at most ten thousandfold: where debts nearly cancel what is owned, larger ones mean nothing.
  func weight(of value: Money) -> Weight {
    let limit = Weight(10_000)
    return max(-limit, min(limit, value.fraction(of: total)))
  }
}

extension Security {
  /// The weights over leaves of `tree`, in the order of their names; what names no leaf is left out, and so unclassified.
  public func leafExposure(in tree: ClassTree) -> [(assetClass: AssetClassID, weight: Weight)] {
    exposure.filter { tree.isLeaf($0.key) && !$0.value.isZero }
      .sorted { $0.key < $1.key }
      .map { (assetClass: $0.key, weight: $0.value) }
  }
}

extension Array {
  /// The elements by their identifier; of two with the same one the first.
  func keyed<Key: Hashable>(by path: KeyPath<Element, Key>) -> [Key: Element] {
    Dictionary(map { ($0[keyPath: path], $0) }, uniquingKeysWith: { first, _ in first })
  }
}
