import Diagnostics
import Foundation
import Rebalancing
import Synchronization

/// What is searched for. A household that changes in what matters puts another question; one that only keeps a journal does not.
struct SearchQuestion: Sendable, Equatable {
  let problem: RebalanceProblem
  /// What is doubtful about it, which a proposal tells.
  let diagnostics: [Diagnostic]
}

/// Searches that go on or have ended: one for each question, the newest few.
final class SearchShelf<Found: Sendable>: Sendable {
  private static var room: Int { 6 }
  private let kept = Mutex<[(question: SearchQuestion, search: Search<Found>)]>([])
  private let queue: OperationQueue = {
    let queue = OperationQueue()
    queue.maxConcurrentOperationCount = 1
    return queue
  }()

  func search(for question: SearchQuestion) -> Search<Found>? {
    kept.withLock { kept in kept.first { $0.question == question }?.search }
  }

  /// Begins a search, unless there is one for this question; another that still goes on gives way to it.
  func begin(_ question: SearchQuestion, _ work: @escaping @Sendable (@escaping SearchObserver) throws -> Found) {
    guard search(for: question) == nil else { return }
    let search = Search<Found>()
    kept.withLock { kept in
      for entry in kept where entry.search.isGoing { entry.search.end() }
      kept.removeAll { $0.search.isGoing }
      kept.append((question, search))
      if kept.count > Self.room { kept.removeFirst() }
    }
    queue.addOperation { search.run(work) }
  }

  /// Lets go of everything, and returns when nothing is searched for any more.
  func close() async {
    kept.withLock { kept in
      for entry in kept { entry.search.end() }
      kept = []
    }
    await withCheckedContinuation { continuation in queue.addBarrierBlock { continuation.resume() } }
  }
}
