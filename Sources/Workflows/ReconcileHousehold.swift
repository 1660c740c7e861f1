public import Booking
public import Diagnostics
import HouseholdFile
import Ledger
public import Measures
import PortfolioModel

extension HouseholdFolder {
  /// What statements say until `asOf`, held against transactions: `hearth reconcile`.
  public func reconciliation(asOf: Day) throws -> Reading<Reconciliation> {
    let reading = try document()
    let document = try reading.get()
    let found = try ledger(.reading).reconciliation(
      asOf: asOf, household: document.household, describedBy: { document.completing($0) })
    return Reading(found.value, diagnostics: reading.diagnostics + found.diagnostics)
  }
}
