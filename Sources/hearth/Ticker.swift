import Foundation
import Synchronization

/// Shows what a command is busy with, where somebody watches, from the second second on.
final class Ticker: Sendable {
  private let console: Console
  private let begin = ContinuousClock.now
  private let words: Mutex<String>
  private let isOver = Atomic(false)

  init(_ words: String, on console: Console) {
    self.console = console
    self.words = Mutex(words)
    guard console.isWatched else { return }
    let thread = Thread { [self] in
      while true {
        Thread.sleep(forTimeInterval: 0.25)
        if isOver.load(ordering: .acquiring) { return }
        let seconds = duration.components.seconds
        if seconds > 0 { console.progress("\(self.words.withLock { $0 }) (\(seconds) s)") }
      }
    }
    thread.start()
  }

  /// The time since it began.
  var duration: Duration { ContinuousClock.now - begin }

  func say(_ words: String) { self.words.withLock { $0 = words } }

  func end() {
    isOver.store(true, ordering: .releasing)
    if duration > .seconds(1) { console.endProgress() }
  }
}
