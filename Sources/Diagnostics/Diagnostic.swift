/// Something that a person should know about an input: what, where, and what to do about it.
public struct Diagnostic: Sendable, Hashable {
  public enum Severity: String, Sendable, Hashable, CaseIterable {
    /// The input cannot be used as it stands.
    case error
    /// The input is used; something in it is doubtful.
    case warning
    /// The input is used; something about it is worth knowing.
    case note
  }

  public let severity: Severity
  /// Stable and searchable, in kebab case: `ofx-bad-number`.
  public let code: String
  /// One sentence in the user's words, with the value that caused it.
  public let message: String
  public let place: SourceLocation?
  /// The path of the element inside the document: `INVPOSLIST/POSMF[3]/UNITS`, `accounts[2].kind`.
  public let element: String?
  /// One sentence that says what to do.
  public let remedy: String?

  public init(
    _ severity: Severity, code: String, _ message: String, at place: SourceLocation? = nil,
    element: String? = nil, remedy: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.place = place
    self.element = element
    self.remedy = remedy
  }
}

/// The problems that keep an operation from going on, thrown together.
public struct DiagnosticsError: Error, Sendable {
  public let diagnostics: [Diagnostic]
  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
  public init(_ diagnostic: Diagnostic) { diagnostics = [diagnostic] }
}
