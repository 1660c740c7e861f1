import Foundation
import HiGHSSolver
import MixedInteger
import Synchronization

/// A solver whose first search goes on until somebody stops it, and then gives what the real one finds.
final class SlowSolver: Solver {
  private let solver = HiGHSSolver()
  private let hasWaited = Atomic(false)

  func solution(
    of program: MixedIntegerProgram, options: SolverOptions, start: [Double]?,
    observer: ((SolverProgress) -> SolverVerdict)?
  ) throws -> ProgramSolution {
    let found = try solver.solution(of: program, options: options, start: start, observer: nil)
    guard let observer, !hasWaited.exchange(true, ordering: .relaxed) else { return found }
    while observer(SolverProgress(incumbent: nil, bound: 0)) == .goOn { Thread.sleep(forTimeInterval: 0.01) }
    return found
  }
}
