public import Booking
public import Diagnostics
internal import GRDB
public import Measures
public import PortfolioModel

extension Ledger {
  /// What statements say until a day, held against transactions, for every account.
  public func reconciliation(asOf day: Day, household: Household) throws -> Reading<Reconciliation> {
    let contents = try database.read { try LedgerContents($0, household: household) }
    let names = SecurityNames(contents, household: household)
    var reconciliation = Reconciliation()
    for account in HouseholdBooks(contents, household: household, asOf: day).accounts {
      reconciliation +=
        AccountReconciling(
          account, household: household, names: names, securities: contents.securities
        ).reconciliation
    }
    return Reading(reconciliation, diagnostics: contents.claims.diagnostics + contents.securities.diagnostics)
  }
}
