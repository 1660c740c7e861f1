import Measures
import Policy
import PortfolioModel

/// Says in sentences why the trades of a proposal are what they are.
struct ProposalExplanation {
  let proposal: Proposal
  let problem: RebalanceProblem
  let index: ProblemIndex
  let washSales: WashSaleCheck
  let boughtGroups: Set<String>
  let soldShares: [LotID: Quantity]
  /// Where losses meet replacements share for share: what of each lot's loss is disallowed.
  let washedLosses: [LotID: Money]

  init(_ proposal: Proposal) {
    self.proposal = proposal
    problem = proposal.problem
    index = ProblemIndex(problem)
    washSales = WashSaleCheck(problem, index)
    let washSales = washSales
    soldShares = Dictionary(
      proposal.trades.sales.compactMap { sale in sale.lot.map { ($0, sale.shares) } }, uniquingKeysWith: +)
    washedLosses = Dictionary(
      proposal.evaluation.washes.map { ($0.sale, $0.disallowed) }, uniquingKeysWith: +)
    boughtGroups = Set(proposal.trades.purchases.map { washSales.group($0.security) })
  }

  /// How far a class lies from its target, as a fraction of the household.
  func distance(of assetClass: RebalanceProblem.AssetClass, in weights: [AssetClassID: Weight]) -> Weight {
    (weights[assetClass.id] ?? .zero) - assetClass.target
  }

  func name(of account: AccountID) -> String { index.accounts[account]?.name ?? account.rawValue }

  /// The class that most of a security belongs to.
  func mainClass(of security: SecurityID) -> RebalanceProblem.AssetClass? {
    let heaviest = index.securities[security]?.classes.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return problem.assetClasses.first { $0.id == heaviest?.key }
  }

}

extension Proposal {
  /// Fills in why each trade is made, what must not be bought, when waiting pays, and what stays off target.
  mutating func explain(_ space: TradeSpace) {
    reasons = ProposalExplanation(self).reasons
    let explanation = ProposalExplanation(self)
    doNotBuy = explanation.bans
    waiting = explanation.waiting
    stillOffTarget = explanation.stillOffTarget(space)
    diagnostics += explanation.washSaleNotes + explanation.tradingLimitNotes
  }
}

extension Weight {
  /// `2.30 points`.
  var inPoints: String {
    Weight(steps: Int64(clamping: Int128(magnitude.steps) * 100)).formatted(places: 2) + " points"
  }
}
