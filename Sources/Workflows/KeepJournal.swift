import Diagnostics
import Ledger
public import Measures
public import PortfolioModel
public import Rebalancing

/// What somebody decides: about a plan, or about the targets.
public enum JournalDecision: Sendable, Hashable {
  /// The trades of the plan of a day, or of the newest one, are placed.
  case accepted(planOf: Day?)
  /// Something else was done, or nothing, for this reason.
  case overridden(planOf: Day?, reason: String)
  /// The targets still fit.
  case reviewed
}

extension HouseholdFolder {
  /// Keeps a decision in the ledger, as an import that `undo` takes back: `hearth accept`.
  ///
  /// - Returns: the entry, and the number of its import; `nil` where it was there already.
  public func keep(
    _ decision: JournalDecision, note: String?, on day: Day, at moment: String
  ) throws -> (entry: JournalEntry, number: Int?) {
    let entry: JournalEntry
    var key = "\(decision)"
    switch decision {
    case .reviewed: entry = JournalEntry(day: day, verdict: .reviewed, reason: "the targets are confirmed", note: note)
    case .accepted(let planDay), .overridden(let planDay, _):
      let plan = try plan(of: planDay)
      var reason = note
      if case .overridden(_, let words) = decision { reason = words }
      key = "plan of \(plan.day.map { "\($0)" } ?? "")"
      let verdict: JournalEntry.Verdict = if case .accepted = decision { .accepted } else { .overridden }
      entry = JournalEntry(day: day, verdict: verdict, reason: plan.decision, note: reason, figures: plan.amounts)
    }
    return (entry, try record(entry, key, at: moment))
  }

  /// Keeps that the trades of a proposal are placed.
  ///
  /// - Parameter reason: what the household's rule said.
  public func accept(
    _ proposal: Proposal, because reason: String, note: String?, on day: Day, at moment: String
  ) throws -> (entry: JournalEntry, number: Int?) {
    let entry = JournalEntry(
      day: day, verdict: .accepted, reason: reason, note: note, figures: proposal.journalFigures)
    let trades = proposal.reasons.map { "\($0.side) \($0.shares) \($0.security) in \($0.account)" }
    return (entry, try record(entry, "proposal of \(proposal.problem.asOf): \(trades)", at: moment))
  }

  /// - Parameter key: what tells the decision from another of the same title.
  private func record(_ entry: JournalEntry, _ key: String, at moment: String) throws -> Int? {
    let digest = SHA256Digest.hexadecimal(of: [UInt8]("\(entry.title)\n\(key)".utf8))
    return try ledger(.writing).record(entry, sha256: digest, at: moment)
  }

  /// Everything that was decided until a day.
  public func journal(until day: Day) throws -> [JournalEntry] {
    try ledger(.reading).journal().filter { $0.day <= day }
  }
}
