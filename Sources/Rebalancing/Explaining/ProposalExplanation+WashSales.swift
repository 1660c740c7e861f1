import Diagnostics
import Measures
import Policy
import PortfolioModel

extension ProposalExplanation {
  /// The losses of the proposal that the wash-sale rule disallows: which trades, how much, and what it would cost to avoid them.
  var washSaleNotes: [Diagnostic] {
    guard proposal.evaluation.disallowedLoss > .zero else { return [] }
    let price = proposal.avoidingWashSales.map { "A plan without wash sales costs \(dollars($0)) more" }
    return [
      Diagnostic(
        .note, code: "wash-sale-accepted",
        "\(dollars(proposal.evaluation.disallowedLoss)) of loss do not count (wash sale): "
          + (problem.settings.washSalePolicy == .match ? matchSentences : groupSentences).joined(separator: "; ") + ".",
        remedy: (price ?? "A plan without wash sales costs more, or none is known that is near")
          + "; the wash-sale policy “forbid” makes it.")
    ]
  }

  /// One for each way that losses went: how much, and whether it is deferred or gone for good.
  private var matchSentences: [String] {
    struct Way: Hashable {
      let account: AccountID
      let security: SecurityID
      let replacementAccount: AccountID
      let replacement: SecurityID
      let isLost: Bool
    }
    var ways: [Way] = []
    var losses: [Way: Money] = [:]
    for wash in proposal.evaluation.washes {
      let way = Way(
        account: wash.account, security: wash.security, replacementAccount: wash.replacementAccount,
        replacement: wash.replacementSecurity, isLost: wash.isLost)
      if losses[way] == nil { ways.append(way) }
      losses[way, default: .zero] += wash.disallowed
    }
    return ways.map { way in
      let end = "\(way.replacement) in \(name(of: way.replacementAccount))"
      return "\(dollars(losses[way] ?? .zero)) on \(way.security) in \(name(of: way.account)), "
        + (way.isLost ? "lost for good to \(end)" : "deferred into the basis of \(end)")
    }
  }

  /// One for each group: what was sold and what was bought.
  private var groupSentences: [String] {
    var washed: [String: Set<AccountID>] = [:]
    for reason in proposal.reasons where reason.side == .sell {
      let key = PositionKey(account: reason.account, security: reason.security)
      for part in reason.lots where !disallowed(part, key).isZero {
        washed[washSales.group(reason.security), default: []].insert(reason.account)
      }
    }
    return washed.sorted { $0.key < $1.key }.map { sentence(group: $0.key, sellers: $0.value) }
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
