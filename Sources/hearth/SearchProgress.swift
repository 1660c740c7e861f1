import Foundation
import Measures
import MixedInteger
import Reports

/// Shows how a long search goes on a terminal's standard error, and lets Ctrl-C end it with the best plan so far.
final class SearchProgress {
  private let begin = ContinuousClock.now
  private var lastSecond = 0
  private let isShown = isatty(STDERR_FILENO) == 1

  init() {
    // A second Ctrl-C ends the program as ever.
    signal(SIGINT) { _ in
      wasInterrupted = 1
      signal(SIGINT, SIG_DFL)
    }
  }

  func verdict(_ progress: SolverProgress) -> SolverVerdict {
    let second = Int((ContinuousClock.now - begin) / .seconds(1))
    if isShown, second > lastSecond {
      lastSecond = second
      let plan = progress.incumbent.flatMap { Money(nearest: $0) }.map { Figures.dollars($0) } ?? "none yet"
      let bound = Money(nearest: progress.bound).map { Figures.dollars($0) } ?? "unknown"
      Output.note(
        "searching for \(second) s; best plan: \(plan), bound: \(bound) (Ctrl-C ends with the best plan so far)")
    }
    return wasInterrupted == 0 ? .goOn : .stop
  }
}

// The boundary to C: a signal handler may only set a flag of this type, and only the handler writes it.
nonisolated(unsafe) private var wasInterrupted: sig_atomic_t = 0
