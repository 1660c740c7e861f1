import MixedInteger

/// A solver whose searches end where a test wants them to.
struct ScriptedSolver: Solver {
  let result: @Sendable (MixedIntegerProgram) throws -> ProgramSolution

  func solution(
    of program: MixedIntegerProgram, options: SolverOptions, start: [Double]?,
    observer: ((SolverProgress) -> SolverVerdict)?
  ) throws -> ProgramSolution { try result(program) }
}
