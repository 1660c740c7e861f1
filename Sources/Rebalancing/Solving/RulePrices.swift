import Measures
import MixedInteger
import PortfolioModel

/// The prices of the rules that bind: the duals of the program with its trades chosen, amounts free and shares divisible.
///
/// With whole shares no rule binds exactly, and every dual would be zero; without them a dual says what the rule costs on the whole.
struct RulePrices {
  let proposal: Proposal
  let solver: any Solver
  private let index: ProblemIndex

  init(_ proposal: Proposal, solver: any Solver) {
    self.proposal = proposal
    self.solver = solver
    index = ProblemIndex(proposal.problem)
  }

  /// Less than a dollar for a thousand dollars is no price.
  private static let least = Money(1)

  var prices: [RulePrice] {
    get throws {
      let space = TradeSpace(proposal.problem)
      var shape = ProgramShape(whole: TradeSet())
      let trades = Dictionary(grouping: proposal.reasons, by: \.side).mapValues { reasons in
        Set(reasons.map { PositionKey(account: $0.account, security: $0.security) })
      }
      shape.holdings = Set(space.holdings.indices.filter { trades[.sell]?.contains(space.holdings[$0].key) ?? false })
      shape.purchases = Set(space.purchases.indices.filter { trades[.buy]?.contains(space.purchases[$0].key) ?? false })
      var model = PlacementModel(space, shape: shape)
      for variable in model.sales.map(\.isMade) + model.buys.map(\.isMade) { model.program.fix(variable, at: 1) }
      var options = SolverOptions()
      options.absoluteGap = 0.01
      let chosen = try solver.solution(of: model.program, options: options)
      guard chosen.hasSolution else { return [] }
      let linear = model.program.fixingIntegers(at: chosen.values)
      let settled = try solver.solution(of: linear)
      guard settled.duals.count == linear.constraintCount else { return [] }
      return bands(linear, settled) + rows(linear, settled.duals)
    }
  }

  /// Rows that hold dollars: their dual is what a thousand dollars more of room are worth.
  private func rows(_ program: MixedIntegerProgram, _ duals: [Double]) -> [RulePrice] {
    program.rowNames.indices.compactMap { row in
      let name = program.rowNames[row]
      guard let price = Money(nearest: abs(duals[row])), price > Self.least else { return nil }
      if let id = name.suffix(after: "cash.") {
        let account = index.accounts[AccountID(id)]?.name ?? id
        return RulePrice(
          rule: .cash, subject: id, price: price,
          sentence: "1,000 dollars more to spend in \(account) would save \(price.grouped(places: 2)) dollars.")
      }
      guard let id = name.suffix(after: "budget.") else { return nil }
      return RulePrice(
        rule: .taxBudget, subject: id, price: price,
        sentence:
          "1,000 dollars more in the tax budget of return \(id) would save \(price.grouped(places: 2)) dollars.")
    }
  }

  /// The part of a class's distance that lies within its band is at its bound: its reduced cost is what a wider band is worth.
  private func bands(_ program: MixedIntegerProgram, _ solution: ProgramSolution) -> [RulePrice] {
    let reduced = program.reducedCosts(solution.duals)
    return program.names.indices.compactMap { column in
      guard let id = program.names[column].suffix(after: "near."), program.upper[column] > 0,
        solution.values[column] > program.upper[column] - 1e-7,
        let price = Money(nearest: -reduced[column]), price > Self.least
      else { return nil }
      let name = proposal.problem.assetClasses.first { $0.id.rawValue == id }?.name ?? id
      return RulePrice(
        rule: .band, subject: id, price: price,
        sentence: "A band of \(name) wider by 1,000 dollars would save \(price.grouped(places: 2)) dollars.")
    }
  }
}

extension String {
  /// What follows `prefix`; `nil` where the text does not begin with it.
  fileprivate func suffix(after prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
