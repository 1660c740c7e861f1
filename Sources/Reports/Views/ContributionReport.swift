import Diagnostics
public import Measures
public import Policy
public import PortfolioModel
public import Rebalancing
public import Taxes

/// Where new money goes: `hearth contribute`.
public struct ContributionReport: Report {
  /// What came in, by account.
  public let money: [AccountID: Money]
  /// How often it comes again; `nil` for once.
  public let every: String?
  public let proposal: Proposal
  /// The classes of the household, with what water filling gives them.
  public let plan: ContributionPlan
  public let rooms: [ContributionRoom]?

  public init(
    _ proposal: Proposal, money: [AccountID: Money], every: String?, plan: ContributionPlan, rooms: [ContributionRoom]?
  ) {
    self.proposal = proposal
    self.money = money
    self.every = every
    self.plan = plan
    self.rooms = rooms
  }

  private var total: Money { money.values.reduce(.zero, +) }
  private var parts: [Money] { plan.parts(of: total) }

  /// What one account buys, in whole percents.
  private struct Election {
    let account: RebalanceProblem.Account
    let lines: [(reason: TradeReason, percent: Int)]
  }

  private var elections: [Election] {
    guard every != nil else { return [] }
    return proposal.problem.accounts.compactMap { account in
      let reasons = proposal.reasons.filter { $0.account == account.id && $0.side == .buy }
      guard !reasons.isEmpty else { return nil }
      return Election(account: account, lines: Array(zip(reasons, reasons.map(\.dollars).wholePercents)))
    }
  }

  /// The document `hearth.contribution/1`.
  public var json: JSONValue {
    .object([
      "schema": .string("hearth.contribution/1"),
      "asOf": .string(proposal.problem.asOf.description),
      "money": .array(
        money.sorted { $0.key < $1.key }.map {
          .object(["account": .string($0.key.rawValue), "amount": .number($0.value, places: 2)])
        }),
      "every": every.map { .string($0) },
      "waterFilling": .array(
        zip(plan.needs, parts).map { need, part in
          .object(["class": .string(need.assetClass.rawValue), "amount": .number(part, places: 2)])
        }),
      "neededWithoutSelling": plan.neededWithoutSelling.map { .number($0, places: 2) },
      "contributionsUntilOnTarget": plan.contributionsUntilOnTarget(of: total).map { .integer($0) },
      "elections": .array(
        elections.flatMap { election in
          election.lines.map { line in
            .object([
              "account": .string(election.account.id.rawValue), "security": .string(line.reason.security.rawValue),
              "percent": .integer(line.percent),
            ])
          }
        }),
      "limits": rooms.map { .array($0.map(Self.json(of:))) },
      "proposal": ProposalReport(proposal).json,
    ])
  }

  private static func json(of room: ContributionRoom) -> JSONValue {
    .object([
      "member": .string(room.member.rawValue), "kind": .string(room.kind?.rawValue ?? "additions"),
      "limit": .number(room.limit, places: 2), "soFar": .number(room.soFar, places: 2),
      "coming": .number(room.coming, places: 2), "left": .number(room.left, places: 2),
    ])
  }

  public func text(_ style: TextStyle) -> String {
    var output = ""
    for election in elections {
      var table = Table([.number("Percent"), .text("Security")])
      for line in election.lines { table.add(["\(line.percent) %", line.reason.security.rawValue]) }
      output += style.bold("\(election.account.name), new contributions") + "\n" + table.rendered(style) + "\n"
    }
    if every == nil { output += ProposalReport(proposal).text(style) + "\n" }
    output += style.paragraph(outlook) + "\n"
    return output + limitsText(style)
  }

  /// Whether new money alone brings the household to its targets, and when.
  private var outlook: String {
    guard let needed = plan.neededWithoutSelling, let count = plan.contributionsUntilOnTarget(of: total) else {
      return "New money alone never brings the household to its targets: it holds a class that it wants none of."
    }
    if needed.isZero { return "The household is on its targets." }
    let needs = "Without selling, \(Figures.dollars(needed)) must come in until every class is at its target"
    guard let every else { return needs + ", at today's prices." }
    let times = count == 1 ? "one contribution" : "\(count) contributions"
    return "\(needs): \(times) of \(Figures.dollars(total)) (\(every)), at today's prices."
      + (count > 24 ? " That is long; “hearth rebalance” sells." : "")
  }

  private func limitsText(_ style: TextStyle) -> String {
    guard let rooms else { return style.warning(style.paragraph("The limits of this year are not known.")) + "\n" }
    guard !rooms.isEmpty else { return "" }
    var table = Table([
      .text("Limit of the year", flexible: true), .number("Limit"), .number("So far"), .number("Now"), .number("Left"),
    ])
    for room in rooms {
      table.add(
        ["\(room.name): \(room.kind?.title ?? "all additions to employers' plans")"]
          + [room.limit, room.soFar, room.coming, room.left].map { Figures.dollars($0) })
    }
    let passed = rooms.filter { $0.left.isNegative }.map { room in
      "\(room.name) would pass the limit for \(room.kind?.title ?? "additions to plans") by \(Figures.dollars(-room.left))."
    }
    return "\n" + table.rendered(style)
      + style.dim(style.paragraph("“So far” is what this year's statements call contributions.")) + "\n"
      + passed.map { style.warning(style.paragraph($0)) + "\n" }.joined()
  }
}
