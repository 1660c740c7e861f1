import Measures
import MixedInteger
import Synchronization

/// Sees how far a search is, and says whether it shall go on.
typealias SearchObserver = (SolverProgress) -> SolverVerdict

/// A search that goes on while pages are shown: how far it is, and what it has found.
final class Search<Found: Sendable>: Sendable {
  enum State: Sendable {
    /// `nil` until the solver has said something.
    case going(SolverProgress?)
    case found(Found, Duration)
    case failed(any Error)
  }

  private let kept = Mutex<State>(.going(nil))
  private let shallEnd = Atomic(false)
  private let started = ContinuousClock.now

  var state: State { kept.withLock { $0 } }

  /// How long it has gone on.
  var duration: Duration { started.duration(to: .now) }

  var isGoing: Bool { if case .going = state { true } else { false } }

  /// Asks it to end with the best that it has found so far.
  func end() { shallEnd.store(true, ordering: .relaxed) }

  func run(_ work: (@escaping SearchObserver) throws -> Found) {
    do {
      let found = try work { [self] progress in
        kept.withLock { $0 = .going(progress) }
        return shallEnd.load(ordering: .relaxed) ? .stop : .goOn
      }
      kept.withLock { $0 = .found(found, duration) }
    } catch {
      kept.withLock { $0 = .failed(error) }
    }
  }
}
