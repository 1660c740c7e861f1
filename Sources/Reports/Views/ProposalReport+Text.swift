import Diagnostics
import Measures
import PortfolioModel
import Rebalancing
import Taxes

extension ProposalReport {
  /// The proposal for a person: trades by account with their reasons, the allocation before and after, what it costs, what is
  /// left open, and how good it is.
  public func text(_ style: TextStyle) -> String {
    let isCaveat = { (diagnostic: Diagnostic) in diagnostic.code == "tax-table-older" }
    var output = proposal.diagnostics.filter(isCaveat).map { style.warning($0.message) + "\n\n" }.joined()
    output += tradesText(style) + allocationText(style) + costsText(style)
    output += list("Still off target", proposal.stillOffTarget, style)
    output += list("What rules cost", proposal.prices.map(\.sentence), style)
    output += list("Do not buy", proposal.doNotBuy.map(Self.sentence(of:)), style)
    output += list("Waiting pays (an estimate at today's prices)", proposal.waiting.map(\.reason), style)
    let notes = proposal.diagnostics.filter { !isCaveat($0) }
    output += list("Notes", notes.map { $0.message + ($0.remedy.map { " → \($0)" } ?? "") }, style)
    return output + proof + "\n"
  }

  private func tradesText(_ style: TextStyle) -> String {
    guard !proposal.reasons.isEmpty else { return "No trade: nothing that may be done is worth what it costs.\n\n" }
    var output = ""
    for account in proposal.problem.accounts {
      let reasons = proposal.reasons.filter { $0.account == account.id }
      guard !reasons.isEmpty else { continue }
      var table = Table([
        .text("Trade"), .text("Security"), .number("Shares"), .number("Dollars"), .number("Gain"), .number("Tax"),
        .text("Lots", flexible: true),
      ])
      for reason in reasons {
        table.add([
          reason.side == .sell ? "Sell" : "Buy", reason.security.rawValue, Figures.shares(reason.shares),
          Figures.dollars(reason.dollars), reason.gain.map { Figures.dollars($0) } ?? "",
          reason.tax.map { Figures.dollars($0) } ?? "", lots(of: reason),
        ])
      }
      output += style.bold(account.name) + "\n" + table.rendered(style)
      for reason in reasons {
        let sentence = "\(reason.side == .sell ? "Sell" : "Buy") \(reason.security): \(reason.reason)"
        output += style.dim(style.paragraph(sentence)) + "\n"
        if let worth = worth(of: reason) { output += style.dim(style.paragraph("  Its worth: \(worth)")) + "\n" }
      }
      output += style.dim(cashLine(of: account)) + "\n"
      output += "\n"
    }
    return output
  }

  /// What the trades leave in cash, which a plan may not hold.
  private func cashLine(of account: RebalanceProblem.Account) -> String {
    let after = proposal.evaluation.cashAfter[account.id] ?? account.cash
    return "  Cash: \(Figures.dollars(account.cash)) before, \(Figures.dollars(after)) after."
  }

  /// Lots by the day of their purchase, as brokers list them.
  private func lots(of reason: TradeReason) -> String {
    reason.lots.compactMap { part in
      proposal.problem.lots.first { $0.id == part.lot }.map { "\($0.acquired) × \(Figures.shares(part.shares))" }
    }.joined(separator: ", ")
  }

  private func allocationText(_ style: TextStyle) -> String {
    var table = Table([
      .text("Class"), .number("Before"), .number("After"), .number("Target"), .number("Off by"), .number("Band"),
    ])
    for assetClass in proposal.problem.assetClasses {
      let after = proposal.evaluation.weightsAfter[assetClass.id] ?? .zero
      table.add([
        assetClass.name, Figures.percent(proposal.evaluation.weightsBefore[assetClass.id] ?? .zero),
        Figures.percent(after), Figures.percent(assetClass.target), Figures.points(after - assetClass.target),
        "±" + Figures.percent(assetClass.band),
      ])
    }
    let classes = proposal.problem.assetClasses.map(\.id)
    let before = unclassified(proposal.evaluation.weightsBefore, classes)
    let after = unclassified(proposal.evaluation.weightsAfter, classes)
    if !before.isZero || !after.isZero {
      table.add(["Unclassified", Figures.percent(before), Figures.percent(after), "", "", ""])
    }
    let title = style.bold("Allocation") + "  of \(Figures.dollars(proposal.evaluation.totalValue, places: 0)) dollars"
    return title + "\n" + table.rendered(style) + "\n"
  }

  /// What no class claims, where that is more than rounding.
  private func unclassified(_ weights: [AssetClassID: Weight], _ classes: [AssetClassID]) -> Weight {
    let rest = classes.reduce(Weight(1)) { $0 - (weights[$1] ?? .zero) }
    return rest.magnitude < Weight(steps: 50_000_000) ? .zero : rest
  }

  private func costsText(_ style: TextStyle) -> String {
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
    return table.rendered(style) + taxNotes(style) + "\n"
  }

  /// What a careful reader needs to reckon the taxes again: what the year has seen, and why trades do not sum to the whole.
  private func taxNotes(_ style: TextStyle) -> String {
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
    return sentences.map { style.dim(style.paragraph($0)) + "\n" }.joined()
  }

  private func list(_ title: String, _ sentences: [String], _ style: TextStyle) -> String {
    guard !sentences.isEmpty else { return "" }
    return style.bold(title) + "\n" + sentences.map { style.paragraph($0) + "\n" }.joined() + "\n"
  }

  private static func sentence(of ban: PurchaseBan) -> String {
    ban.securities.map(\.rawValue).joined(separator: ", ") + ": " + ban.reason
  }

  /// How good the plan is, in words and dollars.
  private var proof: String {
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
