import Measures
public import MixedInteger
import Policy
import PortfolioModel

extension Rebalancer {
  /// The proposal with the worth of every trade and the price of every binding rule: one search for each trade, and one more where the
  /// number of trades is limited.
  ///
  /// A stop by the observer ends it; what was found until then is kept.
  public func explaining(
    _ proposal: Proposal, observer: ((SolverProgress) -> SolverVerdict)? = nil
  ) throws -> Proposal {
    var explained = proposal
    guard proposal.status != .infeasible else { return explained }
    explained.prices = try RulePrices(proposal, solver: solver).prices
    for reason in proposal.reasons {
      let other = try unexplained(TradeSpace(proposal.problem.without(reason)), observer)
      if other.status == .stopped { return explained }
      // What a reserve or a budget needs has no price in dollars.
      if other.status == .infeasible { continue }
      explained.worths.append(
        TradeWorth(
          account: reason.account, security: reason.security, side: reason.side,
          difference: other.evaluation.parts - proposal.evaluation.parts))
    }
    guard let most = proposal.problem.settings.maximumTrades, proposal.tradeCount >= most else { return explained }
    var wider = proposal.problem
    wider.settings.maximumTrades = most + 1
    let other = try unexplained(TradeSpace(wider), observer)
    let saved = proposal.objective - other.objective
    if other.status != .stopped, saved > .zero {
      explained.prices.append(
        RulePrice(
          rule: .tradeLimit, subject: nil, price: saved,
          sentence: "One trade more than \(most) would save \(saved.grouped(places: 2)) dollars."))
    }
    return explained
  }
}

extension RebalanceProblem {
  /// The same problem with one trade forbidden.
  fileprivate func without(_ trade: TradeReason) -> RebalanceProblem {
    var other = self
    for index in accounts.indices where accounts[index].id == trade.account {
      switch trade.side {
      case .sell: other.accounts[index].neverSell.append(trade.security)
      case .buy: other.accounts[index].neverBuy.append(trade.security)
      }
    }
    return other
  }
}
