import Measures
import MixedInteger
import Taxes

/// The tax of every return whose gains the trades can change, as Schedule D, the Qualified Dividends and Capital Gain Tax
/// Worksheet and Form 8960 compute it.
///
/// The tax function is not convex in the realised gains, so that binaries are needed; each type of this folder says which.
struct ReturnTaxes: PlacementTerm {
  func add(to model: inout PlacementModel) {
    for (index, profile) in model.space.problem.taxReturns.enumerated() {
      let short = model.shortResults[index] ?? LinearExpression()
      let long = model.longResults[index] ?? LinearExpression()
      guard !(short.terms.isEmpty && long.terms.isEmpty), let figures = ReturnFigures(profile) else { continue }
      let block = ReturnBlock(
        figures, short: short, long: long, collectible: model.collectibleResults[index] ?? LinearExpression(),
        narrowedTo: model.shape.results[index], in: &model.program)
      model.returns[index] = block
      model.taxes[index] = addTax(of: block, figures, to: &model)
    }
  }

  /// - Returns: what the trades add to the tax.
  private func addTax(
    of block: ReturnBlock, _ figures: ReturnFigures, to model: inout PlacementModel
  ) -> LinearExpression {
    var tax = FederalTax(figures).amount(of: block, in: &model.program)
    tax += NetInvestmentIncome(figures).amount(of: block, in: &model.program)
    tax += figures.profile.stateRate.approximate * block.formLine
    tax += IncomeCliffs(figures).amount(of: block, in: &model.program)
    tax += LinearExpression(-figures.before)
    model.program.minimise(1000 * tax)
    CarryoverValue(figures).add(block, to: &model.program)
    guard let budget = figures.profile.taxBudget?.thousands else { return tax }
    let missing = model.shortfall(
      -budget, of: .budget(figures.profile.id))
    model.program.constrain(tax - missing, to: budget, "budget.\(figures.profile.id)")
    return tax
  }
}

/// The numbers of one return, in thousand dollars.
struct ReturnFigures {
  let profile: TaxReturnProfile
  let status: TaxTable.Status
  /// Tax in all if nothing is traded.
  let before: Double
  let short: Double
  let long: Double
  /// Long-term results from collectibles until now, less the long-term loss carried into the year, which lowers them first.
  let collectible: Double
  let lossLimit: Double
  /// Ordinary income less the deduction, signed.
  let ordinary: Double
  let qualifiedDividends: Double

  /// - Returns: `nil` where there is no table for the year.
  init?(_ profile: TaxReturnProfile) {
    guard let table = TaxTable.forYear(profile.year), let before = IncomeTax(of: profile) else { return nil }
    self.profile = profile
    status = table.status(profile.filingStatus)
    self.before = before.total.thousands
    short = (profile.realisedShort - profile.carryShort).thousands
    long = (profile.realisedLong - profile.carryLong).thousands
    collectible = (profile.realisedCollectible - profile.carryLong).thousands
    lossLimit = status.lossLimit.thousands
    ordinary = (profile.ordinaryIncome - profile.deduction.amount(status)).thousands
    qualifiedDividends = profile.qualifiedDividends.thousands
  }

  /// Modified adjusted gross income before this year's gains and losses.
  var grossIncome: Double { profile.ordinaryIncome.thousands + qualifiedDividends }
}
