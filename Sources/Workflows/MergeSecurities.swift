import Diagnostics
import HouseholdFile
import Ledger
import PortfolioModel
public import Statements

extension HouseholdFolder {
  /// Every security under all its names, and those that look like one: `hearth securities`.
  public func securities() throws -> SecurityListing {
    try ledger(.reading).securities(household: try document().get().household)
  }

  /// Takes two securities for one, as an import that `undo` takes back: `hearth securities merge`.
  ///
  /// - Throws: `DiagnosticsError` where a name fits none or several, and where there is nothing to merge.
  public func merge(_ first: String, _ second: String, at moment: String, isDryRun: Bool = false) throws
    -> ImportReceipt
  {
    let household = try document().get().household
    let merge = try ledger(.reading).merge(of: (first, second), household: household)
    let statement = ReadStatement(file: merge.file, sha256: SHA256Digest.hexadecimal(of: [UInt8](merge.title.utf8)))
    if isDryRun {
      return ImportReceipt(number: nil, plan: try ledger(.reading).plan([statement], household: household))
    }
    return try ledger(.writing).record([statement], household: household, at: moment)
  }
}
