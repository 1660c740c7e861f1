import Diagnostics
import HiGHSSolver
import Measures
import MixedInteger
import Rebalancing
import Testing

@Suite("Searches that end early")
struct LimitTests {
  @Test("a search without an answer leaves the household as it is, and says so")
  func noAnswer() throws {
    var household = RandomHousehold(seed: 1)
    let solver = ScriptedSolver { _ in
      ProgramSolution(status: .unknown, values: [], objective: .infinity, bound: -.infinity)
    }
    let found = try Rebalancer(solver: solver).proposal(for: household.small())
    #expect(found.status == .feasible)
    #expect(found.trades == ProposedTrades())
    #expect(found.bound == nil)
    #expect(found.diagnostics.map(\.code).contains("search-limit"))
  }

  @Test("a solver that fails is an error, not a plan")
  func failure() throws {
    var household = RandomHousehold(seed: 1)
    let solver = ScriptedSolver { _ in throw SolverFailure("no licence") }
    #expect(throws: SolverFailure.self) { try Rebalancer(solver: solver).proposal(for: household.small()) }
  }

  @Test("who stops the search gets a plan that keeps all rules")
  func stopped() throws {
    var household = RandomHousehold(seed: 1003)
    let found = try Rebalancer(solver: HiGHSSolver()).proposal(for: household.small()) { _ in .stop }
    #expect(found.evaluation.violations == [])
    #expect(found.objective <= found.nothing.parts.objective)
  }
}
