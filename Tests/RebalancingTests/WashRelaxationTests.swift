import HiGHSSolver
import Measures
import MixedInteger
import Testing

@testable import Rebalancing

@Suite("Losses that meet replacements in any order")
struct WashRelaxationTests {
  @Test("bound what the order of the law allows", arguments: 1...60)
  func bounds(seed: Int) throws {
    var household = RandomHousehold(seed: 7000 + seed)
    let space = TradeSpace(household.washing().canonical.withKnownTaxTables.problem)
    let exact = try solution(of: PlacementModel(space))
    let loose = try solution(of: PlacementModel(space, shape: ProgramShape(relaxesWashes: true)))
    #expect(loose.objective <= exact.objective + 0.001)
    #expect(ExhaustiveTests.cheapestPlan(of: space.problem).objective.approximate >= loose.objective - 0.02)
  }

  @Test("take fewer choices")
  func choices() {
    var saved = 0
    for seed in 1...20 {
      var household = RandomHousehold(seed: 7000 + seed)
      let space = TradeSpace(household.washing().canonical.withKnownTaxTables.problem)
      let exact = PlacementModel(space)
      let loose = PlacementModel(space, shape: ProgramShape(relaxesWashes: true))
      #expect(loose.program.isInteger.count(where: \.self) <= exact.program.isInteger.count(where: \.self))
      saved += exact.program.isInteger.count(where: \.self) - loose.program.isInteger.count(where: \.self)
    }
    #expect(saved > 0)
  }

  private func solution(of model: PlacementModel) throws -> ProgramSolution {
    var options = SolverOptions()
    options.absoluteGap = 0.0001
    return try HiGHSSolver().solution(of: model.program, options: options)
  }
}
