import Diagnostics
import HiGHSSolver
import Measures
import Rebalancing
import Taxes
import Testing

@Suite("Returns of years to come")
struct TaxYearTests {
  @Test("are reckoned with the newest table, and the proposal says so first")
  func newest() throws {
    var household = RandomHousehold(seed: 1001)
    var problem = household.small()
    problem.taxReturns[0].year = 2026
    let known = try Rebalancer(solver: HiGHSSolver()).proposal(for: problem)
    problem.taxReturns[0].year = 2029
    let found = try Rebalancer(solver: HiGHSSolver()).proposal(for: problem)
    #expect(found.trades == known.trades)
    #expect(found.evaluation.parts == known.evaluation.parts)
    #expect(known.diagnostics.filter { $0.code == "tax-table-older" } == [])
    let first = try #require(found.diagnostics.first)
    #expect(
      first.message == "The tax of return u for 2029 is reckoned with the newest table, of 2026.")
  }
}
