import Allocation
import Measures
import PortfolioModel
import TestSupport
import Testing

@Suite("Nothing is lost in an allocation")
struct ExactSumsTests {
  static let leaves: [AssetClassID] = ["us", "intl", "bond", "gold", "cash"]

  @Test("leaves and unclassified, accounts, owners and treatments each sum to the total", arguments: UInt64(1)...200)
  func sums(seed: UInt64) {
    let snapshot = Self.random(seed: seed)
    for view in [AllocationView.preTax, Self.afterTax] {
      let allocation = AssetAllocation(
        of: snapshot, targets: [Target(assetClass: "stock", weight: "1", band: Band(absolute: "0.05"))], view: view)
      if view == .preTax { #expect(allocation.total == snapshot.total) }
      let leaves = allocation.classes.filter(\.isLeaf).reduce(Money.zero) { $0 + $1.value }
      #expect(leaves + allocation.unclassifiedValue == allocation.total)
      #expect(allocation.unclassified.reduce(Money.zero) { $0 + $1.value } == allocation.unclassifiedValue)
      #expect(allocation.accounts.reduce(Money.zero) { $0 + $1.value } == allocation.total)
      #expect(allocation.owners.reduce(Money.zero) { $0 + $1.value } == allocation.total)
      #expect(allocation.treatments.reduce(Money.zero) { $0 + $1.value } == allocation.total)
      let roots = allocation.classes.filter { $0.depth == 0 }.reduce(Money.zero) { $0 + $1.value }
      #expect(roots == leaves)
    }
  }

  @Test("weights agree with a sum over a plain array", arguments: UInt64(1)...50)
  func plain(seed: UInt64) {
    let snapshot = Self.random(seed: seed)
    let allocation = AssetAllocation(of: snapshot, targets: [])
    let exposures = Dictionary(
      snapshot.household.securities.map { ($0.id, $0.exposure) }, uniquingKeysWith: { first, _ in first })
    for leaf in Self.leaves {
      var sum = 0.0
      for holding in snapshot.holdings {
        sum += holding.value.approximate * (exposures[holding.security]?[leaf]?.approximate ?? 0)
      }
      if leaf == "cash" { for cash in snapshot.cash { sum += cash.amount.approximate } }
      let value = allocation.classes.first { $0.id == leaf }?.value.approximate ?? 0
      #expect(abs(value - sum) < 0.001)
    }
  }

  @Test("where debts nearly cancel what is owned nothing overflows")
  func margin() {
    var snapshot = SmallHousehold.snapshot
    snapshot.cash = [CashHolding(account: "joint", amount: "-97000.009999", day: nil)]
    let target = Target(assetClass: "stock", weight: "1", band: Band(absolute: "0.05"))
    let allocation = AssetAllocation(of: snapshot, targets: [target])
    #expect(allocation.total == "0.000001")
    #expect(allocation.classes.first?.driftPoints == "999900")
    #expect(allocation.classes.first { $0.id == "cash" }?.weight == "-10000")
  }

  @Test("the order of holdings, accounts and securities changes nothing", arguments: UInt64(1)...50)
  func order(seed: UInt64) {
    let snapshot = Self.random(seed: seed)
    var shuffled = snapshot
    var generator = SeededGenerator(seed: seed)
    shuffled.holdings.shuffle(using: &generator)
    shuffled.cash.shuffle(using: &generator)
    shuffled.household.securities.shuffle(using: &generator)
    #expect(AssetAllocation(of: snapshot, targets: []) == AssetAllocation(of: shuffled, targets: []))
  }

  static let afterTax = AllocationView.afterTax(
    Dictionary(
      uniqueKeysWithValues: (0..<6).map {
        (AccountID("a\($0)"), FutureTaxRates(withdrawal: "0.2371", gain: "0.1511"))
      }))

  static func random(seed: UInt64) -> HouseholdSnapshot {
    var generator = SeededGenerator(seed: seed)
    let members = (0..<3).map { Member(id: MemberID("m\($0)"), name: "M\($0)") }
    let third = Weight(1).apportioned(by: Array(repeating: "0.333333333333", count: 2))
    let accounts = (0..<6).map { index -> Account in
      let treatment = TaxTreatment.allCases.randomElement(using: &generator) ?? .roth
      let owners = index == 0 ? [] : zip(members, third).map { Account.Ownership(member: $0.id, share: $1) }
      return Account(id: AccountID("a\(index)"), name: "A", kind: .other, treatment: treatment, owners: owners)
    }
    let securities = (0..<8).map { index -> Security in
      var security = Security(id: SecurityID("S\(index)"), name: "S", kind: .fund)
      var left = Weight.stepsPerUnit
      for leaf in leaves where Bool.random(using: &generator) {
        let part = Int64.random(in: 0...left, using: &generator)
        security.exposure[leaf] = Weight(steps: part)
        left -= part
      }
      return security
    }
    var snapshot = HouseholdSnapshot(
      asOf: "2026-11-23",
      household: Household(
        name: "Random", members: members, accounts: accounts, securities: securities,
        assetClasses: SmallHousehold.classes))
    snapshot.unassigned = ["a5"]
    for account in accounts {
      for security in securities where Bool.random(using: &generator) {
        let value = Money(steps: Int64.random(in: -5_000_000_000...900_000_000_000, using: &generator))
        let lots = (0..<2).map { lot in
          TaxLot(
            id: LotID("l\(lot)"), quantity: Quantity(steps: Int64.random(in: 1...9_000_000_000, using: &generator)),
            basis: Bool.random(using: &generator) ? value : nil, acquired: nil)
        }
        snapshot.holdings.append(
          Holding(account: account.id, security: security.id, lots: lots, price: nil, priceDay: nil, value: value))
      }
      let amount = Money(steps: Int64.random(in: -1_000_000...9_000_000_000, using: &generator))
      snapshot.cash.append(CashHolding(account: account.id, amount: amount, day: nil))
    }
    return snapshot
  }
}
