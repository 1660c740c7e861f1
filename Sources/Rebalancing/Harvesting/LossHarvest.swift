public import Measures
import Policy
public import PortfolioModel
import Taxes

/// Lots of taxable accounts that are worth less than they cost, and what selling them today would save.
public struct LossHarvest: Sendable {
  public struct Candidate: Sendable, Hashable {
    public let lot: RebalanceProblem.Lot
    public let value: Money
    /// Above zero.
    public let loss: Money
    public let isLongTerm: Bool
    /// What the sale by itself, after everything that the year has realised, takes from this year's tax, exactly.
    public let taxSaved: Money
    /// What the losses carried on by it are worth in later years, at the return's own rates.
    public let laterValue: Money
    /// The part of the loss that purchases which have happened or are scheduled disallow, anywhere in the household (IRC 1091).
    public let disallowed: Money
    /// The first day on which no purchase so far stands in the way.
    public let cleanFrom: Day
    /// What may be held in its place.
    public let replacement: Replacement?
  }

  /// The largest saving first.
  public let candidates: [Candidate]
  /// What selling all of them saves this year; less than the sum of each, once the year's limit on losses is used up.
  public let taxSavedByAll: Money
  public let asOf: Day
  /// The first day on which what was sold, or what is like it, may be bought again anywhere in the household.
  public let buyBackFrom: Day

  /// - Parameter known: what may be bought anywhere though nobody has it, and the exposure of everything by leaf class.
  public init(of problem: RebalanceProblem, known: [PortfolioModel.Security] = []) {
    let market = ReplacementMarket(problem, known: known)
    var problem = problem
    problem.settings.washSalePolicy = .match
    let checker = ProposalChecker(problem)
    let window = problem.settings.washDays
    let securities = Dictionary(problem.securities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let accounts = Dictionary(problem.accounts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var found: [Candidate] = []
    var all = ProposedTrades()
    for lot in problem.lots {
      guard let account = accounts[lot.account], account.treatment == .taxable, account.canTrade, !lot.isHeld,
        !account.neverSell.contains(lot.security), let security = securities[lot.security],
        let value = Money(lot.shares, at: security.price), let basis = Money(lot.shares, at: lot.basis), value < basis
      else { continue }
      let sale = ProposedTrades.Sale(account: lot.account, security: lot.security, lot: lot.id, shares: lot.shares)
      let evaluation = checker.evaluation(of: ProposedTrades(sales: [sale]))
      all.sales.append(sale)
      let last = problem.lastPurchase(like: security, but: lot)
      found.append(
        Candidate(
          lot: lot, value: value, loss: basis - value,
          isLongTerm: HoldingPeriod.isLongTerm(acquired: lot.acquired, sold: problem.asOf),
          taxSaved: -evaluation.parts.tax, laterValue: -evaluation.parts.carryValue,
          disallowed: evaluation.disallowedLoss,
          cleanFrom: max(problem.asOf, last.map { $0.adding(days: window + 1) } ?? problem.asOf),
          replacement: market.nearest(to: security, in: account)))
    }
    candidates = found.sorted { ($1.taxSaved, $1.loss, $0.lot.id) < ($0.taxSaved, $0.loss, $1.lot.id) }
    taxSavedByAll = -checker.evaluation(of: all).parts.tax
    asOf = problem.asOf
    buyBackFrom = problem.asOf.adding(days: window + 1)
  }
}

extension RebalanceProblem {
  /// The latest purchase around the day of a security like this one, past or scheduled, in any account.
  fileprivate func lastPurchase(like security: Security, but lot: Lot) -> Day? {
    let group = Set(securities.filter { $0.group == security.group }.map(\.id))
    let first = asOf.adding(days: -settings.washDays)
    let held = lots.filter { $0.id != lot.id && group.contains($0.security) && $0.acquired >= first }.map(\.acquired)
    let bought = recentTransactions.filter {
      $0.action == .buy && $0.lot != lot.id && group.contains($0.security) && $0.day >= first
    }.map(\.day)
    return (held + bought + scheduledBuys.filter { group.contains($0.security) }.map(\.day)).max()
  }
}
