import Diagnostics
import HiGHSSolver
import Measures
import Policy
import PortfolioModel
import Rebalancing
import TestSupport
import Testing

@Suite("What trades are worth and rules cost")
struct ExplainingTests {
  private func rebalancer(gap: Money) -> Rebalancer {
    var options = Rebalancer.Options()
    options.gap = gap
    return Rebalancer(solver: HiGHSSolver(), options: options)
  }

  @Test("a trade's worth is what the best plan without it costs more", arguments: 1...3)
  func worths(seed: Int) throws {
    var household = RandomHousehold(seed: 6000 + seed)
    let problem = household.small()
    let rebalancer = rebalancer(gap: Money(1))
    let plain = try rebalancer.proposal(for: problem)
    let found = try rebalancer.explaining(plain)
    guard plain.status == .optimal else { return }
    #expect(found.trades == plain.trades)
    #expect(found.worths.count == plain.reasons.count)
    for (worth, reason) in zip(found.worths, plain.reasons) {
      #expect((worth.account, worth.security, worth.side) == (reason.account, reason.security, reason.side))
      // Both plans are within a dollar of their best, so that no trade harms by more.
      #expect(worth.difference.objective > Money(-2))
    }
    guard let first = plain.reasons.first, let worth = found.worths.first else { return }
    var without = problem
    for index in without.accounts.indices where without.accounts[index].id == first.account {
      if first.side == .sell { without.accounts[index].neverSell.append(first.security) }
      if first.side == .buy { without.accounts[index].neverBuy.append(first.security) }
    }
    let other = try rebalancer.proposal(for: without)
    #expect(worth.difference.objective == other.objective - plain.objective)
  }

  @Test("a limit on trades has the price of one more")
  func tradeLimit() throws {
    var household = RandomHousehold(seed: 6003)
    var problem = household.small()
    problem.settings.maximumTrades = 1
    let rebalancer = rebalancer(gap: Money("0.01"))
    let found = try rebalancer.explaining(rebalancer.proposal(for: problem))
    let price = try #require(found.prices.first { $0.rule == .tradeLimit })
    problem.settings.maximumTrades = 2
    #expect(try price.price == found.objective - rebalancer.proposal(for: problem).objective)
    #expect(price.price > .zero)
  }

  @Test("a reserve that keeps money from its class has its price: half as much less saves half of it")
  func cash() throws {
    var household = RandomHousehold(seed: 6001)
    var problem = household.small()
    problem.accounts = [.init(id: "R", owner: "a", treatment: .roth, taxReturn: "u", cash: Money(2_000))]
    problem.accounts[0].menu = ["S0"]
    problem.accounts[0].cashReserve = Money(1_000)
    problem.lots = []
    problem.recentTransactions = []
    problem.settings.maximumTrades = nil
    problem.assetClasses[0].target = "1"
    for index in 1...3 { problem.assetClasses[index].target = .zero }
    problem.securities[0].classes = ["stock": "1"]
    let rebalancer = rebalancer(gap: Money("0.01"))
    let found = try rebalancer.explaining(rebalancer.proposal(for: problem))
    let price = try #require(found.prices.first { $0.rule == .cash })
    #expect(price.subject == "R")
    problem.accounts[0].cashReserve = Money(500)
    let saved = found.objective - (try rebalancer.proposal(for: problem).objective)
    #expect((saved + saved - price.price).magnitude < Money("0.1"))
    #expect(found.prices.filter { $0.rule == .band }.map(\.subject) == ["cash", "stock"])
  }
}
