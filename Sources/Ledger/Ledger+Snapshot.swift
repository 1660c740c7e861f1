public import Diagnostics
internal import GRDB
public import Measures
public import PortfolioModel

extension Ledger {
  /// All holdings and cash of all accounts at the end of a day, with what taxes need to know of the year so far.
  ///
  /// The latest list of positions on or before the day counts the units, and transactions after it go on from there. Nothing
  /// is invented: what history does not explain has no basis and no date, and is said.
  ///
  /// - Parameter describe: what is known of securities that only statements name, such as their group for wash sales.
  public func snapshot(
    asOf day: Day, household: Household, describedBy describe: (Security) -> Security = { $0 }
  ) throws -> Reading<HouseholdSnapshot> {
    let contents = try database.read { try LedgerContents($0, household: household) }
    var making = SnapshotMaking(contents, household: household, asOf: day)
    making.make(describedBy: describe)
    return Reading(making.snapshot, diagnostics: making.diagnostics)
  }
}
