import Measures
import Policy
import PortfolioModel
import Rebalancing
import Taxes
import TestSupport

/// What a proposal of 15 June 2026 does to losses, told in lines: before, trades, washes.
///
///     X 4.00                                a security and its price; `in GROUP` where it shares one
///     lot A T X 100 at 10.00 on 2025-09-24  T and J are taxable (two spouses'), R is a Roth IRA
///     sell A 100 | buy T X 50 | bought T X 5 on 2026-06-01 | sold T X 5 on 2026-05-20 | scheduled T X 5 on 2026-06-20
struct MatchStory: Sendable, CustomStringConvertible {
  let title: String
  /// The rule and where it stands.
  let source: String
  let lines: [String]
  let washes: [String]

  var description: String { title }

  init(_ title: String, _ source: String, _ text: String, washes: String) {
    self.title = title
    self.source = source
    lines = text.split(separator: "\n").map(String.init)
    self.washes = washes.split(separator: "\n").map(String.init)
  }

  /// The washes, then the loss that counts and the worth of what is gone at ten cents a dollar.
  var told: [String] {
    var problem = Self.household
    var trades = ProposedTrades()
    for line in lines { Self.read(line.split(separator: " ").map(String.init), &problem, &trades) }
    let evaluation = ProposalChecker(problem).evaluation(of: trades)
    let washes = evaluation.washes.map { wash in
      "\(wash.sale) \(wash.shares.grouped) by \(wash.replacement) "
        + "\(wash.disallowed.formatted(places: 2)) " + (wash.heldSince.map { "held since \($0)" } ?? "lost")
    }
    let result = evaluation.returns.values.reduce(Money.zero) { $0 + $1.short + $1.long }
    return washes + [
      "counts \(result.formatted(places: 2)), embedded \(evaluation.parts.embedded.formatted(places: 2))"
    ]
  }

  private static var household: RebalanceProblem {
    var settings = PlacementSettings()
    settings.washSalePolicy = .match
    var problem = RebalanceProblem(name: "story", asOf: "2026-06-15", settings: settings, cashClass: "cash")
    var profile = TaxReturnProfile(
      id: "u", year: 2026, filingStatus: .marriedFilingJointly, ordinaryIncome: Money(90_000))
    profile.futureGainRate = "0.1"
    problem.taxReturns = [profile]
    problem.accounts = [("J", TaxTreatment.taxable), ("R", .roth), ("T", .taxable)].map { id, treatment in
      .init(id: AccountID(id), owner: MemberID(id), treatment: treatment, taxReturn: "u", cash: Money(100_000))
    }
    return problem
  }

  private static func read(_ words: [String], _ problem: inout RebalanceProblem, _ trades: inout ProposedTrades) {
    let place = { (from: Int) in (AccountID(words[from]), SecurityID(words[from + 1])) }
    let shares = { (at: Int) in Quantity(words[at]) ?? .zero }
    let today = problem.asOf
    let day = { (at: Int) in Day(words[at]) ?? today }
    switch words[0] {
    case "lot":
      problem.lots.append(
        .init(
          id: LotID(words[1]), account: place(2).0, security: place(2).1, shares: shares(4),
          basis: Price(words[6]) ?? .zero, acquired: day(8)))
    case "sell":
      guard let lot = problem.lots.first(where: { $0.id == LotID(words[1]) }) else { return }
      trades.sales.append(.init(account: lot.account, security: lot.security, lot: lot.id, shares: shares(2)))
    case "buy": trades.purchases.append(.init(account: place(1).0, security: place(1).1, shares: shares(3)))
    case "bought", "sold":
      problem.recentTransactions.append(
        .init(
          account: place(1).0, security: place(1).1, day: day(5), action: words[0] == "sold" ? .sell : .buy,
          shares: shares(3), gain: words[0] == "sold" ? Money(-1) : nil, lot: nil))
    case "scheduled":
      let count: Quantity? = words[3] == "some" ? nil : shares(3)
      problem.scheduledBuys.append(.init(account: place(1).0, security: place(1).1, day: day(5), shares: count))
    default:
      var security = RebalanceProblem.Security(id: SecurityID(words[0]), kind: .fund, price: Price(words[1]) ?? .zero)
      if words.count > 3 { security.group = words[3] }
      problem.securities.append(security)
    }
  }
}
