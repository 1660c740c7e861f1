import Foundation

/// Runs what blocks (the ledger, files) on a few threads of its own, in the order of its coming.
struct WorkQueue: Sendable {
  private let queue: OperationQueue

  init(width: Int) {
    queue = OperationQueue()
    queue.maxConcurrentOperationCount = width
  }

  func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      queue.addOperation { continuation.resume(with: Result(catching: work)) }
    }
  }
}
