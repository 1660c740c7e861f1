import Diagnostics
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

  init(_ proposal: Proposal) {
    self.proposal = proposal
    problem = proposal.problem
    index = ProblemIndex(problem)
    washSales = WashSaleCheck(problem, index)
    let washSales = washSales
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

  /// Losses of the proposal that the wash-sale rule disallows, named with their dollars.
  var notes: [Diagnostic] {
    guard proposal.evaluation.disallowedLoss > .zero else { return [] }
    return [
      Diagnostic(
        .note, code: "wash-sale-accepted",
        "\(proposal.evaluation.disallowedLoss.grouped(places: 2)) dollars of loss do not count: the same securities are bought within \(problem.settings.washDays) days.",
        remedy: "The wash-sale policy “forbid” makes no such sale.")
    ]
  }
}

extension Proposal {
  /// Fills in why each trade is made, what must not be bought, and what stays off target.
  mutating func explain(_ space: TradeSpace) {
    reasons = ProposalExplanation(self).reasons
    let explanation = ProposalExplanation(self)
    doNotBuy = explanation.bans
    stillOffTarget = explanation.stillOffTarget(space)
    diagnostics += explanation.notes
  }
}

extension Weight {
  /// `2.30 points`.
  var inPoints: String {
    Weight(steps: Int64(clamping: Int128(magnitude.steps) * 100)).formatted(places: 2) + " points"
  }
}
