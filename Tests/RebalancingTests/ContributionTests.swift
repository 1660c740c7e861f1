import HiGHSSolver
import Measures
import PortfolioModel
import Rebalancing
import TestSupport
import Testing

@Suite("Placing new money")
struct NewMoneyTests {
  private func proposal(_ problem: RebalanceProblem) throws -> Proposal {
    try Rebalancer(solver: HiGHSSolver()).proposal(for: problem)
  }

  @Test("buys what is missing in the account that it came into, and sells nothing", arguments: 0..<12)
  func placed(seed: Int) throws {
    var household = RandomHousehold(seed: 4000 + seed)
    let problem = household.small()
    guard let account = problem.accounts.first(where: \.canTrade) else { return }
    let placed = problem.placing([account.id: "8000"], maySell: false, isElection: false)
    let found = try proposal(placed)
    #expect(found.trades.sales.isEmpty)
    #expect(found.trades.purchases.allSatisfy { $0.account == account.id })
    let after = try #require(found.evaluation.cashAfter[account.id])
    #expect(after >= account.cash - "0.01" && after <= account.cash + "8000")
    #expect(found.evaluation.isFeasible)
  }

  @Test("with everything allowed it is never dearer than with nothing sold", arguments: 0..<6)
  func maySell(seed: Int) throws {
    var household = RandomHousehold(seed: 4100 + seed)
    let problem = household.small()
    guard let account = problem.accounts.first(where: \.canTrade) else { return }
    let strict = try proposal(problem.placing([account.id: "8000"], maySell: false, isElection: false))
    let free = try proposal(problem.placing([account.id: "8000"], maySell: true, isElection: false))
    #expect(free.objective <= strict.objective + "30")
  }
}
