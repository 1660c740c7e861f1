public import Booking
public import Diagnostics
import HouseholdFile
import Ledger
public import Measures
import PortfolioModel

extension HouseholdFolder {
  /// What the taxable accounts realised in `year`, seen from `asOf`: `hearth gains`.
  public func gains(of year: Int, asOf: Day) throws -> Reading<GainsOfYear> {
    let reading = try document()
    let document = try reading.get()
    let found = try ledger(.reading).gains(
      of: year, asOf: asOf, household: document.household, describedBy: { document.completing($0) })
    return Reading(found.value, diagnostics: reading.diagnostics + found.diagnostics)
  }
}
