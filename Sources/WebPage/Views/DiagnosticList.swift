import Diagnostics

/// Diagnostics for a person: the sentence, the place, what to do, and where in the page that is done.
struct DiagnosticList: Sendable {
  struct Item: Sendable {
    /// `error`, `warning` or `note`.
    let severity: String
    let sentence: String
    let place: String?
    let element: String?
    let remedy: String?
    let code: String
    let action: Link?
  }

  let items: [Item]
  let hasAny: Bool

  init(_ diagnostics: [Diagnostic]) {
    items = diagnostics.map { diagnostic in
      let message = diagnostic.message
      return Item(
        severity: diagnostic.severity.rawValue, sentence: message.prefix(1).uppercased() + message.dropFirst(),
        place: diagnostic.place.map { "\($0)" }, element: diagnostic.element, remedy: diagnostic.remedy,
        code: diagnostic.code, action: Self.actions[diagnostic.code])
    }
    hasAny = !items.isEmpty
  }

  /// Where the page itself offers what a remedy asks for.
  private static let actions = [
    "ledger-absent": Link("Import your first statements", "/import"),
    "page-404": Link("To the overview", "/"),
  ]
}

struct Link: Sendable {
  let words: String
  let path: String

  init(_ words: String, _ path: String) {
    self.words = words
    self.path = path
  }
}
