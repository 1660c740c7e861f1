import Foundation
import HiGHSSolver
import Measures
import Policy
import PortfolioModel
import Rebalancing
import TestSupport
import Testing

@Suite("Every plan of a tiny household, tried")
struct ExhaustiveTests {
  @Test("the program finds the cheapest plan and its bound lies below it", arguments: 1...36)
  func cheapest(seed: Int) throws {
    var household = RandomHousehold(seed: seed)
    try check(household.tiny())
  }

  @Test("losses that meet replacements share for share too", arguments: 1...Self.washing)
  func matched(seed: Int) throws {
    var household = RandomHousehold(seed: 7000 + seed)
    try check(household.washing())
  }

  /// More of them by hand: `HEARTH_SEEDS=300`.
  private static let washing = ProcessInfo.processInfo.environment["HEARTH_SEEDS"].flatMap { Int($0) } ?? 48

  private func check(_ problem: RebalanceProblem) throws {
    var options = Rebalancer.Options()
    options.gap = "0.01"
    let proposal = try Rebalancer(solver: HiGHSSolver(), options: options).proposal(for: problem)
    let best = Self.cheapestPlan(of: problem)

    #expect(proposal.status == .optimal)
    #expect(proposal.evaluation.violations == [])
    #expect((proposal.objective - best.objective).magnitude < "0.02", "\(proposal.trades) against \(best.trades)")
    #expect(try #require(proposal.bound) < best.objective + "0.02")
  }

  /// Prices every combination of whole shares.
  static func cheapestPlan(of problem: RebalanceProblem) -> (objective: Money, trades: ProposedTrades) {
    let checker = ProposalChecker(problem)
    let nothing = ProposedTrades()
    var best = (objective: checker.evaluation(of: nothing).parts.objective, trades: nothing)
    for sales in combinations(problem.lots.map { lot in (0...wholeShares(lot.shares)).map { sale(of: lot, $0) } }) {
      let sold = sales.compactMap(\.self)
      for purchases in purchases(problem, after: sold) {
        let trades = ProposedTrades(sales: sold, purchases: purchases)
        let evaluation = checker.evaluation(of: trades)
        if evaluation.isFeasible, evaluation.parts.objective < best.objective {
          best = (evaluation.parts.objective, trades)
        }
      }
    }
    return best
  }

  private static func sale(of lot: RebalanceProblem.Lot, _ shares: Int) -> ProposedTrades.Sale? {
    shares == 0
      ? nil : .init(account: lot.account, security: lot.security, lot: lot.id, shares: Quantity(shares))
  }

  /// All purchases that the accounts' money can pay before costs.
  private static func purchases(
    _ problem: RebalanceProblem, after sales: [ProposedTrades.Sale]
  ) -> [[ProposedTrades.Purchase]] {
    let prices = Dictionary(uniqueKeysWithValues: problem.securities.map { ($0.id, $0.price) })
    let value = { (security: SecurityID, shares: Quantity) -> Money in
      prices[security].flatMap { Money(shares, at: $0) } ?? .zero
    }
    let byAccount = problem.accounts.map { account -> [[ProposedTrades.Purchase]] in
      let raised = sales.filter { $0.account == account.id }
        .reduce(account.cash) { $0 + value($1.security, $1.shares) }
      let choices = (account.menu ?? []).map { security in
        (0...30).map { ProposedTrades.Purchase(account: account.id, security: security, shares: Quantity($0)) }
          .filter { value(security, $0.shares) <= raised }
      }
      return combinations(choices).map { $0.filter { $0.shares > .zero } }
    }
    return combinations(byAccount).map { $0.flatMap(\.self) }
  }

  private static func wholeShares(_ shares: Quantity) -> Int { Int(shares.steps / Quantity.stepsPerUnit) }

  private static func combinations<Element>(_ choices: [[Element]]) -> [[Element]] {
    choices.reduce([[]]) { found, next in found.flatMap { one in next.map { one + [$0] } } }
  }
}
