public import Allocation
public import Diagnostics
public import Measures
public import Policy

/// The part of stocks by age and by years to a goal, beside what is held and wanted: `hearth glide`.
public struct GlideReport: Report {
  public let asOf: Day
  public let comparison: GlideComparison
  public let current: BroadMix?
  public let target: BroadMix?
  public let diagnostics: [Diagnostic]

  public init(
    asOf: Day, comparison: GlideComparison, current: BroadMix?, target: BroadMix?, diagnostics: [Diagnostic]
  ) {
    self.asOf = asOf
    self.comparison = comparison
    self.current = current
    self.target = target
    self.diagnostics = diagnostics
  }

  /// The document `hearth.glide/1`.
  public var json: JSONValue {
    func rules(_ stocks: [Weight?]) -> JSONValue {
      .array(
        zip(comparison.rules, stocks).map { rule, part in
          .object(["rule": .string(rule.name), "stocks": part.map { .number($0) }])
        })
    }
    func json(of line: GlideComparison.Line) -> JSONValue {
      .object([
        "name": .string(line.name), "age": line.age.map { .integer($0) }, "year": line.year.map { .integer($0) },
        "yearsLeft": line.yearsLeft.map { .integer($0) }, "rules": rules(line.stocks),
      ])
    }
    return .object([
      "schema": .string("hearth.glide/1"),
      "asOf": .string(asOf.description),
      "current": current.map { .number($0.stocks) },
      "target": target.map { .number($0.stocks) },
      "members": .array(comparison.members.map(json(of:))),
      "goals": .array(comparison.goals.map(json(of:))),
      "household": rules(comparison.household),
      "diagnostics": .array(diagnostics.map(\.json)),
    ])
  }

  public func text(_ style: TextStyle) -> String {
    var table = Table(
      [.text("Stocks by rule", flexible: true), .number("Age"), .number("Year"), .number("Left")]
        + comparison.rules.map { .number($0.name) })
    func cells(_ stocks: [Weight?]) -> [String] { stocks.map { $0.map { Figures.percent($0, places: 1) } ?? "—" } }
    func number(_ value: Int?) -> String { value.map(String.init) ?? "—" }
    for line in comparison.members + comparison.goals {
      table.add([line.name, number(line.age), number(line.year), number(line.yearsLeft)] + cells(line.stocks))
    }
    table.addRule()
    table.add(["Household, by what each owns", "", "", ""] + cells(comparison.household))
    let chosen = [("today", current), ("target", target)].compactMap { name, mix in
      mix.map { "\(name) \(Figures.percent($0.stocks, places: 1))" }
    }
    var output = style.bold("Age and stage on \(asOf)") + "\n\n" + table.rendered(style) + "\n"
    if !chosen.isEmpty {
      output +=
        style.paragraph(
          "Stocks, and what is neither bonds nor cash, in the household: \(chosen.joined(separator: ", ")).")
        + "\n"
    }
    if comparison.members.contains(where: { $0.age == nil || $0.year == nil }) {
      output +=
        style.warning(style.paragraph("Unknown where a member has no “born” or no “retires” in household.yaml.")) + "\n"
    }
    return output
      + style.paragraph(
        "These rules know neither inflation nor wages nor what you can bear; the target is yours. See hearth signals and hearth risk."
      ) + "\n"
  }
}
