public import Diagnostics
public import Measures
public import Policy
public import PortfolioModel
import Rebalancing

/// Whether the household is to act, and because of which rule, number and threshold: `hearth check`.
public struct CheckReport: Report {
  public let asOf: Day
  /// `due`, `not-due` or `paused`.
  public let verdict: String
  public let decision: RebalanceDecision
  public let doubts: [TargetDoubt]
  public let falls: [SaleAfterFall]
  public let resets: [AutomaticReset]
  public let goals: [GoalState]
  /// The plan, with what the journal would keep of it and its name in the household's folder.
  public let plan: ProposalReport?
  public let figures: JournalEntry.Figures?
  public let planName: String?
  public let diagnostics: [Diagnostic]

  public init(
    asOf: Day, verdict: String, decision: RebalanceDecision, doubts: [TargetDoubt], falls: [SaleAfterFall] = [],
    resets: [AutomaticReset] = [], goals: [GoalState] = [],
    plan: ProposalReport? = nil, figures: JournalEntry.Figures? = nil, planName: String? = nil,
    diagnostics: [Diagnostic]
  ) {
    self.asOf = asOf
    self.verdict = verdict
    self.decision = decision
    self.doubts = doubts
    self.falls = falls
    self.resets = resets
    self.goals = goals
    self.plan = plan
    self.figures = figures
    self.planName = planName
    self.diagnostics = diagnostics
  }

  /// The document `hearth.check/1`, which is also what a kept plan is.
  public var json: JSONValue {
    .object([
      "schema": .string("hearth.check/1"),
      "asOf": .string(asOf.description),
      "verdict": .string(verdict),
      "rule": .string(decision.trigger.description),
      "decision": .string(decision.description),
      "findings": .array(decision.findings.map(Self.json(of:))),
      "openReview": .text(decision.openReview),
      "nextReview": .text(decision.nextReview),
      "doubts": .array(doubts.map { .string($0.description) }),
      "notices": .array(falls.map { .string($0.description) }),
      "goals": .array(goals.map(\.json)),
      "automatic": .array(resets.map(\.json)),
      "plan": planName.map { .string($0) },
      "figures": figures.map(\.json),
      "proposal": plan?.json,
      "diagnostics": .array(diagnostics.map(\.json)),
    ])
  }

  private static func json(of finding: RebalanceDecision.Finding) -> JSONValue {
    .object([
      "class": .string(finding.assetClass.rawValue), "name": .string(finding.name), "target": .number(finding.target),
      "drift": .number(finding.drift), "threshold": .number(finding.threshold),
      "relativeThreshold": finding.relativeThreshold.map { .number($0) }, "past": .bool(finding.isPast),
    ])
  }

  public func text(_ style: TextStyle) -> String {
    let sentence = decision.description
    let words = style.paragraph(sentence.prefix(1).uppercased() + sentence.dropFirst() + ".")
    var output = (decision.isDue ? style.warning(words) : words) + "\n"
    if !doubts.isEmpty {
      output += style.warning(style.paragraph("Paused until the targets are confirmed:")) + "\n"
      output += doubts.map { style.paragraph("- \($0)") + "\n" }.joined()
      output += style.paragraph("If they still fit: hearth accept --targets. Else change them in household.yaml.")
      output += "\n"
    }
    output += falls.map { style.warning(style.paragraph("Notice: \($0).")) + "\n" }.joined()
    output += goals.map { $0.sentence(style) }.joined()
    output += resets.sentences(style)
    if let figures, let planName {
      let costs = "cost \(Figures.dollars(figures.cost)), tax \(Figures.dollars(figures.tax))"
      let trades = "sells \(Figures.dollars(figures.sold)) and buys \(Figures.dollars(figures.bought))"
      let next = "Read it in \(planName).txt; nothing is traded. When it is done: hearth accept."
      output += style.paragraph("The plan \(trades); \(costs). \(next)") + "\n"
    }
    return output
  }
}

extension JournalEntry.Figures {
  /// To the cent.
  var json: JSONValue {
    .object([
      "total": .number(total, places: 2), "sold": .number(sold, places: 2), "bought": .number(bought, places: 2),
      "cost": .number(cost, places: 2), "tax": .number(tax, places: 2),
    ])
  }
}
