import Diagnostics
import Foundation
public import Measures
public import PortfolioModel
public import Rebalancing

/// The plans that `hearth check` writes, by day: `plans/2026-11-20.json`, and the same as text for people.
extension HouseholdFolder {
  static let plans = "plans"

  /// Writes a plan for its owner alone, in place of an earlier one of that day.
  public func keepPlan(asOf day: Day, json: String, text: String) throws {
    let name = Self.planName(of: day)
    let manager = FileManager.default
    try manager.createDirectory(
      atPath: "\(path)/\(Self.plans)", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    for (ending, content) in [("json", json), ("txt", text)] {
      let file = "\(path)/\(name).\(ending)"
      try Data(content.utf8).write(to: URL(filePath: file), options: .atomic)
      try manager.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    }
  }

  /// The name of a plan within the household's folder, without an ending.
  public static func planName(of day: Day) -> String { "\(plans)/\(day)" }

  /// The plan of a day, or the newest one, as the journal would tell of it.
  ///
  /// - Throws: `DiagnosticsError` where there is none.
  public func plan(of day: Day?) throws -> KeptPlan {
    let folder = "\(path)/\(Self.plans)"
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { $0.hasSuffix(".json") && Day($0.dropLast(5)) != nil }
    guard let name = day.map({ "\($0).json" }) ?? names.max(), names.contains(name) else {
      throw DiagnosticsError(
        Diagnostic(
          .error, code: "file-absent", "there is no plan" + (day.map { " of \($0)" } ?? ""),
          at: SourceLocation(file: folder), remedy: "Make one with “hearth check”, on a day on which it is due."))
    }
    let file = "\(folder)/\(name)"
    do {
      return try JSONDecoder().decode(KeptPlan.self, from: Data(try FileBytes.text(of: file).utf8))
    } catch is DecodingError {
      throw DiagnosticsError(
        Diagnostic(
          .error, code: "plan-unreadable", "this is no plan of Hearth's", at: SourceLocation(file: file),
          remedy: "Make it anew with “hearth check”."))
    }
  }
}

/// What a journal entry needs of a plan.
public struct KeptPlan: Sendable, Decodable {
  private struct Figures: Sendable, Decodable {
    let total, sold, bought, cost, tax: Decimal
  }

  private let asOf: String
  public let decision: String
  private let figures: Figures

  public var day: Day? { Day(asOf) }

  /// The amounts that the document states, to the cent.
  public var amounts: JournalEntry.Figures? {
    let read = [figures.total, figures.sold, figures.bought, figures.cost, figures.tax].compactMap { Money("\($0)") }
    guard read.count == 5 else { return nil }
    return JournalEntry.Figures(total: read[0], sold: read[1], bought: read[2], cost: read[3], tax: read[4])
  }
}

extension Proposal {
  /// What the journal keeps of it.
  public var journalFigures: JournalEntry.Figures {
    func dollars(_ side: TradeReason.Side) -> Money {
      reasons.filter { $0.side == side }.reduce(.zero) { $0 + $1.dollars }
    }
    return JournalEntry.Figures(
      total: evaluation.totalValue, sold: dollars(.sell), bought: dollars(.buy), cost: evaluation.parts.cost,
      tax: evaluation.parts.tax)
  }
}
