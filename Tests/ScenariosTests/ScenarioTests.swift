import Scenarios
import Testing

@Suite("Rules as stories")
struct ScenarioTests {
  @Test("the program keeps to every one", arguments: try Scenario.all())
  func holds(scenario: Scenario) { #expect(scenario.found == scenario.expected) }

  @Test("each has a name of its own and the source of its rule, and there are enough of each kind")
  func names() throws {
    let all = try Scenario.all()
    #expect(Set(all.map(\.name)).count == all.count)
    #expect(all.allSatisfy { !$0.source.isEmpty })
    #expect(all.count { $0.expected.isEmpty } <= 2)
    #expect(all.count { $0.kind == .lots } >= 60)
    #expect(all.count { $0.kind == .washSales } >= 30)
    #expect(all.count { $0.kind == .returns } >= 40)
  }
}
