import Measures
import MixedInteger
import Policy
import Taxes

/// What the whole household may realise in a year, what it has realised until now included: `Σ_u (tax_u − tax_u without gains) ≤ B`,
/// `Σ_u (realised_u + Σ g s) ≤ G`.
struct YearlyBudgets: PlacementTerm {
  func add(to model: inout PlacementModel) {
    let problem = model.space.problem
    if let budget = problem.settings.yearlyTaxBudget {
      limit(
        model.taxes.sorted { $0.key < $1.key }.reduce(into: LinearExpression()) { $0 += $1.value },
        beside: problem.taxReturns.reduce(0) { $0 + taxUntilNow(of: $1) }, to: budget.thousands, .yearlyTax, &model)
    }
    if let budget = problem.settings.yearlyGainBudget {
      var gain = LinearExpression()
      for results in [model.shortResults, model.longResults] {
        for (_, result) in results.sorted(by: { $0.key < $1.key }) { gain += result }
      }
      let realised = problem.taxReturns.reduce(0) { $0 + $1.realisedShort.thousands + $1.realisedLong.thousands }
      limit(gain, beside: realised, to: budget.thousands, .yearlyGain, &model)
    }
  }

  private func taxUntilNow(of profile: TaxReturnProfile) -> Double {
    guard let now = IncomeTax(of: profile), let without = IncomeTax(of: profile.withoutGains) else { return 0 }
    return (now.total - without.total).thousands
  }

  private func limit(
    _ added: LinearExpression, beside known: Double, to budget: Double, _ demand: Demand, _ model: inout PlacementModel
  ) {
    guard !added.terms.isEmpty || known > budget else { return }
    let missing = model.shortfall(known - budget, of: demand)
    model.program.constrain(added - missing, to: budget - known, "yearly")
  }
}
