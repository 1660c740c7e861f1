import Measures
import Policy
import PortfolioModel
import Rebalancing
import Taxes
import TestSupport

/// Households that differ in everything a placement must respect, the same for the same seed.
struct RandomHousehold {
  private var random: SeededGenerator
  init(seed: Int) { random = SeededGenerator(seed: UInt64(seed)) }

  /// Two accounts and three securities of some thousand dollars a share, so that every plan can be tried.
  mutating func tiny() -> RebalanceProblem {
    var problem = frame(nuisance: number(0...40))
    problem.requiresWholeSharesPerLot = true
    problem.securities = ["AA", "BB", "CC"].map { id in
      security(id, kind: .etf, price: number(2_000...9_000), mainClass: id == "CC" ? "bond" : "stock")
    }
    problem.securities[2].allowsAverageBasis = false
    if chance(3) { problem.securities[1].group = "AA" }
    problem.accounts = [account("T", .taxable, cash: number(0...9_000)), account("R", .roth, cash: number(0...6_000))]
    problem.accounts[1].menu = ["BB", "CC"]
    problem.accounts[0].menu = chance(2) ? ["AA", "CC"] : ["AA"]
    problem.accounts[0].lotMethod = [.specific, .specific, .fifo, .average][number(0...3)]
    problem.lots = (0..<3).map { index in
      lot(
        LotID("L\(index)"), in: index == 2 ? "R" : "T", index == 2 ? "BB" : chance(3) ? "CC" : "AA",
        shares: number(1...2),
        problem)
    }
    addEvents(to: &problem)
    if chance(4) { problem.settings.maximumTrades = number(0...3) }
    return problem
  }

  /// A tiny household whose losses meet replacements of every kind, by the policy `match`.
  mutating func washing() -> RebalanceProblem {
    var problem = tiny()
    problem.settings.washSalePolicy = .match
    problem.securities[1].group = chance(3) ? "BB" : "AA"
    problem.taxReturns[0].futureGainRate = ["0", "0.06", "0.3"][number(0...2)]
    for index in problem.lots.indices {
      if chance(2) { problem.lots[index].acquired = problem.asOf.adding(days: -number(0...32)) }
      if problem.lots[index].account == "T" {
        let price = problem.securities.first { $0.id == problem.lots[index].security }?.price ?? Price(1)
        let ratio = Weight(steps: Int64(number(90...160)) * 10_000_000_000)
        problem.lots[index].basis = price.scaled(by: ratio, over: Weight(1), rounding: .halfEven) ?? price
      }
    }
    if chance(3) { problem.lots.append(lot("L3", in: "T", chance(2) ? "AA" : "CC", shares: 1, problem)) }
    problem.scheduledBuys = []
    if chance(4) {
      problem.scheduledBuys = [
        .init(
          account: chance(2) ? "R" : "T", security: chance(2) ? "AA" : "BB",
          day: problem.asOf.adding(days: number(0...31)),
          shares: chance(3) ? nil : Quantity(steps: Int64(number(1...3)) * 50_000_000))
      ]
    }
    let account: AccountID = chance(2) ? "R" : "T"
    if chance(3) {
      problem.recentTransactions = [
        .init(
          account: account, security: chance(2) ? "AA" : "BB", day: problem.asOf.adding(days: -number(0...32)),
          action: .buy, shares: Quantity(1), gain: nil, lot: nil)
      ]
    }
    if chance(3) {
      problem.recentTransactions.append(
        .init(
          account: "T", security: "AA", day: problem.asOf.adding(days: -number(28...40)), action: .sell,
          shares: Quantity(1), gain: Money(-300), lot: nil))
    }
    return problem
  }

  /// Four accounts, funds and whole shares, a few dozen lots.
  mutating func small() -> RebalanceProblem {
    var problem = frame(nuisance: number(0...10))
    problem.securities = (0..<8).map { index in
      security(
        "S\(index)", kind: index % 3 == 0 ? .fund : .etf, price: number(20...400),
        mainClass: ["stock", "bond", "abroad"][index % 3])
    }
    for index in [1, 4, 6] { problem.securities[index].allowsAverageBasis = false }
    problem.securities[4].group = "S1"
    problem.accounts = [
      account("T1", .taxable, cash: number(0...8_000)), account("T2", .taxable, cash: number(0...8_000)),
      account("K", .traditional, cash: number(0...3_000)), account("R", .roth, cash: number(0...3_000)),
    ]
    problem.accounts[1].lotMethod = [.fifo, .average][number(0...1)]
    problem.accounts[1].cashReserve = Money(number(0...500))
    problem.accounts[2].menu = ["S0", "S3", "S6"]
    problem.accounts[3].neverBuy = ["S2"]
    problem.accounts[3].neverSell = ["S5"]
    problem.accounts[0].commission = Money(number(0...5))
    if chance(4) { problem.accounts[3].canTrade = false }
    for index in 0..<24 {
      let account: AccountID = ["T1", "T1", "T2", "K", "R"][number(0...4)]
      problem.lots.append(
        lot(LotID("L\(index)"), in: account, SecurityID("S\(number(0...7))"), shares: number(5...120), problem))
    }
    addEvents(to: &problem)
    if chance(4) { problem.settings.maximumTrades = number(1...6) }
    return problem
  }

  /// The same as `small`, with no taxable account.
  mutating func sheltered() -> RebalanceProblem {
    var problem = small()
    let treatments = TaxTreatment.allCases.filter(\.isSheltered)
    for index in problem.accounts.indices {
      problem.accounts[index].treatment = treatments[number(0...treatments.count - 1)]
    }
    return problem
  }

  private mutating func frame(nuisance: Int) -> RebalanceProblem {
    var settings = PlacementSettings()
    settings.minimumTrade = Money(number(0...1) * 500)
    settings.nuisance = Money(nuisance)
    settings.annuity = Weight(number(0...8))
    settings.driftInside = Rate(steps: 2_000_000_000)
    settings.driftOutside = Rate(steps: Int64(number(5...50)) * 10_000_000_000)
    settings.cashYield = "0.03"
    settings.washSalePolicy = [.forbid, .price, .match][number(0...2)]
    var problem = RebalanceProblem(name: "random", asOf: "2026-06-15", settings: settings, cashClass: "cash")
    problem.assetClasses = [("stock", "0.5"), ("bond", "0.3"), ("abroad", "0.17"), ("cash", "0.03")].map {
      RebalanceProblem.AssetClass(id: AssetClassID($0.0), target: $0.1, band: "0.02")
    }
    problem.taxReturns = [taxReturn()]
    return problem
  }

  private mutating func taxReturn() -> TaxReturnProfile {
    var profile = TaxReturnProfile(
      id: "u", year: 2025 + number(0...1), filingStatus: FilingStatus.allCases[number(0...4)],
      ordinaryIncome: Money(number(0...300) * 1_000))
    profile.qualifiedDividends = Money(number(0...3_000))
    profile.realisedShort = Money(number(-4_000...4_000))
    profile.realisedLong = Money(number(-4_000...4_000))
    profile.carryShort = Money(number(0...1) * number(0...5_000))
    profile.carryLong = Money(number(0...1) * number(0...5_000))
    profile.stateRate = "0.05"
    profile.valueOfCarryShort = chance(2) ? "0.2" : "0.1"
    profile.valueOfCarryLong = "0.12"
    profile.futureGainRate = "0.08"
    profile.ordinaryLocationRate = "0.27"
    profile.qualifiedLocationRate = "0.2"
    if chance(3) {
      let income = profile.ordinaryIncome + profile.qualifiedDividends
      profile.cliffs = [.init(threshold: income + Money(number(-3_000...5_000)), cost: Money(number(50...900)))]
    }
    if chance(4) { profile.taxBudget = Money(number(0...300)) }
    return profile
  }

  private mutating func security(
    _ id: String, kind: RebalanceProblem.Security.Kind, price: Int, mainClass: AssetClassID
  ) -> RebalanceProblem.Security {
    var security = RebalanceProblem.Security(id: SecurityID(id), kind: kind, price: Price(price))
    security.classes = chance(4) ? [mainClass: "0.8", "cash": "0.2"] : [mainClass: "1"]
    security.expenseRatio = Rate(steps: Int64(number(1...60)) * 100_000_000)
    security.yield = Rate(steps: Int64(number(0...40)) * 1_000_000_000)
    security.qualified = mainClass == "bond" ? "0" : "0.9"
    security.spread = Rate(steps: Int64(number(0...5)) * 100_000_000)
    return security
  }

  private func account(_ id: AccountID, _ treatment: TaxTreatment, cash: Int) -> RebalanceProblem.Account {
    RebalanceProblem.Account(id: id, owner: "a", treatment: treatment, taxReturn: "u", cash: Money(cash))
  }

  private mutating func lot(
    _ id: LotID, in account: AccountID, _ security: SecurityID, shares: Int, _ problem: RebalanceProblem
  ) -> RebalanceProblem.Lot {
    let price = problem.securities.first { $0.id == security }?.price ?? Price(1)
    let ratio = Weight(steps: Int64(number(40...140)) * 10_000_000_000)
    var lot = RebalanceProblem.Lot(
      id: id, account: account, security: security, shares: Quantity(shares),
      basis: price.scaled(by: ratio, over: Weight(1), rounding: .halfEven) ?? price,
      acquired: problem.asOf.adding(days: -number(1...900)))
    lot.isHeld = chance(12)
    if chance(10) { lot.redemptionFee = "0.01" }
    return lot
  }

  private mutating func addEvents(to problem: inout RebalanceProblem) {
    let first = problem.securities[0].id
    if chance(5) {
      problem.scheduledBuys = [.init(account: "R", security: first, day: problem.asOf.adding(days: number(1...40)))]
    }
    guard chance(4) else { return }
    problem.recentTransactions = [
      .init(
        account: problem.accounts[0].id, security: problem.securities[2].id,
        day: problem.asOf.adding(days: -number(0...39)),
        action: chance(2) ? .buy : .sell, shares: Quantity(1), gain: Money(number(-200...100)), lot: nil)
    ]
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  /// True once in `odds` times.
  private mutating func chance(_ odds: Int) -> Bool { number(1...odds) == 1 }
}
