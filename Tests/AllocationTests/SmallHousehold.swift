import Allocation
import Measures
import PortfolioModel
import TestSupport

/// Two people, three accounts, one fund of two classes: small enough to add up by hand.
enum SmallHousehold {
  static let classes = [
    AssetClass(id: "stock", name: "Stocks"), AssetClass(id: "us", name: "US stocks", parent: "stock"),
    AssetClass(id: "intl", name: "International stocks", parent: "stock"), AssetClass(id: "bond", name: "Bonds"),
    AssetClass(id: "gold", name: "Gold"), AssetClass(id: "cash", name: "Cash"),
  ]

  static var snapshot: HouseholdSnapshot {
    var world = Security(id: "WORLD", name: "World stock fund", kind: .fund)
    world.exposure = ["us": "0.62", "intl": "0.38"]
    var bonds = Security(id: "BONDS", name: "Bond fund", kind: .etf)
    bonds.exposure = ["bond": "0.97"]
    let household = Household(
      name: "Small", members: [Member(id: "anna", name: "Anna"), Member(id: "ben", name: "Ben")],
      accounts: [
        Account(
          id: "joint", name: "Joint", kind: .taxableJoint, treatment: .taxable,
          owners: [.init(member: "anna", share: "0.5"), .init(member: "ben", share: "0.5")]),
        Account(
          id: "ira", name: "IRA", kind: .traditionalIRA, treatment: .traditional,
          owners: [.init(member: "anna", share: "1")]),
        Account(id: "new", name: "X123", kind: .other, treatment: .taxable),
      ],
      securities: [world, bonds, Security(id: "MYSTERY", name: "Mystery", kind: .other)], assetClasses: classes)
    var snapshot = HouseholdSnapshot(asOf: "2026-11-23", household: household)
    snapshot.unassigned = ["new"]
    snapshot.holdings = [
      holding("joint", "WORLD", value: "60000.01", basis: "40000.01"),
      holding("ira", "BONDS", value: "30000", basis: nil, day: "2026-11-10"),
      holding("new", "MYSTERY", value: "7000", basis: nil, day: nil),
    ]
    snapshot.cash = [CashHolding(account: "joint", amount: "2999.99", day: "2026-11-20")]
    return snapshot
  }

  static func holding(
    _ account: AccountID, _ security: SecurityID, value: Money, basis: Money?, day: Day? = "2026-11-23"
  ) -> Holding {
    let lot = TaxLot(id: "lot", quantity: "100", basis: basis, acquired: nil)
    return Holding(
      account: account, security: security, lots: [lot], price: value.perShare(of: "100"), priceDay: day, value: value)
  }
}
