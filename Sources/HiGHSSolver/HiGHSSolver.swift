public import MixedInteger

/// HiGHS (https://highs.dev) behind the `Solver` protocol: one thread and a fixed seed, so that the same program has the same
/// answer every time.
public struct HiGHSSolver: Solver {
  public init() {}

  public func solution(
    of program: MixedIntegerProgram, options: SolverOptions, start: [Double]?,
    observer: ((SolverProgress) -> SolverVerdict)?
  ) throws -> ProgramSolution {
    let model = try HiGHSModel(program)
    try model.apply(options)
    if let start { try model.begin(at: start) }
    return try model.solve(observer: observer)
  }
}
