/// One page: a value whose stored properties its template names. To add one: a Swift file in `Pages`, a template of its name in
/// `Templates`, a line in `Route.all`.
///
/// A page has stored properties alone, since templates see no others; they hold texts, never amounts to calculate with. A template
/// looks for what is absent further out as well: where a row may lack something, it asks with a dot, `{{#.note}}…{{/.note}}`.
protocol Page: Sendable {
  /// The name of the template.
  static var template: String { get }
  var title: String { get }
  /// Where in the navigation the page stands.
  var section: Section? { get }
  /// After how many seconds the browser asks again by itself: while something goes on.
  var refresh: Int? { get }
}

extension Page {
  var refresh: Int? { nil }
}

/// An entry of the navigation.
enum Section: String, Sendable, CaseIterable {
  case overview, accounts, imports, rebalance, gains

  var title: String {
    switch self {
    case .overview: "Overview"
    case .accounts: "Accounts"
    case .imports: "Import"
    case .rebalance: "Rebalance"
    case .gains: "Taxes"
    }
  }

  var path: String {
    switch self {
    case .overview: "/"
    case .accounts: "/accounts"
    case .imports: "/import"
    case .rebalance: "/rebalance"
    case .gains: "/gains"
    }
  }
}

/// What the layout around every page shows.
struct Shell: Sendable {
  struct Entry: Sendable {
    let title: String
    let path: String
    let isCurrent: Bool
  }

  let title: String
  let navigation: [Entry]
  let formToken: String
  let isReadOnly: Bool

  init(title: String, section: Section?, formToken: String, isReadOnly: Bool) {
    self.title = title
    navigation = Section.allCases.map { Entry(title: $0.title, path: $0.path, isCurrent: $0 == section) }
    self.formToken = formToken
    self.isReadOnly = isReadOnly
  }
}
