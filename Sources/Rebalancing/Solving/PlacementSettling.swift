import MixedInteger

/// Makes one answer of a solution: whole numbers are fixed, the rest is solved again at a tight tolerance, and among the amounts
/// that cost the same those come first whose accounts, securities and lots come first in canonical order.
struct PlacementSettling {
  private static let tolerance = 1e-9
  /// Dollars within which two plans cost the same.
  private static let tie = 1e-4
  let solver: any Solver

  /// - Returns: the settled values and their objective; `nil` where the tight program has no solution.
  func settled(_ model: PlacementModel, _ values: [Double]) throws -> (values: [Double], objective: Double)? {
    var options = SolverOptions()
    options.feasibilityTolerance = Self.tolerance
    let program = model.program.fixingIntegers(at: values)
    let best = try solver.solution(of: program, options: options)
    guard best.hasSolution else { return nil }

    var tied = program
    tied.constrain(program.objective, to: best.objective + Self.tie, "best")
    var ranks = [Double](repeating: 0, count: program.variableCount)
    let trades = model.sales.flatMap(\.lots) + model.buys.map(\.amount)
    for (rank, variable) in trades.enumerated() {
      ranks[variable.index] = Double(rank + 1) / Double(trades.count)
    }
    let first = try solver.solution(of: tied.minimising(ranks), options: options)
    guard first.hasSolution else { return (best.values, best.objective) }
    return (first.values, program.objective(of: first.values))
  }
}
