public import Diagnostics
import HouseholdFile
import Importers
import Ledger
public import Measures
import PortfolioModel
public import Statements

/// What became of the files that somebody wanted to import.
public struct ImportOutcome: Sendable {
  /// Absent where a file could not be used: then no file was imported.
  public var receipt: ImportReceipt?
  public var diagnostics: [Diagnostic]
}

extension HouseholdFolder {
  /// Reads one statement without a ledger: `hearth inspect`.
  public func inspect(_ file: String) throws -> Reading<ParsedFile> {
    try statementReader().reading(try FileBytes.reading(file), file: file)
  }

  /// Brings statements into the ledger, all of them or none: `hearth import`.
  ///
  /// - Parameters:
  ///   - names: what a file is called for people where that is not its path, as of one that a browser sent.
  ///   - day: the day on which positions were held, for files that state none; the ledger remembers it for each file.
  ///   - moment: now, in words, for the list of imports.
  ///   - isDryRun: whether only the plan is made.
  ///   - progress: is told each file before it is read, and `nil` before the ledger is written.
  public func importStatements(
    _ files: [String], named names: [String: String] = [:], asOf day: Day? = nil, at moment: String,
    isDryRun: Bool = false,
    progress: (String?) -> Void = { _ in }
  ) throws -> ImportOutcome {
    let household = try document().get().household
    let reader = try statementReader()
    let remembering = hasLedger ? try ledger(.reading) : nil
    // A day more, since files come from other time zones.
    let today = Day(moment.prefix(10)).map { Day(number: $0.number + 1) }
    var statements: [ReadStatement] = []
    var diagnostics: [Diagnostic] = []
    for file in files {
      let name = names[file] ?? file
      progress(name)
      let bytes = try FileBytes.reading(file)
      let sha256 = SHA256Digest.hexadecimal(of: bytes)
      var reading = reader.reading(bytes, file: name, asOf: day, today: today)
      if day == nil, let parsed = reading.value, parsed.hasUndatedPositions,
        let known = try remembering?.daysOfPositions(inFile: sha256), !known.isEmpty
      {
        let others = known.subtracting(parsed.statements.compactMap(\.asOf))
        reading = reader.reading(bytes, file: name, remembered: others.max() ?? known.max(), today: today)
      }
      diagnostics += reading.diagnostics
      guard let parsed = reading.value, !reading.hasErrors else { continue }
      statements.append(ReadStatement(file: parsed, sha256: sha256))
    }
    if diagnostics.contains(where: { $0.severity == .error }) {
      return ImportOutcome(receipt: nil, diagnostics: diagnostics)
    }
    progress(nil)
    let ledger = isDryRun && !hasLedger ? try Ledger.inMemory() : try ledger(isDryRun ? .reading : .writing)
    let receipt =
      isDryRun
      ? ImportReceipt(number: nil, plan: try ledger.plan(statements, household: household))
      : try ledger.record(statements, household: household, at: moment)
    return ImportOutcome(receipt: receipt, diagnostics: diagnostics)
  }

  public func imports() throws -> [ImportRecord] { try ledger(.reading).imports() }

  /// Takes an import back, whatever came after it: `hearth undo`.
  public func undo(_ number: Int) throws -> UndoReceipt {
    let household = try document().get().household
    guard hasLedger else { return try ledger(.reading).undo(number, household: household) }
    return try ledger(.writing).undo(number, household: household)
  }
}
