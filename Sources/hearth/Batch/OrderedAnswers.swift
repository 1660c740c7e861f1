import Foundation

/// Holds answers back until those before them are written.
struct OrderedAnswers {
  struct Answer {
    let text: String
    let isFailure: Bool
  }

  private var early: [Int: Answer] = [:]
  private(set) var written = 0
  private(set) var failures = 0
  /// Why standard output takes no more.
  private(set) var failure: (any Error)?

  /// - Returns: how many answers are out of the way now.
  mutating func take(_ answer: Answer, of index: Int) -> Int {
    early[index] = answer
    let before = written
    while let next = early.removeValue(forKey: written) {
      written += 1
      if next.isFailure { failures += 1 }
      guard failure == nil else { continue }
      do {
        try FileHandle.standardOutput.write(contentsOf: Data((next.text + "\n").utf8))
      } catch { failure = error }
    }
    return written - before
  }
}
