public import Booking
public import Diagnostics
internal import GRDB
public import Measures
public import PortfolioModel

extension Ledger {
  /// What statements say until a day, held against transactions, for every account.
  ///
  /// - Parameter describe: what is known of securities that only statements name, such as their group for wash sales.
  public func reconciliation(
    asOf day: Day, household: Household, describedBy describe: (Security) -> Security = { $0 }
  ) throws -> Reading<Reconciliation> {
    let contents = try database.read { try LedgerContents($0, household: household) }
    let names = SecurityNames(contents, household: household)
    var reconciliation = Reconciliation()
    let books = HouseholdBooks(
      contents, household: household, asOf: day, names: names,
      groups: names.groups(household, describedBy: describe))
    for account in books.accounts {
      let reconciling = AccountReconciling(
        account, household: household, names: names, securities: contents.securities)
      reconciliation += reconciling.reconciliation
    }
    return Reading(reconciliation, diagnostics: contents.claims.diagnostics + contents.securities.diagnostics)
  }
}
