/// What a reader found, and everything that it has to say about it: problems are collected, not thrown one at a time.
public struct Reading<Value: Sendable>: Sendable {
  /// Absent where the input could not be read at all; `diagnostics` then holds an error.
  public var value: Value?
  public var diagnostics: [Diagnostic]

  public init(_ value: Value?, diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  public func map<Other: Sendable>(_ transform: (Value) -> Other) -> Reading<Other> {
    Reading<Other>(value.map(transform), diagnostics: diagnostics)
  }

  /// The value, or everything that was wrong.
  public func get() throws(DiagnosticsError) -> Value {
    guard let value else { throw DiagnosticsError(diagnostics) }
    return value
  }
}
