import Diagnostics
import HouseholdFile
import Ledger
import PortfolioModel
import Statements

extension HouseholdFolder {
  /// Brings prices and currency rates of a CSV file into the ledger, as an import: `hearth prices import`.
  ///
  /// - Parameter symbol: the security, where the file does not name it.
  public func importPrices(
    _ file: String, symbol: String?, at moment: String, isDryRun: Bool = false
  ) throws -> ImportOutcome {
    let household = try document().get().household
    let bytes = try FileBytes.reading(file)
    let table = PriceTable(
      String(decoding: bytes, as: UTF8.self), file: file, symbol: symbol, baseCurrency: household.baseCurrency)
    guard !table.prices.isEmpty else {
      let problems = table.diagnostics.filter { $0.severity == .error }
      throw DiagnosticsError(
        problems.isEmpty
          ? [Diagnostic(.error, code: "price-none", "There is no price in the file.", at: SourceLocation(file: file))]
          : problems)
    }
    var parsed = ParsedFile(file: file, format: .csv, profile: "prices")
    parsed.securities = table.prices
    parsed.rows = table.rows
    let statement = ReadStatement(
      file: parsed, sha256: SHA256Digest.hexadecimal(of: bytes + Array((symbol ?? "").utf8)))
    if isDryRun {
      let ledger = hasLedger ? try ledger(.reading) : try Ledger.inMemory()
      let plan = try ledger.plan([statement], household: household)
      return ImportOutcome(receipt: ImportReceipt(number: nil, plan: plan), diagnostics: table.diagnostics)
    }
    let receipt = try ledger(.writing).record([statement], household: household, at: moment)
    return ImportOutcome(receipt: receipt, diagnostics: table.diagnostics)
  }
}
