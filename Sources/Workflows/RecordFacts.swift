import Diagnostics
import HouseholdFile
import Ledger
import PortfolioModel
public import Statements

extension HouseholdFolder {
  /// Takes what a person tells into the ledger, as an import that `undo` takes back: `hearth record`.
  ///
  /// - Throws: `DiagnosticsError` where the household has no such account.
  public func record(_ fact: HandWrittenFact, at moment: String, isDryRun: Bool = false) throws -> ImportReceipt {
    let household = try document().get().household
    let fact = HandWrittenFact(
      account: try household.account(named: fact.account).rawValue, fact: fact.fact, day: fact.day)
    let statement = ReadStatement(file: fact.file, sha256: SHA256Digest.hexadecimal(of: [UInt8](fact.title.utf8)))
    if isDryRun {
      let ledger = hasLedger ? try ledger(.reading) : try Ledger.inMemory()
      return ImportReceipt(number: nil, plan: try ledger.plan([statement], household: household))
    }
    return try ledger(.writing).record([statement], household: household, at: moment)
  }
}
