import Measures
import Policy
import PortfolioModel
import Taxes

extension ProposalExplanation {
  /// How far ahead a lot that is not sold is worth a word.
  private static let soon = 60

  /// Days on which lots turn long-term or wash-sale windows close, as far as waiting for them is worth the trouble of a trade.
  var waiting: [WaitingDate] {
    var dates: [WaitingDate] = []
    let acquisitions = recentAcquisitions
    for key in index.lots.keys.sorted() {
      guard let account = index.accounts[key.account], account.treatment == .taxable, account.canTrade,
        let price = index.securities[key.security]?.price,
        let profile = problem.taxReturns.first(where: { $0.id == account.taxReturn })
      else { continue }
      let candidates = (index.lots[key] ?? []).compactMap { candidate($0, key, price, acquisitions) }
      for (moment, parts) in Dictionary(grouping: candidates, by: \.moment).sorted(by: { $0.key.day < $1.key.day }) {
        if let date = date(moment, parts, key, profile) { dates.append(date) }
      }
    }
    return dates.sorted { ($0.day, $0.account, $0.security) < ($1.day, $1.account, $1.security) }
  }

  private struct Moment: Hashable {
    enum Kind: Hashable { case turnsLong, windowCloses(isLongTerm: Bool) }
    let day: Day
    let kind: Kind
    let isSold: Bool
  }

  /// What a return would see of the trades.
  private struct Results {
    var short: Money
    var long: Money
    var collectible: Money

    mutating func add(long gain: Money, isCollectible: Bool) {
      long = long + gain
      if isCollectible { collectible = collectible + gain }
    }
  }

  private struct Candidate {
    let moment: Moment
    let shares: Quantity
    let gain: Money
  }

  /// A lot that is taxed otherwise later: sold shares of it, or all of it where none is sold.
  private func candidate(
    _ lot: RebalanceProblem.Lot, _ key: PositionKey, _ price: Price, _ acquisitions: [String: [Acquisition]]
  ) -> Candidate? {
    let sold = soldShares[lot.id]
    let shares = sold ?? lot.shares
    guard !lot.isHeld, let gain = Money(shares, at: price - index.basis(of: lot)), !gain.isZero else { return nil }
    let isLongTerm = HoldingPeriod.isLongTerm(acquired: lot.acquired, sold: problem.asOf)
    if gain > .zero {
      let day = HoldingPeriod.firstLongTermDay(acquired: lot.acquired)
      let isWanted = sold != nil || (day - problem.asOf <= Self.soon && isAboveTarget(key.security))
      guard !isLongTerm, isWanted else { return nil }
      return Candidate(
        moment: Moment(day: day, kind: .turnsLong, isSold: sold != nil), shares: shares, gain: gain)
    }
    let group = washSales.group(key.security)
    var waiting = (shares: shares, gain: gain)
    if problem.settings.washSalePolicy == .match {
      // Only what is matched today is won by waiting.
      let washes = proposal.evaluation.washes.filter { $0.sale == lot.id }
      guard !washes.isEmpty else { return nil }
      waiting = (washes.reduce(.zero) { $0 + $1.shares }, washes.reduce(.zero) { $0 - $1.disallowed })
    }
    guard !boughtGroups.contains(group), washSales.isTouchedOutsideProposal(lot),
      let last = acquisitions[group]?.filter({ $0.lot != lot.id }).map(\.day).max(),
      case let day = last.adding(days: problem.settings.washDays + 1)
    else { return nil }
    return Candidate(
      moment: Moment(day: day, kind: .windowCloses(isLongTerm: isLongTerm), isSold: sold != nil),
      shares: waiting.shares, gain: waiting.gain)
  }

  private func date(
    _ moment: Moment, _ parts: [Candidate], _ key: PositionKey, _ profile: TaxReturnProfile
  ) -> WaitingDate? {
    let detail = proposal.evaluation.returns[profile.id] ?? Evaluation.ReturnDetail()
    let gain = parts.reduce(Money.zero) { $0 + $1.gain }
    let shares = parts.reduce(Quantity.zero) { $0 + $1.shares }
    var today = Results(short: detail.short, long: detail.long, collectible: detail.collectible)
    var later = today
    let what = "\(shares.grouped) \(key.security) in \(name(of: key.account))"
    let isCollectible = index.securities[key.security]?.isCollectible ?? false
    let reason: String
    switch moment.kind {
    case .turnsLong:
      if moment.isSold { later.short = later.short - gain } else { today.short = today.short + gain }
      later.add(long: gain, isCollectible: isCollectible)
      reason = "From \(moment.day) the gain of \(dollars(gain)) on \(what) is long-term"
    case .windowCloses(let isLongTerm):
      if isLongTerm {
        later.add(long: gain, isCollectible: isCollectible)
      } else {
        later.short = later.short + gain
      }
      reason = "From \(moment.day) the loss of \(dollars(-gain)) on \(what) counts, if nobody buys it until then"
    }
    guard let now = cost(of: profile, today), let then = cost(of: profile, later) else { return nil }
    let worth = now - then
    guard worth >= max(Money(1), problem.settings.nuisance) else { return nil }
    let advice = moment.isSold ? "selling then instead of today saves" : "selling then and not today saves"
    return WaitingDate(
      day: moment.day, account: key.account, security: key.security, worth: worth,
      reason: reason + ": \(advice) about \(dollars(worth)).")
  }

  /// Tax of the year less the value of what is carried out of it.
  private func cost(of profile: TaxReturnProfile, _ results: Results) -> Money? {
    guard
      let tax = IncomeTax(
        of: profile, short: results.short, long: results.long, collectible: results.collectible)
    else { return nil }
    let carried = [(tax.carryShort, profile.valueOfCarryShort), (tax.carryLong, profile.valueOfCarryLong)]
    return carried.reduce(tax.total) { $0 - ($1.0.times($1.1) ?? .zero) }
  }

  private func isAboveTarget(_ security: SecurityID) -> Bool {
    mainClass(of: security).map { distance(of: $0, in: proposal.evaluation.weightsAfter) > Self.edge } ?? false
  }

  private struct Acquisition {
    let day: Day
    let lot: LotID?
  }

  /// What was bought within the window, by group; without the groups of which a purchase is scheduled, since more will come.
  private var recentAcquisitions: [String: [Acquisition]] {
    let window = problem.asOf.adding(days: -problem.settings.washDays)...problem.asOf
    var acquisitions: [String: [Acquisition]] = [:]
    for lot in problem.lots where window.contains(lot.acquired) {
      acquisitions[washSales.group(lot.security), default: []].append(Acquisition(day: lot.acquired, lot: lot.id))
    }
    for trade in problem.recentTransactions where trade.action == .buy && window.contains(trade.day) {
      acquisitions[washSales.group(trade.security), default: []].append(Acquisition(day: trade.day, lot: trade.lot))
    }
    for buy in problem.scheduledBuys { acquisitions[washSales.group(buy.security)] = nil }
    return acquisitions
  }
}
