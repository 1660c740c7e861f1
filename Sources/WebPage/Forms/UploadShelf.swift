import Synchronization

/// Statements that were sent and wait for a yes: the newest few; older ones are forgotten, and their files with them.
final class UploadShelf: Sendable {
  private static let room = 4
  private let kept = Mutex<[(key: String, submission: Submission)]>([])

  /// - Returns: the key under which they are found again.
  func keep(_ submission: Submission) -> String {
    let key = Keys.secret()
    kept.withLock { kept in
      kept.append((key, submission))
      if kept.count > Self.room { kept.removeFirst() }
    }
    return key
  }

  func submission(_ key: String) -> Submission? {
    kept.withLock { kept in kept.first { Keys.match(key, $0.key) }?.submission }
  }

  func forget(_ key: String) { kept.withLock { kept in kept.removeAll { $0.key == key } } }
}
