/// A result that a person can read as text and a program as JSON.
public protocol Report: Sendable {
  var json: JSONValue { get }
  func text(_ style: TextStyle) -> String
}
