import Foundation
import Measures
import MixedInteger
import Reports
import Synchronization

/// Shows how a long search goes where somebody watches, and lets Ctrl-C end it with the best plan so far.
final class SearchProgress {
  private let console: Console
  private let begin = ContinuousClock.now
  private var lastSecond = 0

  init(on console: Console) {
    self.console = console
    wasInterrupted.store(false, ordering: .relaxed)
    // A second Ctrl-C ends the program as ever.
    signal(SIGINT) { _ in
      wasInterrupted.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
  }

  /// The time since the search began.
  var duration: Duration { ContinuousClock.now - begin }

  func verdict(_ progress: SolverProgress) -> SolverVerdict {
    let second = Int(duration.components.seconds)
    if second > lastSecond {
      lastSecond = second
      let gap = progress.incumbent.flatMap { Money(nearest: $0 - progress.bound) }
      let state = gap.map { "a plan within \(Figures.dollars($0)) dollars of the best" } ?? "no plan yet"
      console.progress("Searching for \(second) s: \(state) (Ctrl-C ends with the best so far)")
    }
    return wasInterrupted.load(ordering: .relaxed) ? .stop : .goOn
  }

  func end() {
    if lastSecond > 0 { console.endProgress() }
    signal(SIGINT, SIG_DFL)
  }
}

/// A signal handler may do no more than set a flag like this one.
private let wasInterrupted = Atomic(false)
