import Diagnostics
import HouseholdFile
public import Policy
import PortfolioModel
import Rebalancing

extension HouseholdView {
  /// The accounts that rebalance themselves, each with the next day on which it does.
  public var resets: [AutomaticReset] {
    document.policy.resets(of: document.household, asOf: snapshot.asOf)
      .filter { !snapshot.unassigned.contains($0.account) }
  }

  /// The same household once every plan that rebalances itself has done so, and will trade nothing else.
  ///
  /// - Parameter untouched: accounts that count as they are.
  func afterResets(but untouched: Set<AccountID> = []) -> HouseholdView {
    var (later, document) = (snapshot, document)
    for reset in resets where !untouched.contains(reset.account) {
      document.scheduledBuys += later.apply(reset)
    }
    return HouseholdView(document: document, snapshot: later, journal: journal, diagnostics: diagnostics)
  }

  /// That plans act by themselves, and what that means for a proposal: one note for each.
  ///
  /// - Parameter isClosed: of accounts in which nothing is traded; else of those that take new money.
  func resetNotes(of accounts: Set<AccountID>, isClosed: Bool) -> [Diagnostic] {
    let meaning =
      isClosed ? "it counts as it will be then, and nothing is traded in it" : "what is bought in it lasts until then"
    return resets.filter { accounts.contains($0.account) }.map { reset in
      Diagnostic(
        .note, code: "rebalance-automatic", "\(reset): \(meaning)",
        element: "accounts.\(reset.account).auto_rebalance",
        remedy: "To move money in it, change the parts that the plan resets to, there and in household.yaml.")
    }
  }
}
