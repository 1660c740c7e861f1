import HiGHSSolver
import Measures
import Policy
import PortfolioModel
import Rebalancing
import Taxes
import TestSupport
import Testing

@Suite("What holds for every household")
struct PropertyTests {
  @Test("the rules hold, and the plan is no worse than doing nothing", arguments: 1...24)
  func rules(seed: Int) throws {
    var household = RandomHousehold(seed: 1000 + seed)
    let problem = household.small()
    let proposal = try Rebalancer(solver: HiGHSSolver()).proposal(for: problem)

    #expect(proposal.evaluation.violations == [])
    #expect(proposal.objective <= proposal.nothing.parts.objective)
    #expect(try #require(proposal.bound) <= proposal.objective)
    if problem.settings.washSalePolicy == .forbid { #expect(proposal.evaluation.disallowedLoss == .zero) }
    for purchase in proposal.trades.purchases {
      let account = try #require(problem.accounts.first { $0.id == purchase.account })
      #expect(account.canTrade && !account.neverBuy.contains(purchase.security))
      #expect(account.menu?.contains(purchase.security) ?? true)
    }
    for sale in proposal.trades.sales {
      let lots = problem.lots.filter { $0.account == sale.account && $0.security == sale.security && !$0.isHeld }
      let held = sale.lot.map { id in lots.filter { $0.id == id } } ?? lots
      #expect(sale.shares <= held.reduce(.zero) { $0 + $1.shares })
    }
    for trade in proposal.reasons {
      let sellable = problem.lots.filter {
        $0.account == trade.account && $0.security == trade.security && !$0.isHeld
      }
      let isEverything = trade.side == .sell && trade.shares == sellable.reduce(.zero) { $0 + $1.shares }
      #expect(isEverything || trade.dollars >= problem.settings.minimumTrade)
    }
    for account in problem.accounts {
      let cash = try #require(proposal.evaluation.cashAfter[account.id])
      #expect(cash >= account.cashReserve)
      #expect(cash - account.cash == Self.cashChange(in: account, problem, proposal.trades))
    }
  }

  /// Money is neither made nor lost: what the sales bring less what the purchases and the costs take.
  private static func cashChange(
    in account: RebalanceProblem.Account, _ problem: RebalanceProblem, _ trades: ProposedTrades
  ) -> Money {
    let securities = Dictionary(uniqueKeysWithValues: problem.securities.map { ($0.id, $0) })
    var change = Money.zero
    var sides = Set<String>()
    for sale in trades.sales where sale.account == account.id {
      sides.insert("sell \(sale.security)")
      guard let security = securities[sale.security] else { continue }
      // A sheltered sale without a lot takes lots in their order, each rounded by itself.
      let lots = problem.lots.filter { $0.account == account.id && $0.security == sale.security && !$0.isHeld }
        .sorted { ($0.acquired, $0.id) < ($1.acquired, $1.id) }
      var left = sale.shares
      for lot in lots where sale.lot == nil || sale.lot == lot.id {
        let taken = min(left, lot.shares)
        left = left - taken
        let proceeds = Money(taken, at: security.price) ?? .zero
        change = change + proceeds - half(security, proceeds) - (proceeds.times(lot.redemptionFee) ?? .zero)
      }
    }
    for purchase in trades.purchases where purchase.account == account.id {
      sides.insert("buy \(purchase.security)")
      guard let security = securities[purchase.security] else { continue }
      let amount = Money(purchase.shares, at: security.price) ?? .zero
      change = change - amount - half(security, amount)
    }
    return sides.reduce(change) { left, _ in left - account.commission }
  }

  private static func half(_ security: RebalanceProblem.Security, _ amount: Money) -> Money {
    amount.times(Rate(steps: security.spread.steps / 2)) ?? .zero
  }

  @Test("the household is no worse off than its accounts would be by themselves", arguments: 1...12)
  func apart(seed: Int) throws {
    var random = RandomHousehold(seed: 3000 + seed)
    var problem = random.small()
    problem.settings.washSalePolicy = .price
    problem.settings.maximumTrades = nil
    problem.taxReturns[0].taxBudget = nil
    var options = Rebalancer.Options()
    options.gap = Money(1)
    let rebalancer = Rebalancer(solver: HiGHSSolver(), options: options)
    // Account by account, each to the household's targets and knowing nothing of the others; a plan that no rule forbids.
    var apart = ProposedTrades()
    for account in problem.accounts {
      var only = problem
      only.accounts = [account]
      only.lots = problem.lots.filter { $0.account == account.id }
      only.recentTransactions = problem.recentTransactions.filter { $0.account == account.id }
      only.scheduledBuys = problem.scheduledBuys.filter { $0.account == account.id }
      let trades = try rebalancer.proposal(for: only).trades
      apart.sales += trades.sales
      apart.purchases += trades.purchases
    }
    let separate = ProposalChecker(problem).evaluation(of: apart)
    let together = try rebalancer.proposal(for: problem)
    #expect(together.status == .optimal)
    if separate.isFeasible { #expect(together.objective <= separate.parts.objective + Money(1)) }
  }

  @Test("the order of the input does not matter", arguments: 1...6)
  func order(seed: Int) throws {
    var household = RandomHousehold(seed: 2000 + seed)
    let problem = household.small()
    var generator = SeededGenerator(seed: UInt64(seed))
    var shuffled = problem
    shuffled.accounts.shuffle(using: &generator)
    shuffled.securities.shuffle(using: &generator)
    shuffled.assetClasses.shuffle(using: &generator)
    shuffled.lots.shuffle(using: &generator)
    shuffled.taxReturns.shuffle(using: &generator)
    shuffled.recentTransactions.shuffle(using: &generator)
    shuffled.scheduledBuys.shuffle(using: &generator)
    let rebalancer = Rebalancer(solver: HiGHSSolver())
    #expect(try rebalancer.proposal(for: shuffled).trades == rebalancer.proposal(for: problem).trades)
  }
}
