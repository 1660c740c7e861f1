import Measures
import Policy
import PortfolioModel
import Taxes

/// Loss lots of one substantially identical group, and what replaces them, in the numbers of the program (policy `match`).
struct WashGroup {
  /// A lot by its place in `TradeSpace.holdings`.
  struct Place: Hashable {
    let holding: Int
    let lot: Int
  }

  enum Supply: Equatable {
    /// A purchase to come of unknown size.
    case unlimited
    /// Thousand dollars that no trade of the proposal changes.
    case fixed(Double)
    /// What the proposal buys.
    case bought(purchase: Int)
    /// A piece of what may be sold: what is left of it replaces.
    case kept(Place, piece: Int, size: Double)
  }

  /// Replacements that follow one another in the order of (day, account, security) and do the same to a loss.
  struct Run {
    /// Whether the loss is gone for good (Rev. Rul. 2008-5), else it is deferred.
    let isLost: Bool
    var supplies: [Supply]
    /// Loss lots that are among the supplies: what is left of a lot does not replace it (Rev. Rul. 56-602).
    var lots: Set<Place>
  }

  let name: String
  /// In the order of (acquired, id).
  let losses: [Place]
  let runs: [Run]
  /// Sales whose shares go in pieces, the first of which must be gone before the next is touched: thousand dollars each.
  let pieces: [Place: [Double]]
}

/// Finds the groups that may be sold at a loss, with what replaces them; written apart from the checker's `WashSaleMatching`.
struct WashGroupSurvey {
  private struct Source {
    let account: AccountID
    let terms: WashSaleMatch.Replacement
    var isUsed = Quantity.zero
    var rank: (Day, AccountID, SecurityID, LotID) {
      (terms.day, account, terms.security, terms.lot ?? LotID(""))
    }
  }

  private let problem: RebalanceProblem
  private let index: ProblemIndex
  private let holdings: [TradeSpace.Holding]
  private let purchases: [TradeSpace.Purchase]
  private var sources: [String: [Source]] = [:]

  init(
    _ problem: RebalanceProblem, _ index: ProblemIndex, _ holdings: [TradeSpace.Holding],
    _ purchases: [TradeSpace.Purchase]
  ) {
    self.problem = problem
    self.index = index
    self.holdings = holdings
    self.purchases = purchases
    readSources()
    useRecordedLosses()
  }

  private func group(_ security: SecurityID) -> String { index.securities[security]?.group ?? security.rawValue }

  private mutating func readSources() {
    let lots = Set(problem.lots.map(\.id))
    let today = problem.asOf
    var found: [(account: AccountID, security: SecurityID, lot: LotID?, day: Day, shares: Quantity?)] = []
    found += problem.lots.filter { $0.acquired <= today }.map {
      ($0.account, $0.security, $0.id, $0.acquired, $0.shares)
    }
    found += problem.recentTransactions.filter { trade in
      trade.action == .buy && trade.day <= today && !(trade.lot.map(lots.contains) ?? false)
    }.map { ($0.account, $0.security, $0.lot, $0.day, $0.shares.isZero ? nil : $0.shares) }
    found += problem.scheduledBuys.filter { $0.day >= today }.map { ($0.account, $0.security, nil, $0.day, $0.shares) }
    for one in found where abs(one.day - today) <= 100 + problem.settings.washDays {
      let price = index.securities[one.security]?.price
      let terms = WashSaleMatch.Replacement(
        security: one.security, lot: one.lot, day: one.day, shares: price.flatMap { _ in one.shares },
        price: price ?? .zero)
      sources[group(one.security), default: []].append(Source(account: one.account, terms: terms))
    }
    for name in sources.keys { sources[name]?.sort { $0.rank < $1.rank } }
  }

  /// A share replaces once: those that a recorded loss has met are gone.
  private mutating func useRecordedLosses() {
    guard !problem.recordedLossesAreMatched else { return }
    for name in sources.keys.sorted() {
      let sales = problem.recentTransactions.filter { trade in
        trade.action == .sell && trade.day <= problem.asOf && (trade.gain ?? .zero) < .zero
          && group(trade.security) == name && index.accounts[trade.account]?.treatment == .taxable
      }
      let losses = sales.sorted { ($0.day, $0.account, $0.security) < ($1.day, $1.account, $1.security) }
        .compactMap { sale in
          index.securities[sale.security].map {
            WashSaleMatch.Loss(
              security: sale.security, lot: sale.lot, day: sale.day, shares: sale.shares, price: $0.price)
          }
        }
      guard !losses.isEmpty, var list = sources[name] else { continue }
      for match in WashSaleMatch.all(of: losses, among: list.map(\.terms), within: problem.settings.washDays) {
        list[match.replacement].isUsed += match.replaced
      }
      sources[name] = list
    }
  }

  /// The groups of which a lot may be sold at a loss, in the order of their names.
  var groups: [WashGroup] {
    var losses: [String: [(place: WashGroup.Place, lot: RebalanceProblem.Lot)]] = [:]
    var places: [LotID: (place: WashGroup.Place, before: Quantity)] = [:]
    for (position, holding) in holdings.enumerated() {
      let lots = index.lots[holding.key] ?? []
      let known = Dictionary(lots.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      for (number, sold) in holding.lots.enumerated() {
        let place = WashGroup.Place(holding: position, lot: number)
        if let id = sold.id, let lot = known[id] {
          places[id] = (place, .zero)
          if sold.counting == .unlessReplaced { losses[group(lot.security), default: []].append((place, lot)) }
          continue
        }
        // A sheltered position is sold as one, oldest shares first.
        var before = Quantity.zero
        for lot in lots where !lot.isHeld && lot.shares > .zero {
          places[lot.id] = (place, before)
          before += lot.shares
        }
      }
    }
    return losses.keys.sorted().map { name in
      let inOrder = (losses[name] ?? []).sorted { ($0.lot.acquired, $0.lot.id) < ($1.lot.acquired, $1.lot.id) }
      return group(name, inOrder.map(\.place), places)
    }
  }

  private func group(
    _ name: String, _ losses: [WashGroup.Place], _ places: [LotID: (place: WashGroup.Place, before: Quantity)]
  ) -> WashGroup {
    var cutter = PieceCutter(holdings: holdings)
    var supplies: [(source: Source, supply: WashGroup.Supply)] = []
    for source in sources[name] ?? [] where abs(source.terms.day - problem.asOf) <= problem.settings.washDays {
      guard let shares = source.terms.shares else {
        supplies.append((source, .unlimited))
        continue
      }
      let size = value(max(.zero, shares - source.isUsed), source.terms.security)
      if let lot = source.terms.lot, let (place, before) = places[lot] {
        let before = value(before + min(source.isUsed, shares), source.terms.security)
        supplies.append((source, cutter.kept(place, before: before, size: size)))
      } else if size > 0 {
        supplies.append((source, .fixed(size)))
      }
    }
    for (position, purchase) in purchases.enumerated() where group(purchase.key.security) == name {
      let terms = WashSaleMatch.Replacement(
        security: purchase.key.security, lot: nil, day: problem.asOf, shares: nil, price: .zero)
      supplies.append((Source(account: purchase.key.account, terms: terms), .bought(purchase: position)))
    }
    supplies.sort { $0.source.rank < $1.source.rank }
    return WashGroup(
      name: name, losses: losses, runs: runs(supplies, losses: Set(losses)), pieces: cutter.pieces)
  }

  private func runs(
    _ supplies: [(source: Source, supply: WashGroup.Supply)], losses: Set<WashGroup.Place>
  ) -> [WashGroup.Run] {
    var runs: [WashGroup.Run] = []
    for (source, supply) in supplies {
      let isLost = index.accounts[source.account]?.treatment != .taxable
      if runs.last?.isLost != isLost { runs.append(WashGroup.Run(isLost: isLost, supplies: [], lots: [])) }
      runs[runs.count - 1].supplies.append(supply)
      if case .kept(let place, _, _) = supply, losses.contains(place) { runs[runs.count - 1].lots.insert(place) }
      // Nothing is left to replace after what replaces everything.
      if supply == .unlimited { break }
    }
    return runs
  }

  private func value(_ shares: Quantity, _ security: SecurityID) -> Double {
    shares.approximate * (index.securities[security]?.price ?? .zero).approximate / 1000
  }
}

/// Cuts what is sold as one into the pieces that replace and those that do not.
private struct PieceCutter {
  let holdings: [TradeSpace.Holding]
  private(set) var pieces: [WashGroup.Place: [Double]] = [:]

  init(holdings: [TradeSpace.Holding]) { self.holdings = holdings }

  /// - Parameter before: what of the place is sold before this.
  mutating func kept(_ place: WashGroup.Place, before: Double, size: Double) -> WashGroup.Supply {
    let cut = pieces[place] ?? []
    let gap = before - cut.reduce(0, +)
    pieces[place] = cut + (gap > 1e-9 ? [gap, size] : [size])
    return .kept(place, piece: (pieces[place]?.count ?? 1) - 1, size: size)
  }
}
