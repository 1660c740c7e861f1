import Measures
import MixedInteger
import Reports

/// How far a search is, in words.
struct SearchView: Sendable {
  let sentence: String
  let elapsed: String
  /// Where the wish to end it goes.
  let endPath: String
  let endWords: String

  init(_ progress: SolverProgress?, after duration: Duration, endPath: String, endWords: String) {
    self.endPath = endPath
    self.endWords = endWords
    let incumbent = progress?.incumbent.flatMap { Money(nearest: $0) }.map { Figures.dollars($0) }
    let gap = progress.flatMap { progress in
      progress.incumbent.flatMap { Money(nearest: $0 - progress.bound) }.map { Figures.dollars($0) }
    }
    switch (incumbent, gap) {
    case (let incumbent?, let gap?):
      sentence = "The best plan so far has an objective of \(incumbent) dollars; none is better by more than \(gap)."
    case (let incumbent?, nil): sentence = "The best plan so far has an objective of \(incumbent) dollars."
    default: sentence = "No plan yet."
    }
    let seconds = duration.components.seconds
    elapsed = seconds == 1 ? "1 second" : "\(seconds) seconds"
  }
}
