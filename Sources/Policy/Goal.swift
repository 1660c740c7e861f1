public import Allocation
public import Measures
public import PortfolioModel

/// What money is for, the year in which it is needed, and what it should be held in until then.
public struct Goal: Sendable, Hashable {
  public let name: String
  public let year: Int
  /// Whose it is; nobody's in particular where the file names none.
  public let owners: [MemberID]
  /// The accounts that are for it alone, and the targets that they are held to; none where it is shown by its year alone.
  public let accounts: [AccountID]
  public let targets: [Target]

  public init(
    name: String, year: Int, owners: [MemberID] = [], accounts: [AccountID] = [], targets: [Target] = []
  ) {
    self.name = name
    self.year = year
    self.owners = owners
    self.accounts = accounts
    self.targets = targets
  }
}

/// A goal's accounts against the goal's own targets.
public struct GoalState: Sendable, Hashable {
  public let goal: Goal
  public let allocation: AssetAllocation
  public let decision: RebalanceDecision

  public init(goal: Goal, allocation: AssetAllocation, decision: RebalanceDecision) {
    self.goal = goal
    self.allocation = allocation
    self.decision = decision
  }

  public var yearsLeft: Int { goal.year - allocation.asOf.year }
}

extension InvestmentPolicy {
  /// The household's targets as its goals give them: each goal's, by the value of its accounts.
  ///
  /// `nil` where something of value belongs to no goal with targets: then nobody has said what that should be.
  public func targetsOfGoals(_ values: [AccountID: Money]) -> [Target]? {
    let aimed = goals.filter { !$0.targets.isEmpty }
    let claimed = Set(aimed.flatMap(\.accounts))
    let worth = aimed.map { goal in goal.accounts.reduce(Money.zero) { $0 + max(.zero, values[$1] ?? .zero) } }
    let total = worth.reduce(.zero, +)
    guard total > .zero, values.allSatisfy({ $0.value.isZero || claimed.contains($0.key) }) else { return nil }
    var order: [AssetClassID] = []
    var weights: [AssetClassID: Weight] = [:]
    for (goal, value) in zip(aimed, worth) {
      for target in goal.targets {
        if weights[target.assetClass] == nil { order.append(target.assetClass) }
        weights[target.assetClass, default: .zero] +=
          target.weight.scaled(by: value, over: total, rounding: .halfEven) ?? .zero
      }
    }
    // What rounding leaves goes to the largest, so that the whole is the whole.
    let rest = weights.values.reduce(Weight(1)) { $0 - $1 }
    if let largest = order.max(by: { (weights[$0] ?? .zero, $1) < (weights[$1] ?? .zero, $0) }) {
      weights[largest, default: .zero] += rest
    }
    return order.map { Target(assetClass: $0, weight: weights[$0] ?? .zero, band: band) }
  }
}
