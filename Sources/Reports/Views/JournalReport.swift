import Measures
public import Policy
public import PortfolioModel

/// What was decided, and how much was done a year against what the rule expects: `hearth journal`.
public struct JournalReport: Report {
  public let entries: [JournalEntry]
  public let trigger: RebalanceTrigger

  public init(_ entries: [JournalEntry], trigger: RebalanceTrigger) {
    self.entries = entries
    self.trigger = trigger
  }

  private var years: [JournalYear] { JournalYear.years(of: entries) }
  private var expectation: RuleExpectation { RuleExpectation(of: trigger) }

  /// The document `hearth.journal/1`.
  public var json: JSONValue {
    .object([
      "schema": .string("hearth.journal/1"),
      "rule": .string(trigger.description),
      "expected": .object([
        "acts": .number(expectation.acts, places: 2), "turnover": .number(expectation.turnover, places: 4),
      ]),
      "entries": .array(
        entries.map { entry in
          .object([
            "day": .string(entry.day.description), "verdict": .string(entry.verdict.rawValue),
            "reason": .string(entry.reason), "note": entry.note.map { .string($0) },
            "figures": entry.figures.map(\.json),
          ])
        }),
      "years": .array(
        years.map { year in
          .object([
            "year": .integer(year.year), "accepted": .integer(year.accepted), "overridden": .integer(year.overridden),
            "turnover": .number(year.turnover, places: 6), "cost": .number(year.cost, places: 2),
            "tax": .number(year.tax, places: 2), "busier": .bool(year.isBusier(than: trigger)),
          ])
        }),
    ])
  }

  public func text(_ style: TextStyle) -> String {
    if entries.isEmpty { return "Nothing was decided yet. “hearth accept” keeps what you decide.\n" }
    var table = Table([
      .text("Day"), .text("Decided"), .number("Sold"), .number("Bought"), .number("Cost"), .number("Tax"),
      .text("Why", flexible: true),
    ])
    for entry in entries {
      let amounts = entry.figures.map { [$0.sold, $0.bought, $0.cost, $0.tax].map { Figures.dollars($0) } }
      table.add(
        [entry.day.description, entry.verdict.rawValue] + (amounts ?? ["", "", "", ""])
          + [entry.note.map { "\($0) (\(entry.reason))" } ?? entry.reason])
    }
    return table.rendered(style) + (years.isEmpty ? "" : "\n" + yearTable.rendered(style) + remarks(style))
  }

  private var yearTable: Table {
    var table = Table([
      .number("Year"), .number("Accepted"), .number("Overridden"), .number("Turnover"), .number("Cost"), .number("Tax"),
    ])
    for year in years {
      table.add([
        String(year.year), String(year.accepted), String(year.overridden), Figures.percent(year.turnover),
        Figures.dollars(year.cost), Figures.dollars(year.tax),
      ])
    }
    return table
  }

  private func remarks(_ style: TextStyle) -> String {
    let acts = expectation.acts.formatted(places: 1)
    let ordinary =
      "In an ordinary year the rule (\(trigger)) acts \(acts) times and turns over \(Figures.percent(expectation.turnover, places: 1)); Docs/Policy.md says where that comes from."
    let busy = years.filter { $0.isBusier(than: trigger) }.map {
      "\($0.year) was busier than the rule asks for. Activity is not progress."
    }
    return "\n" + style.paragraph(ordinary) + "\n" + busy.map { style.warning(style.paragraph($0)) + "\n" }.joined()
  }
}
