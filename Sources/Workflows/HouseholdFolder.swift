public import Diagnostics
import Foundation
public import HouseholdFile
import Importers
public import Ledger
import PortfolioModel

/// A household on disk: `household.yaml` says what is intended, `ledger.sqlite` keeps what statements said, `importers/` holds
/// profiles of brokers that Hearth does not know.
public struct HouseholdFolder: Sendable {
  public let path: String

  public init(path: String) { self.path = path }

  /// The folder that was named, else `$HEARTH_HOUSEHOLD`, else the one of the XDG base directory specification.
  public static func chosen(_ option: String?, environment: [String: String]) -> HouseholdFolder {
    if let option, !option.isEmpty { return HouseholdFolder(path: option) }
    if let variable = environment["HEARTH_HOUSEHOLD"], !variable.isEmpty { return HouseholdFolder(path: variable) }
    let data = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    return HouseholdFolder(path: (data ?? (environment["HOME"] ?? "") + "/.local/share") + "/hearth")
  }

  public var householdFile: String { path + "/household.yaml" }
  public var ledgerFile: String { path + "/ledger.sqlite" }
  public var importersFolder: String { path + "/importers" }

  public var hasHouseholdFile: Bool { FileManager.default.fileExists(atPath: householdFile) }
  public var hasLedger: Bool { FileManager.default.fileExists(atPath: ledgerFile) }
}

extension HouseholdFolder {
  /// What `household.yaml` says; a household without one intends nothing yet, and a diagnostic says how to begin.
  public func document() throws -> Reading<HouseholdDocument> {
    guard hasHouseholdFile else {
      return Reading(
        HouseholdDocument(household: Household(name: "Household", assetClasses: BuiltInClasses.all)),
        diagnostics: [
          Diagnostic(
            .warning, code: "household-absent",
            "there is no household file, so no account has a kind and no class a target",
            at: SourceLocation(file: householdFile),
            remedy: "Write one with “hearth init STATEMENT…”, which proposes it from your statements.")
        ])
    }
    return HouseholdFile.reading(try FileBytes.text(of: householdFile), file: householdFile)
  }

  /// The ledger, to look at or to write into.
  ///
  /// - Throws: `DiagnosticsError` where there is none to look at.
  public func ledger(_ access: Ledger.Access) throws -> Ledger {
    if access == .reading, !hasLedger {
      throw DiagnosticsError(
        Diagnostic(
          .error, code: "ledger-absent", "nothing has been imported into this household yet",
          at: SourceLocation(file: ledgerFile), remedy: "Import statements with “hearth import FILE…”."))
    }
    if access == .writing {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }
    return try Ledger(path: ledgerFile, access: access)
  }

  /// A reader that also knows the household's own profiles.
  func statementReader() throws -> StatementReader {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: importersFolder)) ?? [])
      .filter { $0.hasSuffix(".yaml") }.sorted().map { importersFolder + "/" + $0 }
    return StatementReader(extraProfiles: try names.map { ($0, try FileBytes.text(of: $0)) })
  }
}
