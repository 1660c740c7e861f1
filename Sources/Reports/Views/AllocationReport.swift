public import Allocation
public import Diagnostics
import Measures
public import Policy
public import PortfolioModel

/// Where the household's money is, against where it should be: `hearth allocation`.
public struct AllocationReport: Report {
  public let allocation: AssetAllocation
  /// Whether the household's rule calls for action; `nil` where it has no targets.
  public let decision: RebalanceDecision?
  /// Each goal with targets of its own, against them.
  public let goals: [GoalState]
  /// What plans do by themselves; the decision counts on it.
  public let resets: [AutomaticReset]
  public let currency: String
  public let diagnostics: [Diagnostic]

  public init(
    _ allocation: AssetAllocation, decision: RebalanceDecision?, goals: [GoalState] = [], resets: [AutomaticReset] = [],
    currency: String,
    diagnostics: [Diagnostic]
  ) {
    self.allocation = allocation
    self.decision = decision
    self.goals = goals
    self.resets = resets
    self.currency = currency
    self.diagnostics = diagnostics
  }

  // MARK: For a person

  public func text(_ style: TextStyle) -> String {
    var sections = [
      style.bold("Allocation on \(allocation.asOf)")
        + "  \(Figures.dollars(allocation.total)) \(currency), \(viewWords)\n",
      classTable.rendered(style),
    ]
    if let decision { sections.append(sentence(decision, style) + "\n" + resets.sentences(style)) }
    sections += goals.map { $0.section(style) }
    sections += [accountTable, ownerTable, treatmentTable].map { $0.rendered(style) }
    let notices = notices.map { style.warning(style.paragraph($0)) + "\n" }.joined()
    if !notices.isEmpty { sections.append(notices) }
    return sections.joined(separator: "\n")
  }

  /// Whether the taxes to come are counted.
  public var viewWords: String {
    if case .preTax = allocation.view { "before tax" } else { "after the taxes to come" }
  }

  private func sentence(_ decision: RebalanceDecision, _ style: TextStyle) -> String {
    let text = decision.description
    let sentence = style.paragraph(text.prefix(1).uppercased() + text.dropFirst() + ".")
    return decision.isDue ? style.warning(sentence) : sentence
  }

  private var classTable: Table { Self.classTable(allocation) }

  static func classTable(_ allocation: AssetAllocation) -> Table {
    var table = Table([
      .text("Class", flexible: true), .number("Value"), .number("Weight"), .number("Target"), .number("Drift"),
      .number("Relative"), .number("Band"), .text(""),
    ])
    for share in allocation.classes {
      table.add([
        String(repeating: "  ", count: share.depth) + share.name, Figures.dollars(share.value),
        Figures.percent(share.weight), share.target.map { Figures.percent($0) } ?? "",
        share.drift.map { Figures.points($0) } ?? "",
        share.band == nil ? "" : share.relativeDrift.map { Figures.points($0, places: 1) + " %" } ?? "",
        share.band.map { Figures.band($0) } ?? "",
        share.isInBand.map { $0 ? "in band" : "OUT" } ?? "",
      ])
    }
    if !allocation.unclassifiedValue.isZero {
      table.add([
        "Unclassified", Figures.dollars(allocation.unclassifiedValue),
        Figures.percent(allocation.unclassifiedValue.fraction(of: allocation.total)), "", "", "", "", "",
      ])
    }
    table.addRule()
    table.add(["Total", Figures.dollars(allocation.total), "", "", "", "", "", ""])
    return table
  }

  private var accountTable: Table {
    var table = Table([
      .text("Account", flexible: true), .text("Kind"), .number("Value"), .number("Weight"), .number("Cash in it"),
    ])
    for share in allocation.accounts {
      table.add([
        share.name, share.kind?.title ?? "unassigned", Figures.dollars(share.value), Figures.percent(share.weight),
        Figures.dollars(share.cash),
      ])
    }
    return table
  }

  private var ownerTable: Table {
    var table = Table([.text("Owner", flexible: true), .number("Value"), .number("Weight")])
    for share in allocation.owners {
      table.add([share.name, Figures.dollars(share.value), Figures.percent(share.weight)])
    }
    return table
  }

  private var treatmentTable: Table {
    var table = Table([.text("Tax treatment", flexible: true), .number("Value"), .number("Weight")])
    for share in allocation.treatments {
      table.add([
        share.treatment?.title ?? "not said", Figures.dollars(share.value), Figures.percent(share.weight),
      ])
    }
    return table
  }

  /// What a person should know before trusting the figures.
  public var notices: [String] {
    var notices = allocation.unclassified.map {
      "Unclassified: \($0.security) \(Figures.dollars($0.value)). State its classes under “securities” in household.yaml."
    }
    notices += allocation.unassigned.map {
      "Unassigned: \($0.id). It counts here and is left out of proposals until household.yaml says what kind it is."
    }
    notices += allocation.stale.map { stale in
      let subject = stale.security.map { "the price of \($0)" } ?? "the cash"
      let age = stale.age.map { "\($0) days old (\(stale.day.map(\.description) ?? ""))" } ?? "of no known day"
      return "Stale: \(subject) in \(stale.account) is \(age)."
    }
    return notices
  }
}

extension TaxTreatment {
  /// The words for a person.
  public var title: String {
    switch self {
    case .taxable: "Taxable"
    case .traditional: "Traditional (taxed when withdrawn)"
    case .roth: "Roth (not taxed again)"
    case .hsa: "Health savings"
    case .education: "Education (529)"
    }
  }
}
