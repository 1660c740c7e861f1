import Measures
import MixedInteger
import Policy
import PortfolioModel
import Taxes

/// Prices one division after the other and keeps the cheapest.
struct WithdrawalSearch {
  let rebalancer: Rebalancer
  let problem: RebalanceProblem
  let question: WithdrawalQuestion
  let observer: ((SolverProgress) -> SolverVerdict)?
  let plans: WithdrawalPlans
  private(set) var best: Withdrawal?
  private var bestIncome = Money.zero
  private var wasStopped = false
  private var priced: Set<[AccountID: Money]> = []

  init(
    rebalancer: Rebalancer, problem: RebalanceProblem, question: WithdrawalQuestion,
    observer: ((SolverProgress) -> SolverVerdict)?
  ) {
    self.rebalancer = rebalancer
    self.problem = problem
    self.question = question
    self.observer = observer
    plans = WithdrawalPlans(problem, question)
  }

  /// First how much is to be ordinary income, then which taxable account gives how much of the rest.
  mutating func search() throws {
    try searchIncomes()
    try shiftAmongTaxable()
  }

  /// The amounts from which another rate begins, then five times the middle between the best one and its neighbours.
  private mutating func searchIncomes() throws {
    var incomes = plans.incomes
    for income in incomes { try price(income) }
    for _ in 0..<5 {
      guard let index = incomes.firstIndex(of: bestIncome) else { return }
      let neighbours = [index - 1, index + 1].filter(incomes.indices.contains).map { incomes[$0] }
      for neighbour in neighbours {
        let middle = Money(steps: (neighbour.steps + bestIncome.steps) / 2).rounded(toPlaces: 0, .halfEven)
        guard !incomes.contains(middle) else { continue }
        incomes.append(middle)
        try price(middle)
      }
      incomes.sort()
    }
  }

  /// Moves a half, then a quarter and so on from one taxable account to another, as long as that is cheaper.
  private mutating func shiftAmongTaxable() throws {
    let accounts = question.sources.filter { $0.taxation == .gains }.map(\.account)
    for part in [2, 4, 8, 16] as [Int64] {
      let step = Money(steps: question.amount.steps / part).rounded(toPlaces: 0, .halfEven)
      for giver in accounts {
        for taker in accounts where taker != giver {
          guard let plan = best.flatMap({ plans.shifted($0.amounts, by: step, from: giver, to: taker) }) else {
            continue
          }
          _ = try isBest(plan)
        }
      }
    }
  }

  private mutating func price(_ income: Money) throws {
    for plan in plans.plans(income: income) where try isBest(plan) { bestIncome = income }
  }

  /// Prices a division once; whether it is cheaper than all before it.
  private mutating func isBest(_ plan: [AccountID: Money]) throws -> Bool {
    guard !wasStopped, priced.insert(plan).inserted else { return false }
    let asked = problem.after(plan, question)
    let proposal = try rebalancer.proposal(for: asked, observer: observer)
    wasStopped = proposal.status == .stopped
    guard !wasStopped, proposal.status != .infeasible else { return false }
    let withdrawal = Self.priced(plan, proposal, asked: asked, before: problem, question)
    guard best.map({ withdrawal.objective < $0.objective }) ?? true else { return false }
    best = withdrawal
    return true
  }

  private static func priced(
    _ plan: [AccountID: Money], _ proposal: Proposal, asked: RebalanceProblem, before: RebalanceProblem,
    _ question: WithdrawalQuestion
  ) -> Withdrawal {
    var now = proposal.evaluation.parts.tax
    var later = Money.zero
    for (old, new) in zip(before.taxReturns, asked.taxReturns) where old.ordinaryIncome != new.ordinaryIncome {
      let taxes = [new, old].map { IncomeTax(of: $0)?.total ?? .zero }
      now += taxes[0] - taxes[1]
      let rate = old.withdrawalRate ?? old.ordinaryLocationRate
      later += (new.ordinaryIncome - old.ordinaryIncome).times(rate) ?? .zero
    }
    for source in question.sources where source.isPenalised {
      now += (plan[source.account] ?? .zero).times(WithdrawalSource.penalty) ?? .zero
    }
    let parts = proposal.evaluation.parts
    later -= parts.carryValue + parts.embedded
    let objective = parts.objective - parts.tax - parts.carryValue - parts.embedded + now - later
    return Withdrawal(amounts: plan, proposal: proposal, taxNow: now, taxSavedLater: later, objective: objective)
  }
}
