import Diagnostics
import HouseholdFile
import Ledger
import Statements
public import TimeSeries

extension HouseholdFolder {
  /// Brings series of CSV files into the ledger, all or none, as one import: `hearth series import`.
  ///
  /// - Parameter name: what the series is called, where there is one file with one series.
  public func importSeries(
    _ files: [String], name: String?, at moment: String, isDryRun: Bool = false
  ) throws -> ImportOutcome {
    let household = try document().get().household
    var statements: [ReadStatement] = []
    var problems: [Diagnostic] = []
    for file in files {
      let bytes = try FileBytes.reading(file)
      let table = SeriesTable(String(decoding: bytes, as: UTF8.self), file: file, name: name)
      problems += table.diagnostics
      if table.series.isEmpty, table.diagnostics.isEmpty {
        problems.append(
          Diagnostic(.error, code: "series-none", "There is no number in the file.", at: SourceLocation(file: file)))
      }
      var parsed = ParsedFile(file: file, format: .csv, profile: "series")
      parsed.series = table.series
      parsed.rows = table.rows
      statements.append(
        ReadStatement(file: parsed, sha256: SHA256Digest.hexadecimal(of: bytes + Array("series \(name ?? "")".utf8))))
    }
    if problems.contains(where: { $0.severity == .error }) { throw DiagnosticsError(problems) }
    if isDryRun {
      let ledger = hasLedger ? try ledger(.reading) : try Ledger.inMemory()
      return ImportOutcome(
        receipt: ImportReceipt(number: nil, plan: try ledger.plan(statements, household: household)),
        diagnostics: problems)
    }
    let receipt = try ledger(.writing).record(statements, household: household, at: moment)
    return ImportOutcome(receipt: receipt, diagnostics: problems)
  }

  /// All series that were imported, by name.
  public func series() throws -> [DatedSeries] { try hasLedger ? ledger(.reading).series() : [] }
}
