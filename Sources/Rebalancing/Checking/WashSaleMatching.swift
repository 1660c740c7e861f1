import Measures
import Policy
import PortfolioModel
import Taxes

/// Which losses of a proposal the law disallows, share for share, over all accounts of the household (policy `match`).
///
/// Loss lots in the order of (acquired, id) meet replacements in the order of (day, account, security): lots acquired in the window
/// as far as they are not sold now, listed purchases whose lot is not listed, purchases of the proposal, and purchases to
/// come. What replaced the shares of a recorded loss is used up. A loss is worth what the prices of the day of the proposal say.
struct WashSaleMatching {
  /// Shares that can replace something.
  private struct Source {
    let account: AccountID
    let terms: WashSaleMatch.Replacement
    /// What recorded losses have used of it.
    var used = Quantity.zero

    /// Its lot, or what a lot of that day would be called.
    var name: String { terms.lot?.rawValue ?? "\(account)/\(terms.security)/\(terms.day)" }
    var key: (Day, AccountID, SecurityID, String) { (terms.day, account, terms.security, terms.lot?.rawValue ?? "") }
  }

  private let problem: RebalanceProblem
  private let index: ProblemIndex
  /// By group, in order; without what the proposal buys.
  private var known: [String: [Source]] = [:]

  init(_ problem: RebalanceProblem, _ index: ProblemIndex) {
    self.problem = problem
    self.index = index
    let losses = recordedLosses
    let first = min(problem.asOf, losses.first?.day ?? problem.asOf).adding(days: -problem.settings.washDays)
    for lot in problem.lots where lot.acquired >= first && lot.acquired <= problem.asOf {
      add(lot.account, lot.security, lot: lot.id, on: lot.acquired, shares: lot.shares)
    }
    let listed = Set(problem.lots.map(\.id))
    for trade in problem.recentTransactions where trade.action == .buy && trade.day <= problem.asOf {
      if let lot = trade.lot, listed.contains(lot) { continue }
      let shares = trade.shares.isZero ? nil : trade.shares
      add(trade.account, trade.security, lot: trade.lot, on: trade.day, shares: shares)
    }
    for buy in problem.scheduledBuys where buy.day >= problem.asOf {
      add(buy.account, buy.security, lot: nil, on: buy.day, shares: buy.shares)
    }
    for group in known.keys { known[group]?.sort { $0.key < $1.key } }
    use(for: losses)
  }

  private func group(_ security: SecurityID) -> String { index.securities[security]?.group ?? security.rawValue }

  private mutating func add(_ account: AccountID, _ security: SecurityID, lot: LotID?, on day: Day, shares: Quantity?) {
    // Units of what the household does not describe cannot be compared: they replace whatever was sold.
    let price = index.securities[security]?.price
    let terms = WashSaleMatch.Replacement(
      security: security, lot: lot, day: day, shares: price == nil ? nil : shares, price: price ?? .zero)
    known[group(security), default: []].append(Source(account: account, terms: terms))
  }

  /// Sales at a loss whose replacements are not marked yet, in order.
  private var recordedLosses: [RebalanceProblem.RecentTransaction] {
    guard !problem.recordedLossesAreMatched else { return [] }
    let losses = problem.recentTransactions.filter { trade in
      trade.action == .sell && trade.gain?.isNegative ?? false && trade.day <= problem.asOf
        && index.accounts[trade.account]?.treatment == .taxable
    }
    return losses.sorted { ($0.day, $0.account, $0.security) < ($1.day, $1.account, $1.security) }
  }

  /// What was sold at a loss before has its replacements already.
  private mutating func use(for losses: [RebalanceProblem.RecentTransaction]) {
    for (group, trades) in Dictionary(grouping: losses, by: { group($0.security) }) {
      guard var sources = known[group] else { continue }
      let terms = trades.compactMap { trade in
        index.securities[trade.security].map {
          WashSaleMatch.Loss(
            security: trade.security, lot: trade.lot, day: trade.day, shares: trade.shares, price: $0.price)
        }
      }
      let matches = WashSaleMatch.all(of: terms, among: sources.map(\.terms), within: problem.settings.washDays)
      for match in matches where match.replaced > .zero { sources[match.replacement].used += match.replaced }
      known[group] = sources
    }
  }

  /// The washes among `sales`, each with the place of its sale in the list.
  func washes(of sales: [LotSale], _ purchases: [ProposedTrades.Purchase]) -> [(sale: Int, wash: Evaluation.WashSale)] {
    let losing = sales.indices.filter { place in
      let sale = sales[place]
      return sale.basis > sale.price && sale.shares > .zero
        && index.accounts[sale.lot.account]?.treatment == .taxable
    }
    let sold = Dictionary(sales.map { ($0.lot.id, $0.shares) }, uniquingKeysWith: +)
    var washes: [(Int, Evaluation.WashSale)] = []
    for (group, places) in Dictionary(grouping: losing, by: { group(sales[$0].lot.security) }).sorted(by: {
      $0.key < $1.key
    }) {
      let places = places.sorted {
        (sales[$0].lot.acquired, sales[$0].lot.id) < (sales[$1].lot.acquired, sales[$1].lot.id)
      }
      let sources = sources(of: group, sold, purchases)
      let losses = places.map { place in
        WashSaleMatch.Loss(
          security: sales[place].lot.security, lot: sales[place].lot.id, day: problem.asOf,
          shares: sales[place].shares, price: sales[place].price)
      }
      for match in WashSaleMatch.all(of: losses, among: sources.map(\.terms), within: problem.settings.washDays) {
        let place = places[match.loss]
        let wash = wash(match, of: sales[place], group, by: sources[match.replacement])
        if wash.disallowed > .zero { washes.append((place, wash)) }
      }
    }
    return washes
  }

  /// What can replace shares of a group once the proposal is carried out.
  private func sources(
    of group: String, _ sold: [LotID: Quantity], _ purchases: [ProposedTrades.Purchase]
  ) -> [Source] {
    var sources = (known[group] ?? []).map { source in
      guard let shares = source.terms.shares else { return source }
      // What has replaced before is sold first: the rest is there to replace.
      let kept = source.terms.lot.map { shares - (sold[$0] ?? .zero) } ?? shares
      var terms = source.terms
      terms.shares = max(.zero, min(kept, shares - source.used))
      return Source(account: source.account, terms: terms)
    }
    for purchase in purchases where self.group(purchase.security) == group {
      let terms = WashSaleMatch.Replacement(
        security: purchase.security, lot: nil, day: problem.asOf, shares: purchase.shares,
        price: index.securities[purchase.security]?.price ?? .zero)
      sources.append(Source(account: purchase.account, terms: terms))
    }
    return sources.sorted { $0.key < $1.key }
  }

  private func wash(
    _ match: WashSaleMatch, of sale: LotSale, _ group: String, by source: Source
  ) -> Evaluation.WashSale {
    let isDeferred = index.accounts[source.account]?.treatment == .taxable
    let held = problem.asOf - sale.lot.acquired
    return Evaluation.WashSale(
      group: group, account: sale.lot.account, security: sale.lot.security, sale: sale.lot.id, shares: match.shares,
      disallowed: Money(match.shares, at: sale.basis - sale.price) ?? .zero, replacement: source.name,
      replacementAccount: source.account, replacementSecurity: source.terms.security, bought: source.terms.day,
      heldSince: isDeferred ? source.terms.day.adding(days: -held) : nil)
  }
}
