public import Measures
public import Rebalancing

/// Plans side by side and the frontier: `hearth rebalance --compare`, `hearth optimize --compare`.
public struct ComparisonReport: Report {
  public let comparison: Comparison
  /// How long the searches took, where the caller measured it.
  public let duration: Duration?

  public init(_ comparison: Comparison, duration: Duration? = nil) {
    self.comparison = comparison
    self.duration = duration
  }

  /// The document `hearth.comparison/1`.
  public var json: JSONValue {
    .object([
      "schema": .string("hearth.comparison/1"),
      "asOf": .string(comparison.problem.asOf.description),
      "seconds": duration.map { .seconds($0) },
      "complete": .bool(!comparison.wasStopped),
      "plans": .array(comparison.plans.map(Self.json(of:))),
      "frontier": .array(comparison.frontier.map(Self.json(of:))),
    ])
  }

  private static func json(of plan: Comparison.Plan) -> JSONValue {
    .object([
      "kind": .string(plan.kind.rawValue), "proven": .bool(plan.isProven), "trades": .integer(plan.tradeCount),
      "offTarget": .number(plan.offTarget, places: 6), "objective": .number(plan.evaluation.parts.objective),
      "parts": ProposalReport.json(of: plan.evaluation.parts),
      "disallowedLoss": .number(plan.evaluation.disallowedLoss, places: 2),
    ])
  }

  public func text(_ style: TextStyle) -> String {
    var output = style.bold("Plans side by side") + "\n" + plans.rendered(style)
    output += plansRemarks.map { style.dim("  " + $0) + "\n" }.joined() + "\n"
    if comparison.frontier.count > 1 {
      output += style.bold("What coming nearer costs") + "\n" + frontier.rendered(style) + "\n"
    }
    if comparison.wasStopped { output += "The search was stopped; these are the plans found until then.\n" }
    return output
  }

  /// A row for each plan; one that is not proven has a star.
  public var plans: Table {
    var table = Table([
      .text("Plan", flexible: true), .number("Trades"), .number("Off target"), .number("Tax now"), .number("Trading"),
      .number("Later"), .number("Drift"), .number("Objective"), .number("Washed"),
    ])
    for plan in comparison.plans {
      let parts = plan.evaluation.parts
      table.add([
        plan.kind.title + (plan.isProven ? "" : " *"), String(plan.tradeCount), Figures.percent(plan.offTarget),
        Figures.dollars(parts.tax), Figures.dollars(parts.cost),
        Figures.dollars(parts.carryValue + parts.embedded + parts.location), Figures.dollars(parts.drift),
        Figures.dollars(parts.objective),
        plan.evaluation.disallowedLoss.isZero ? "" : Figures.dollars(plan.evaluation.disallowedLoss),
      ])
    }
    return table
  }

  /// How to read the plans.
  public var plansRemarks: [String] {
    let star = "* not proven to be as near the best as was asked, or not all that was asked of it can be met"
    let columns =
      "Off target: half the sum of the classes' distances. Later: losses carried, tax on these gains, fees, distributions. "
      + "Washed: losses that do not count."
    return (comparison.plans.allSatisfy(\.isProven) ? [] : [star]) + [columns]
  }

  /// The dollars of each point, and what each point of drift less than at the point before costs.
  public var frontier: Table {
    var table = Table([
      .number("Off target"), .number("Trades"), .number("Dollars, now and later"), .number("For each point nearer"),
    ])
    var before: Comparison.Plan?
    for plan in comparison.frontier {
      var price = ""
      if let before, before.offTarget > plan.offTarget {
        let points = Weight(steps: (before.offTarget - plan.offTarget).steps * 100)
        let more = plan.evaluation.parts.dollars - before.evaluation.parts.dollars
        price = more.scaled(by: Weight(1), over: points, rounding: .halfEven).map { Figures.dollars($0) } ?? ""
      }
      table.add([
        Figures.percent(plan.offTarget), String(plan.tradeCount), Figures.dollars(plan.evaluation.parts.dollars), price,
      ])
      before = plan
    }
    return table
  }

  /// A point of the frontier as a part of a chart's width and height: to the right farther from the targets, upwards dearer.
  public struct Point: Sendable {
    public let across: Weight
    public let up: Weight
    public let isProposal: Bool
  }

  public var points: [Point] {
    let dollars = comparison.frontier.map(\.evaluation.parts.dollars)
    guard let least = dollars.min(), let most = dollars.max(),
      let farthest = comparison.frontier.map(\.offTarget).max(), !farthest.isZero
    else { return [] }
    return comparison.frontier.map { plan in
      Point(
        across: plan.offTarget.scaled(by: Weight(1), over: farthest, rounding: .halfEven) ?? .zero,
        up: (plan.evaluation.parts.dollars - least).fraction(of: most - least), isProposal: plan.kind == .proposal)
    }
  }
}

extension Comparison.Kind {
  /// The words for a person.
  var title: String {
    switch self {
    case .nothing: "Do nothing"
    case .buyOnly: "Buy only, sell nothing"
    case .noTax: "Without more tax"
    case .withinBands: "Into the bands, for the least dollars"
    case .proposal: "The proposal"
    case .target: "To the targets, whatever it costs"
    case .separate: "Each account by itself"
    case .asNearAsSeparate: "The household, as near as that"
    case .frontier: "Frontier"
    }
  }
}
