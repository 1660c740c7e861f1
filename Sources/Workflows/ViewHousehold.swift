public import Allocation
public import Diagnostics
public import HouseholdFile
import Ledger
import Rebalancing
public import Measures
public import Policy
public import PortfolioModel

/// A household on one day: what its ledger knows, described by what its file says.
public struct HouseholdView: Sendable {
  public let document: HouseholdDocument
  public let snapshot: HouseholdSnapshot
  /// What was decided until that day.
  public let journal: [JournalEntry]
  public let diagnostics: [Diagnostic]
}

extension HouseholdFolder {
  /// Everything that the household holds on `asOf`, every account and every security described as far as anybody knows.
  public func view(asOf: Day) throws -> HouseholdView {
    let reading = try document()
    var document = try reading.get()
    document.policy = document.policy.inForce(on: asOf)
    let ledger = try ledger(.reading)
    let snapshot = try ledger.snapshot(
      asOf: asOf, household: document.household, describedBy: { [document] in document.completing($0) })
    let known = document.completing(try snapshot.get())
    return HouseholdView(
      document: document.aimingAtGoals(known), snapshot: known, journal: try ledger.journal().filter { $0.day <= asOf },
      diagnostics: reading.diagnostics + snapshot.diagnostics + (known.isEmpty ? [Self.nothingKnown(on: asOf)] : []))
  }

  private static func nothingKnown(on day: Day) -> Diagnostic {
    Diagnostic(
      .warning, code: "view-empty", "no statement speaks of \(day) or of a day before it",
      remedy: "Look at a later day with --as-of, or import older statements.")
  }
}

extension HouseholdSnapshot {
  /// The day of the newest price or balance.
  fileprivate var lastStatement: Day? { (holdings.compactMap(\.priceDay) + cash.compactMap(\.day)).max() }

  fileprivate var isEmpty: Bool { holdings.isEmpty && cash.allSatisfy(\.amount.isZero) }
}

extension HouseholdView {
  /// Where the household's money is against its targets.
  public func allocation(isAfterTax: Bool = false) -> AssetAllocation {
    let view: AllocationView =
      isAfterTax ? .afterTax(of: snapshot, taxReturns: document.taxReturns) : .preTax
    return document.policy.allocation(of: snapshot, view: view)
  }

  /// Whether the household's rule calls for action once every plan that rebalances itself has done so; `nil` where it has no targets.
  public func decision(isAfterTax: Bool = false) -> RebalanceDecision? {
    document.policy.targets.isEmpty ? nil : decided(on: afterResets().allocation(isAfterTax: isAfterTax))
  }

  func decided(on allocation: AssetAllocation) -> RebalanceDecision {
    document.policy.decision(
      on: allocation, lastReview: journal.lastAnswer(until: snapshot.asOf), lastStatement: snapshot.lastStatement)
  }

  /// What is wrong or doubtful: errors and warnings, for views in which a note would be noise.
  public var problems: [Diagnostic] { diagnostics.filter { $0.severity != .note } }
}
