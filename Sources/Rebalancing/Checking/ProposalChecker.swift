import Measures
import Policy
import PortfolioModel
import Taxes

/// Prices trades by the rules of a problem in exact arithmetic, and says which rules they break.
///
/// It shares no code with the program that finds the trades, so that each is a check on the other.
public struct ProposalChecker {
  let problem: RebalanceProblem
  let index: ProblemIndex
  let washSales: WashSaleCheck
  let matching: WashSaleMatching
  /// Value of everything before trading, weighted by the accounts' value factors.
  let totalValue: Money

  public init(_ problem: RebalanceProblem) {
    self.problem = problem
    index = ProblemIndex(problem)
    washSales = WashSaleCheck(problem, index)
    matching = WashSaleMatching(problem, index)
    totalValue = HouseholdState(before: problem, index).weightedValue(problem, index)
  }

  /// Feasibility and every part of the objective of `trades`.
  public func evaluation(of trades: ProposedTrades) -> Evaluation {
    var evaluation = Evaluation()
    let before = HouseholdState(before: problem, index)
    guard let sales = lotSales(of: trades, &evaluation.violations) else { return evaluation }
    var after = before
    let costs = apply(sales, trades.purchases, to: &after, &evaluation.violations)
    checkPositions(sales, trades, &evaluation.violations)
    checkCash(after, before, &evaluation.violations)
    checkIssuers(after, &evaluation.violations)

    evaluation.parts.spread = costs.spread
    evaluation.parts.redemption = costs.redemption
    evaluation.parts.commission = costs.commission
    evaluation.parts.nuisance = costs.tradeCount * problem.settings.nuisance
    priceTaxes(sales, trades, &evaluation)
    evaluation.parts.location = location(after) - location(before)
    priceDrift(before: before, after: after, &evaluation)
    evaluation.cashAfter = after.cash
    if let most = problem.settings.maximumTrades, costs.tradeCount > most {
      evaluation.violations.append("\(costs.tradeCount) trades are more than the \(most) allowed.")
    }
    return evaluation
  }
}

/// A sale of one lot, with what it realises.
struct LotSale {
  let lot: RebalanceProblem.Lot
  let shares: Quantity
  let price: Price
  /// Per share; the mean of the position in an account that averages (Reg. 1.1012-1(e)).
  let basis: Price

  var key: PositionKey { PositionKey(account: lot.account, security: lot.security) }
  var proceeds: Money { Money(shares, at: price) ?? .zero }
  var gain: Money { Money(shares, at: price - basis) ?? .zero }
}
