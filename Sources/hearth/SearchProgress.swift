import Foundation
import Measures
import MixedInteger
import Reports

/// Shows how a long search goes where somebody watches, and lets Ctrl-C end it with the best plan so far.
final class SearchProgress {
  private let console: Console
  private let begin = ContinuousClock.now
  private var lastSecond = 0

  init(on console: Console) {
    self.console = console
    // A second Ctrl-C ends the program as ever.
    signal(SIGINT) { _ in
      wasInterrupted = 1
      signal(SIGINT, SIG_DFL)
    }
  }

  /// Seconds since the search began.
  var seconds: Double { (ContinuousClock.now - begin) / .seconds(1) }

  func verdict(_ progress: SolverProgress) -> SolverVerdict {
    let second = Int(seconds)
    if second > lastSecond {
      lastSecond = second
      let gap = progress.incumbent.flatMap { Money(nearest: $0 - progress.bound) }
      let state = gap.map { "a plan within \(Figures.dollars($0)) dollars of the best" } ?? "no plan yet"
      console.progress("Searching for \(second) s: \(state) (Ctrl-C ends with the best so far)")
    }
    return wasInterrupted == 0 ? .goOn : .stop
  }

  func end() {
    if lastSecond > 0 { console.endProgress() }
    signal(SIGINT, SIG_DFL)
  }
}

// The boundary to C: a signal handler may only set a flag of this type, and only the handler writes it.
nonisolated(unsafe) private var wasInterrupted: sig_atomic_t = 0
