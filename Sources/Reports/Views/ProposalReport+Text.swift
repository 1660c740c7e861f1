import Diagnostics
import Measures
import PortfolioModel
import Rebalancing
import Taxes

extension ProposalReport {
  /// The proposal for a person: trades by account with their reasons, the allocation before and after, what it costs, what is
  /// left open, and how good it is.
  public func text(_ style: TextStyle) -> String {
    var output = caveats.map { style.warning($0) + "\n\n" }.joined()
    output += tradesText(style) + allocationText(style) + costsText(style)
    output += remarks.map { list($0.title, $0.sentences, style) }.joined()
    output += list("Notes", notes, style)
    return output + proof + "\n"
  }

  /// What to know before anything else: that a table of taxes is not the year's.
  public var caveats: [String] { proposal.diagnostics.filter(Self.isCaveat).map(\.message) }

  /// What is doubtful, and what was done about it.
  public var notes: [String] {
    proposal.diagnostics.filter { !Self.isCaveat($0) }.map { $0.message + ($0.remedy.map { " → \($0)" } ?? "") }
  }

  private static func isCaveat(_ diagnostic: Diagnostic) -> Bool { diagnostic.code == "tax-table-older" }

  private func tradesText(_ style: TextStyle) -> String {
    guard !proposal.reasons.isEmpty else { return Self.noTrade + "\n\n" }
    var output = ""
    for account in accountTrades {
      var table = Table([
        .text("Trade"), .text("Security"), .number("Shares"), .number("Dollars"), .number("Gain"), .number("Tax"),
        .text("Lots", flexible: true),
      ])
      for trade in account.trades {
        table.add([
          trade.side, trade.security.rawValue, trade.shares, trade.dollars, trade.gain, trade.tax,
          Self.words(of: trade.lots),
        ])
      }
      output += style.bold(account.name) + "\n" + table.rendered(style)
      for trade in account.trades {
        output += style.dim(style.paragraph("\(trade.side) \(trade.security): \(trade.reason)")) + "\n"
        if let worth = trade.worth { output += style.dim(style.paragraph("  Its worth: \(worth)")) + "\n" }
      }
      output += style.dim("  " + account.cash) + "\n\n"
    }
    return output
  }

  public static let noTrade = "No trade: nothing that may be done is worth what it costs."

  private func allocationText(_ style: TextStyle) -> String {
    var table = Table([
      .text("Class"), .number("Before"), .number("After"), .number("Target"), .number("Off by"), .number("Band"),
    ])
    for one in classWeights {
      table.add([
        one.name, Figures.percent(one.before), Figures.percent(one.after),
        one.target.map { Figures.percent($0) } ?? "", one.offBy.map { Figures.points($0) } ?? "",
        one.band.map { "±" + Figures.percent($0) } ?? "",
      ])
    }
    let title = style.bold("Allocation") + "  of \(Figures.dollars(proposal.evaluation.totalValue, places: 0)) dollars"
    return title + "\n" + table.rendered(style) + "\n"
  }

  private func costsText(_ style: TextStyle) -> String {
    costs.rendered(style) + taxRemarks.map { style.dim(style.paragraph($0)) + "\n" }.joined() + "\n"
  }

  /// What the objective consists of.
  public var costs: Table {
    let parts = proposal.evaluation.parts
    var table = Table([.text("What it costs"), .number("Dollars")])
    for (id, detail) in proposal.evaluation.returns.sorted(by: { $0.key < $1.key }) {
      let name = proposal.problem.taxReturns.count > 1 ? " of \(id)" : ""
      table.add(["Federal income tax" + name, Figures.dollars(detail.federal)])
      let others = [
        ("Net investment income tax", detail.netInvestmentIncomeTax), ("State tax", detail.state),
        ("Income cliffs", detail.cliffs),
      ]
      for (title, amount) in others where !amount.isZero { table.add([title + name, Figures.dollars(amount)]) }
    }
    table.add(["Tax in all", Figures.dollars(parts.tax)])
    table.add(["Spread, commission, redemption fees", Figures.dollars(parts.cost)])
    table.addRule()
    let later = [
      ("Value of losses carried into next year", parts.carryValue), ("Tax on these gains later", parts.embedded),
      ("Fees and tax on distributions in the years to come", parts.location),
    ]
    for (title, amount) in later where !amount.isZero { table.add([title, Figures.dollars(amount)]) }
    table.add([
      "Drift, at the policy's price (before: \(Figures.dollars(proposal.nothing.parts.drift)))",
      Figures.dollars(parts.drift),
    ])
    let trades = proposal.tradeCount == 1 ? "1 trade" : "\(proposal.tradeCount) trades"
    table.add(["\(trades), at the policy's price", Figures.dollars(parts.nuisance)])
    table.addRule()
    table.add([
      "Objective (doing nothing: \(Figures.dollars(proposal.nothing.parts.objective)))",
      Figures.dollars(proposal.objective),
    ])
    return table
  }

  /// What a careful reader needs to reckon the taxes again: what the year has seen, and why trades do not sum to the whole.
  public var taxRemarks: [String] {
    var sentences = proposal.problem.taxReturns.map { profile in
      "Before these trades the return “\(profile.id)” of \(profile.year) has gains of "
        + "\(Figures.dollars(profile.realisedShort)) short-term and \(Figures.dollars(profile.realisedLong)) long-term, and "
        + "carries in losses of \(Figures.dollars(profile.carryShort)) short-term and "
        + "\(Figures.dollars(profile.carryLong)) long-term."
    }
    let taxes = proposal.reasons.compactMap(\.tax)
    let sum = taxes.reduce(Money.zero, +)
    if taxes.count > 1, (sum - proposal.evaluation.parts.tax).magnitude > Money(steps: 10_000) {
      sentences.append(
        "The tax beside a trade is what leaving it out alone would save. Together that is \(Figures.dollars(sum)) and not "
          + "\(Figures.dollars(proposal.evaluation.parts.tax)), since trades share brackets and losses.")
    }
    return sentences
  }

  private func list(_ title: String, _ sentences: [String], _ style: TextStyle) -> String {
    guard !sentences.isEmpty else { return "" }
    return style.bold(title) + "\n" + sentences.map { style.paragraph($0) + "\n" }.joined() + "\n"
  }

  /// How good the plan is, in words and dollars.
  public var proof: String {
    let distance = proposal.gap.map { "no plan is better by more than \(Figures.dollars($0)) dollars" }
    let worth = "the plan's objective is \(Figures.dollars(proposal.objective)) dollars"
    let figures = proposal.bound.map { "\(worth), and no plan's is below \(Figures.dollars($0))" } ?? worth
    let unknown = "how much better a plan can be is not known"
    let sentence =
      switch proposal.status {
      case .optimal: "Proven: \(distance ?? "no plan is better"); \(figures)."
      case .feasible: "The search reached its limit; \(distance ?? unknown); \(figures)."
      case .stopped: "The search was stopped; \(distance ?? unknown); \(figures)."
      case .infeasible: "Not every demand can be met; this is the nearest plan; \(figures)."
      }
    return sentence
  }
}
