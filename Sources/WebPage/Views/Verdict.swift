import Policy
import Workflows

/// Whether the household is to act, in one line, with the reason.
struct Verdict: Sendable {
  let headline: String
  let reason: String
  /// `calm`, `due` or `paused`: how the style sheet shows it.
  let mood: String
  /// What has happened since the targets were confirmed.
  let doubts: [String]
  let hasDoubts: Bool
  let isDue: Bool

  /// - Parameter check: absent where the household has no targets.
  init(_ check: HouseholdCheck?) {
    guard let check else {
      headline = "No targets yet"
      reason = "Without targets Hearth shows what you have, and cannot say whether it is what you want."
      mood = "paused"
      doubts = []
      hasDoubts = false
      isDue = false
      return
    }
    switch check.verdict {
    case .notDue: (headline, mood) = ("Nothing to do", "calm")
    case .due: (headline, mood) = ("Rebalancing is due", "due")
    case .paused: (headline, mood) = ("Paused until the targets are confirmed", "paused")
    }
    let words = "\(check.decision)".trimmingPrefix("not ").trimmingPrefix("due: ")
    reason = words.prefix(1).uppercased() + words.dropFirst() + "."
    doubts = check.doubts.map { "\($0)".prefix(1).uppercased() + "\($0)".dropFirst() + "." }
    hasDoubts = !doubts.isEmpty
    isDue = check.verdict == .due
  }
}
