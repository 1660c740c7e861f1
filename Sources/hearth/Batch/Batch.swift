import Diagnostics
import Dispatch
import Foundation
import HiGHSSolver
import Rebalancing
import Reports
import Synchronization
import Workflows

/// Many households, one a line: as many at once as the machine has cores, answered in the order in which they came.
///
/// Only a few lines are in memory at any time, however long the book: a line is read when an earlier one has been answered.
final class Batch: Sendable {
  private let options: Rebalancer.Options
  private let name: String
  private let input: Mutex<NumberedLines>
  private let answers: Mutex<OrderedAnswers>
  /// One place for each line that is read and not yet answered.
  private let places: DispatchSemaphore
  private let workers: Int

  /// - Parameter input: a file descriptor to read from.
  init(
    _ input: Int32, name: String, options: Rebalancer.Options,
    workers: Int = ProcessInfo.processInfo.activeProcessorCount
  ) {
    self.options = options
    self.name = name
    self.workers = max(1, workers)
    self.input = Mutex(NumberedLines(input))
    answers = Mutex(OrderedAnswers())
    places = DispatchSemaphore(value: 8 * max(1, workers))
  }

  /// Answers all lines.
  ///
  /// - Returns: how many households there were, and how many had no answer.
  func run() throws -> (households: Int, failures: Int) {
    DispatchQueue.concurrentPerform(iterations: workers) { _ in work() }
    return try answers.withLock { answers in
      if let failure = answers.failure { throw failure }
      return (answers.written, answers.failures)
    }
  }

  private func work() {
    while true {
      places.wait()
      let line = answers.withLock { $0.failure == nil } ? input.withLock { $0.next() } : nil
      guard let line else {
        // Nobody else may wait for a place that will never be free.
        places.signal()
        return
      }
      let answer = answer(to: line)
      let freed = answers.withLock { $0.take(answer, of: line.index) }
      for _ in 0..<freed { places.signal() }
    }
  }

  private func answer(to line: NumberedLines.Line) -> OrderedAnswers.Answer {
    let reading = CaseProblem.reading(line.data, file: name, number: line.number)
    var diagnostics = reading.diagnostics
    if let problem = reading.value {
      do {
        let proposal = try Rebalancer(solver: HiGHSSolver(), options: options).proposal(for: problem)
        return .init(text: ProposalReport(proposal).json.line, isFailure: false)
      } catch {
        diagnostics.append(
          Diagnostic(.error, code: "solver-failed", "\(error)", remedy: "Try this household by itself."))
      }
    }
    return .init(text: BatchFailure(line: line.number, diagnostics: diagnostics).json.line, isFailure: true)
  }
}
