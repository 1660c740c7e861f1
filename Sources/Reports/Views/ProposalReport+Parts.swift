public import Measures
public import PortfolioModel
import Rebalancing

/// A proposal piece by piece, in the same words wherever it is shown.
extension ProposalReport {
  /// What is traded in one account, in the order in which to place it: sales before what they pay for.
  public struct AccountTrades: Sendable {
    public let account: AccountID
    public let name: String
    public let trades: [Trade]
    /// What the trades leave in cash, which a plan may not hold.
    public let cash: String
  }

  public struct Trade: Sendable {
    /// `Sell` or `Buy`.
    public let side: String
    public let security: SecurityID
    public let shares: String
    public let dollars: String
    /// Nothing where gains are not taxed.
    public let gain: String
    public let tax: String
    /// `short`, `long` or both; nothing where gains are not taxed.
    public let term: String
    public let lots: [Lot]
    public let reason: String
    /// What the household would pay without it; `nil` where nobody asked.
    public let worth: String?
  }

  /// Lots by the day of their purchase, as brokers list them.
  public struct Lot: Sendable {
    public let acquired: String
    public let shares: String
    public let gain: String
    public let term: String
  }

  /// A class before and after the trades.
  public struct ClassWeights: Sendable {
    public let name: String
    public let before: Weight
    public let after: Weight
    /// `nil` for what no class claims.
    public let target: Weight?
    public let band: Weight?
    public let offBy: Weight?
    /// Whether it is within its band after the trades.
    public var isInBand: Bool {
      guard let offBy, let band else { return true }
      return offBy.magnitude <= band
    }
  }

  /// An amount that sums a proposal up.
  public struct Figure: Sendable {
    public let title: String
    public let dollars: String
    public let words: String
  }

  /// Sentences under a title.
  public struct Remarks: Sendable {
    public let title: String
    public let sentences: [String]
  }

  /// The accounts in which something is traded.
  public var accountTrades: [AccountTrades] {
    proposal.problem.accounts.compactMap { account in
      let reasons = proposal.reasons.filter { $0.account == account.id }
      guard !reasons.isEmpty else { return nil }
      let after = proposal.evaluation.cashAfter[account.id] ?? account.cash
      return AccountTrades(
        account: account.id, name: account.name, trades: reasons.map(trade),
        cash: "Cash: \(Figures.dollars(account.cash)) before, \(Figures.dollars(after)) after.")
    }
  }

  private func trade(_ reason: TradeReason) -> Trade {
    let lots = reason.lots.compactMap { part in
      proposal.problem.lots.first { $0.id == part.lot }.map { lot in
        Lot(
          acquired: "\(lot.acquired)", shares: Figures.shares(part.shares),
          gain: part.gain.map { Figures.dollars($0) } ?? "",
          term: part.gain == nil ? "" : part.isLongTerm ? "long" : "short")
      }
    }
    let terms = Set(lots.map(\.term)).filter { !$0.isEmpty }
    return Trade(
      side: reason.side == .sell ? "Sell" : "Buy", security: reason.security, shares: Figures.shares(reason.shares),
      dollars: Figures.dollars(reason.dollars), gain: reason.gain.map { Figures.dollars($0) } ?? "",
      tax: reason.tax.map { Figures.dollars($0) } ?? "", term: terms.sorted(by: >).joined(separator: " and "),
      lots: lots, reason: reason.reason, worth: worth(of: reason))
  }

  /// Every class, and what no class claims where that is more than rounding.
  public var classWeights: [ClassWeights] {
    let (before, after) = (proposal.evaluation.weightsBefore, proposal.evaluation.weightsAfter)
    let classes = proposal.problem.assetClasses.map { one in
      ClassWeights(
        name: one.name, before: before[one.id] ?? .zero, after: after[one.id] ?? .zero, target: one.target,
        band: one.band, offBy: (after[one.id] ?? .zero) - one.target)
    }
    let rest = ClassWeights(
      name: "Unclassified", before: unclassified(before), after: unclassified(after), target: nil, band: nil, offBy: nil
    )
    return rest.before.isZero && rest.after.isZero ? classes : classes + [rest]
  }

  private func unclassified(_ weights: [AssetClassID: Weight]) -> Weight {
    let rest = proposal.problem.assetClasses.reduce(Weight(1)) { $0 - (weights[$1.id] ?? .zero) }
    return rest.magnitude < Weight(steps: 50_000_000) ? .zero : rest
  }

  /// What a proposal costs, what it is good for, and how good it is.
  public var figures: [Figure] {
    let parts = proposal.evaluation.parts
    return [
      Figure(title: "Tax this year", dollars: Figures.dollars(parts.tax), words: "more than without these trades"),
      Figure(
        title: "Cost of trading", dollars: Figures.dollars(parts.cost), words: "spread, commission, redemption fees"),
      Figure(
        title: "Better than doing nothing",
        dollars: Figures.dollars(proposal.nothing.parts.objective - proposal.objective),
        words: "after these costs, at the policy’s price of drift"),
      Figure(
        title: "Proven", dollars: proposal.gap.map { Figures.dollars($0) } ?? "not known",
        words: "no plan is better by more than this"),
    ]
  }

  /// What stays open and what to know, apart from what is wrong with the data.
  public var remarks: [Remarks] {
    [
      Remarks(title: "Still off target", sentences: proposal.stillOffTarget),
      Remarks(title: "What rules cost", sentences: proposal.prices.map(\.sentence)),
      Remarks(
        title: "Do not buy",
        sentences: proposal.doNotBuy.map { $0.securities.map(\.rawValue).joined(separator: ", ") + ": " + $0.reason }),
      Remarks(title: "Waiting pays (an estimate at today's prices)", sentences: proposal.waiting.map(\.reason)),
    ].filter { !$0.sentences.isEmpty }
  }

  /// The trades as a CSV file, a line for each, in the order in which to place them.
  public var csv: String {
    let header = ["Account", "Trade", "Security", "Shares", "Dollars", "Gain", "Tax", "Term", "Lots", "Reason"]
    let names = Dictionary(
      proposal.problem.accounts.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    let rows = proposal.problem.accounts.flatMap { account in
      proposal.reasons.filter { $0.account == account.id }.map { reason in
        let shown = trade(reason)
        return [
          names[reason.account] ?? reason.account.rawValue, shown.side, reason.security.rawValue,
          reason.shares.description, reason.dollars.formatted(places: 2), reason.gain?.formatted(places: 2) ?? "",
          reason.tax?.formatted(places: 2) ?? "", shown.term, Self.words(of: shown.lots), shown.reason,
        ]
      }
    }
    return CSVText.of([header] + rows)
  }

  static func words(of lots: [Lot]) -> String {
    lots.map { "\($0.acquired) × \($0.shares)" }.joined(separator: ", ")
  }
}
