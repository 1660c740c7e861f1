import Diagnostics
import Taxes

extension RebalanceProblem {
  /// The same problem with every return of a year to come reckoned with the newest tax table, and a warning for each.
  var withKnownTaxTables: (problem: RebalanceProblem, substitutions: [Diagnostic]) {
    var known = self
    var warnings: [Diagnostic] = []
    for index in taxReturns.indices {
      let profile = taxReturns[index]
      guard let table = TaxTable.forProposal(profile.year), table.year != profile.year else { continue }
      known.taxReturns[index].year = table.year
      warnings.append(
        Diagnostic(
          .warning, code: "tax-table-older",
          "The tax of return \(profile.id) for \(profile.year) is reckoned with the newest table, of \(table.year).",
          element: "tax_returns.\(profile.id).year", remedy: "Brackets rise a little every year: the tax may be lower.")
      )
    }
    return (known, warnings)
  }
}
