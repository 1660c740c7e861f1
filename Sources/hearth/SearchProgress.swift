import Foundation
import Measures
import MixedInteger
import Reports
import Synchronization

/// Shows how a long search goes where somebody watches, and lets Ctrl-C end it with the best plan so far.
final class SearchProgress {
  private static let invitation = "Ctrl-C ends with the best plan so far"
  private let ticker: Ticker

  init(on console: Console) {
    ticker = Ticker("Searching; \(Self.invitation)", on: console)
    wasInterrupted.store(false, ordering: .relaxed)
    // A second Ctrl-C ends the program as ever.
    signal(SIGINT) { _ in
      wasInterrupted.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
  }

  var duration: Duration { ticker.duration }

  func verdict(_ progress: SolverProgress) -> SolverVerdict {
    if let gap = progress.incumbent.flatMap({ Money(nearest: $0 - progress.bound) }) {
      ticker.say("A plan within \(Figures.dollars(gap)) dollars of the best; \(Self.invitation)")
    }
    return wasInterrupted.load(ordering: .relaxed) ? .stop : .goOn
  }

  func end() {
    ticker.end()
    signal(SIGINT, SIG_DFL)
  }
}

/// A signal handler may do no more than set a flag like this one.
private let wasInterrupted = Atomic(false)
