public import Diagnostics
import HouseholdFile
import Ledger
public import Measures
public import Performance
import PortfolioModel

/// What a household earned until a day, and what it has gained by term.
public struct PerformanceAnswer: Sendable {
  public let performance: HouseholdPerformance
  public let gains: GainsByTerm
  public let diagnostics: [Diagnostic]
}

extension HouseholdFolder {
  /// Returns, income, fees and gains, seen from `asOf`: `hearth performance`.
  public func performance(asOf: Day) throws -> PerformanceAnswer {
    let view = try view(asOf: asOf)
    let found = try ledger(.reading).performance(
      asOf: asOf, household: view.document.household,
      describedBy: { [document = view.document] in document.completing($0) })
    return PerformanceAnswer(performance: found, gains: GainsByTerm(of: view.snapshot), diagnostics: view.problems)
  }
}
