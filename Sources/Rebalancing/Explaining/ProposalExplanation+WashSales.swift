import Diagnostics
import Measures
import Policy
import PortfolioModel

extension ProposalExplanation {
  /// The losses of the proposal that the wash-sale rule disallows: which trades, how much, and what it would cost to avoid them.
  var washSaleNotes: [Diagnostic] {
    guard proposal.evaluation.disallowedLoss > .zero else { return [] }
    var washed: [String: Set<AccountID>] = [:]
    for reason in proposal.reasons where reason.side == .sell {
      let key = PositionKey(account: reason.account, security: reason.security)
      for part in reason.lots where !counts(part, key) {
        washed[washSales.group(reason.security), default: []].insert(reason.account)
      }
    }
    let pairs = washed.sorted { $0.key < $1.key }.map { sentence(group: $0.key, sellers: $0.value) }
    let price = proposal.avoidingWashSales.map { "A plan without wash sales costs \(dollars($0)) more" }
    return [
      Diagnostic(
        .note, code: "wash-sale-accepted",
        "\(dollars(proposal.evaluation.disallowedLoss)) of loss do not count (wash sale): \(pairs.joined(separator: "; ")).",
        remedy: (price ?? "A plan without wash sales costs more, or none is known that is near")
          + "; the wash-sale policy “forbid” makes it.")
    ]
  }

  /// `BND sold in Joint brokerage, bought in Maya's Roth IRA`.
  private func sentence(group: String, sellers: Set<AccountID>) -> String {
    let trades = proposal.reasons.filter { washSales.group($0.security) == group }
    let sales = trades.filter { $0.side == .sell && sellers.contains($0.account) }
    let purchases = trades.filter { $0.side == .buy }
    let sold = "\(list(sales.map(\.security.rawValue))) sold in \(list(sales.map { name(of: $0.account) }))"
    guard !purchases.isEmpty else {
      return sold + ", bought within \(problem.settings.washDays) days before, or to be bought by itself"
    }
    let others = Set(purchases.map(\.security)) == Set(sales.map(\.security)) ? [] : purchases.map(\.security.rawValue)
    return sold
      + ", \(others.isEmpty ? "" : list(others) + " ")bought in \(list(purchases.map { name(of: $0.account) }))"
  }

  /// Each once: `a, b and c`.
  private func list(_ names: [String]) -> String {
    var seen: Set<String> = []
    let once = names.filter { seen.insert($0).inserted }
    return once.count < 2 ? once.joined() : once.dropLast().joined(separator: ", ") + " and " + (once.last ?? "")
  }
}
