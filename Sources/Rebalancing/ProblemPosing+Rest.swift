import Allocation
import Diagnostics
import Measures
import Policy
import PortfolioModel
import Taxes

extension ProblemPosing {
  /// Purchases and sales of included accounts, which the wash-sale rule looks at (IRC 1091(a)).
  mutating func poseRecentTrades() {
    // The ledger has matched recorded losses with their replacements, whose lots carry it.
    problem.recordedLossesAreMatched = true
    for trade in snapshot.recentTrades where included[trade.account] != nil {
      guard securities[trade.security]?.kind != .cash else { continue }
      needed.insert(trade.security)
      problem.recentTransactions.append(
        RebalanceProblem.RecentTransaction(
          account: trade.account, security: trade.security, day: trade.day, action: trade.action,
          shares: trade.quantity, gain: trade.gain, lot: trade.lot))
    }
  }

  /// The purchases of the days that follow, as far as the wash-sale rule looks.
  mutating func poseScheduledBuys(_ buys: [Policy.ScheduledBuy]) {
    let last = snapshot.asOf.adding(days: policy.placement.washDays)
    for buy in buys where included[buy.account] != nil {
      for day in buy.days(from: snapshot.asOf, through: last) {
        needed.insert(buy.security)
        problem.scheduledBuys.append(
          RebalanceProblem.ScheduledBuy(
            account: buy.account, security: buy.security, day: day,
            shares: buy.amount.flatMap { amount in problemPrice(of: buy.security).flatMap { amount.shares(at: $0) } }))
      }
    }
  }

  /// Adds the gains of the year so far that the ledger knows to those that the file states.
  mutating func poseTaxReturns() {
    for index in problem.taxReturns.indices {
      let id = problem.taxReturns[index].id
      let accounts = Set(problem.accounts.filter { $0.taxReturn == id && $0.treatment == .taxable }.map(\.id))
      for gains in snapshot.realised where accounts.contains(gains.account) {
        let profile = problem.taxReturns[index]
        // A sum that does not fit is as large as can be, which `excesses` refuses.
        problem.taxReturns[index].realisedShort = Money.sum([profile.realisedShort, gains.short]) ?? Money(steps: .max)
        problem.taxReturns[index].realisedLong = Money.sum([profile.realisedLong, gains.long]) ?? Money(steps: .max)
        let collectible = (snapshot.longGains[gains.account] ?? [:]).filter {
          securities[$0.key]?.isCollectible ?? false
        }.map(\.value)
        problem.taxReturns[index].realisedCollectible =
          Money.sum([profile.realisedCollectible] + collectible) ?? Money(steps: .max)
        if gains.isIncomplete {
          report(
            .warning, "rebalance-incomplete-gains",
            "the gains of this year in \(gains.account) are not all known: a sale had no known basis",
            "accounts.\(gains.account)", remedy: "Import the broker's file of closed lots.")
        }
      }
      let year = problem.taxReturns[index].year
      if year != snapshot.asOf.year {
        report(
          .warning, "rebalance-other-year",
          "the tax return \(id) is for \(year): the gains of \(snapshot.asOf.year) are taxed as if they were of that year",
          "tax_returns.\(id).year",
          remedy: "Write the year \(snapshot.asOf.year), with its income and the losses carried into it.")
      }
    }
  }

  /// Figures that no proposal can count with.
  mutating func reportExcesses() {
    for excess in problem.excesses {
      report(
        .error, "rebalance-number-too-large", excess.sentence, excess.element,
        remedy: "Check the figure in household.yaml or in the statements.")
    }
  }

  /// The part of each account's dollars that the taxes to come leave.
  mutating func poseValueFactors() {
    let factors = AllocationView.factors(of: snapshot, taxReturns: problem.taxReturns)
    for index in problem.accounts.indices {
      problem.accounts[index].valueFactor = factors[problem.accounts[index].id] ?? Weight(1)
    }
  }

  /// The securities that lots, menus, recent trades and scheduled purchases name, and the classes that they reach.
  mutating func poseSecurities() {
    var reached = Set(policy.targets.map(\.assetClass))
    let lineage = tree.lineage(of: problem.cashClass)
    let cash = targets.map(\.assetClass).first(where: lineage.contains) ?? problem.cashClass
    problem.cashClass = cash
    reached.insert(cash)
    for id in needed.sorted() {
      let known = securities[id] ?? Security(id: id, name: id.rawValue, kind: .other)
      // What was sold out has no price any more; it is listed for its group alone, so any price will do.
      var posed = RebalanceProblem.Security(id: id, kind: known.kind.traded, price: problemPrice(of: id) ?? Price(1))
      posed.classes = targetedExposure(of: known)
      posed.expenseRatio = known.expenseRatio
      posed.yield = known.yield
      posed.qualified = known.qualified
      posed.exempt = known.exempt
      posed.foreignTax = known.foreignTax
      posed.spread = known.spread
      posed.group = known.group
      posed.isCollectible = known.isCollectible
      posed.maximumWeight = known.maximumWeight
      posed.issuer = known.issuer
      posed.allowsAverageBasis = known.kind.allowsAverageBasis
      posed.isBuyable = buyable.contains(id)
      problem.securities.append(posed)
      reached.formUnion(posed.classes.keys)
    }
    for index in problem.accounts.indices {
      problem.accounts[index].neverBuy.removeAll { !needed.contains($0) }
      problem.accounts[index].neverSell.removeAll { !needed.contains($0) }
    }
    let names = Dictionary(tree.classes.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    problem.assetClasses = targets.filter { reached.contains($0.assetClass) }.map { target in
      var posed = RebalanceProblem.AssetClass(
        id: target.assetClass, target: target.weight, band: target.band.halfWidth(around: target.weight))
      posed.name = names[posed.id] ?? posed.name
      return posed
    }
  }
}

extension Security.Kind {
  /// How it trades: funds in fractions, everything else in whole shares.
  fileprivate var traded: RebalanceProblem.Security.Kind {
    switch self {
    case .stock: .stock
    case .etf: .etf
    case .fund, .cash, .bond, .option, .other: .fund
    }
  }
}
