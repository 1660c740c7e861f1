public import Diagnostics
import HouseholdFile
import Ledger
public import Measures
public import Policy
public import PortfolioModel
public import Rebalancing
public import Taxes

/// New money on its way into the household.
public struct ContributionQuestion: Sendable {
  /// What the household adds, and what an employer adds to it.
  public var contributions: [AccountID: YearContributions]
  /// What comes from another plan or IRA, which counts against no limit (IRC 402(c), 408(d)(3)).
  public var rollovers: [AccountID: Money]
  /// How often the same comes again; `nil` for once.
  public var every: ScheduledBuy.Interval?
  /// Whether anything may be sold beside it.
  public var maySell: Bool
  public var hasFamilyCover: Bool

  public init(
    contributions: [AccountID: YearContributions], rollovers: [AccountID: Money] = [:],
    every: ScheduledBuy.Interval? = nil, maySell: Bool = false, hasFamilyCover: Bool = false
  ) {
    self.contributions = contributions
    self.rollovers = rollovers
    self.every = every
    self.maySell = maySell
    self.hasFamilyCover = hasFamilyCover
  }

  /// All that comes in at once, by account.
  public var money: [AccountID: Money] {
    contributions.mapValues { $0.own + $0.employer }.merging(rollovers, uniquingKeysWith: +)
  }

  public var total: Money { money.values.reduce(.zero, +) }
}

extension HouseholdView {
  /// The placement problem of new money. What comes again and again is placed as a year of it, so that an election lasts.
  ///
  /// - Throws: `DiagnosticsError` where the household has no such account.
  public func problem(placing question: ContributionQuestion) throws -> Reading<RebalanceProblem> {
    let posed = problem(asItIs: Set(question.money.keys))
    guard let problem = posed.value else { return posed }
    try checkNames(question.money.keys.sorted())
    let times = question.every?.timesAYear ?? 1
    let money = question.money.mapValues { times * $0 }
    return Reading(
      problem.placing(money, maySell: question.maySell, isElection: question.every != nil),
      diagnostics: posed.diagnostics + resetNotes(of: Set(question.money.keys), isClosed: false))
  }

  func checkNames(_ accounts: [AccountID]) throws {
    for account in accounts where !document.household.accounts.contains(where: { $0.id == account }) {
      throw document.household.noAccount(named: account.rawValue)
    }
  }
}

extension HouseholdFolder {
  /// The yearly limits that the contributions count against; `nil` for a year whose limits are not known.
  public func rooms(for question: ContributionQuestion, of view: HouseholdView) throws -> [ContributionRoom]? {
    let year = view.snapshot.asOf.year
    guard let limits = ContributionLimits.forYear(year) else { return nil }
    let household = view.document.household
    return limits.rooms(
      of: household, soFar: try ledger(.reading).contributions(in: year, household: household),
      coming: question.contributions, hasFamilyCover: question.hasFamilyCover)
  }
}

extension ScheduledBuy.Interval {
  /// How often in a year.
  var timesAYear: Int {
    switch self {
    case .weekly: 52
    case .biweekly: 26
    case .monthly: 12
    case .quarterly: 4
    case .annual: 1
    }
  }
}
