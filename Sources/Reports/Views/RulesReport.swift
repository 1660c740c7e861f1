public import Scenarios

/// Tax and lot rules as stories, each with its source and whether the program keeps to it: `hearth verify-rules`.
public struct RulesReport: Report {
  public let scenarios: [Scenario]
  /// Whether every story is told whole.
  public let tellsAll: Bool

  public init(_ scenarios: [Scenario], tellsAll: Bool) {
    self.scenarios = scenarios
    self.tellsAll = tellsAll
  }

  public var failures: Int { scenarios.count { !$0.holds } }

  /// The document `hearth.rules/1`.
  public var json: JSONValue {
    .object([
      "schema": .string("hearth.rules/1"),
      "checked": .integer(scenarios.count),
      "failed": .integer(failures),
      "scenarios": .array(
        scenarios.map { scenario in
          .object([
            "name": .string(scenario.name), "kind": .string(scenario.kind.rawValue), "title": .string(scenario.title),
            "source": .string(scenario.source), "holds": .bool(scenario.holds),
            "story": tellsAll ? .array(scenario.lines.map { .string($0) }) : nil,
            "expected": scenario.holds ? nil : .array(scenario.expected.map { .string($0) }),
            "found": scenario.holds ? nil : .array(scenario.found.map { .string($0) }),
          ])
        }),
    ])
  }

  public func text(_ style: TextStyle) -> String {
    var output = ""
    for scenario in scenarios {
      if tellsAll { output += scenario.lines.joined(separator: "\n") + "\n\n" }
      output +=
        scenario.holds ? "OK  \(scenario.title). \(style.dim(scenario.source))\n" : differences(of: scenario, style)
    }
    let kept = failures == 0 ? "the program keeps to all of them" : "the program differs from \(failures) of them"
    return output + "\n\(scenarios.count) \(scenarios.count == 1 ? "story" : "stories"): \(kept).\n"
  }

  private func differences(of scenario: Scenario, _ style: TextStyle) -> String {
    var output = style.error("DIFFERS  \(scenario.title). \(scenario.source)") + "\n"
    for line in scenario.expected where !scenario.found.contains(line) { output += "  the rule:    \(line)\n" }
    for line in scenario.found where !scenario.expected.contains(line) { output += "  the program: \(line)\n" }
    return output
  }
}
