import Allocation
import Measures
public import PortfolioModel

/// The plan for the tilted targets beside the one for the strategic ones: `hearth rebalance --tactical`.
public struct TacticalReport: Report {
  public let tilt: TiltWords
  public let strategic: JournalEntry.Figures
  public let tactical: JournalEntry.Figures
  /// The tactical plan in full.
  public let plan: ProposalReport

  public init(
    tilt: TiltWords, strategic: JournalEntry.Figures, tactical: JournalEntry.Figures, plan: ProposalReport
  ) {
    self.tilt = tilt
    self.strategic = strategic
    self.tactical = tactical
    self.plan = plan
  }

  /// The document `hearth.tactical/1`.
  public var json: JSONValue {
    func json(of figures: JournalEntry.Figures) -> JSONValue {
      .object([
        "turnover": .number(Self.turnover(figures)), "sold": .number(figures.sold, places: 2),
        "bought": .number(figures.bought, places: 2), "cost": .number(figures.cost, places: 2),
        "tax": .number(figures.tax, places: 2),
      ])
    }
    return .object([
      "schema": .string("hearth.tactical/1"), "tilt": tilt.json, "strategic": json(of: strategic),
      "tactical": json(of: tactical), "proposal": plan.json,
    ])
  }

  /// Half of all that is bought and sold, as a part of the household.
  private static func turnover(_ figures: JournalEntry.Figures) -> Weight {
    (figures.sold + figures.bought).fraction(of: 2 * figures.total)
  }

  public func text(_ style: TextStyle) -> String {
    var table = Table([
      .text("Plan"), .number("Sells"), .number("Buys"), .number("Turnover"), .number("Cost"), .number("Tax"),
    ])
    for (name, figures) in [("strategic", strategic), ("tactical", tactical)] {
      table.add([
        name, Figures.dollars(figures.sold), Figures.dollars(figures.bought), Figures.percent(Self.turnover(figures)),
        Figures.dollars(figures.cost), Figures.dollars(figures.tax),
      ])
    }
    var targets = Table([.text("Target"), .number("Strategic"), .number("Tactical")])
    for (strategic, tactical) in zip(tilt.strategic, tilt.tactical) {
      targets.add([
        strategic.assetClass.rawValue, Figures.percent(strategic.weight, places: 1),
        Figures.percent(tactical.weight, places: 1),
      ])
    }
    return [
      style.bold("Tactical beside strategic") + "\n\n" + style.paragraph(tilt.sentence) + "\n",
      targets.rendered(style), table.rendered(style),
      style.paragraph("What follows is the tactical plan; hearth check stays with the strategic targets.") + "\n",
      plan.text(style),
    ].joined(separator: "\n")
  }
}
