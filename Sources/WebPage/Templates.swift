import Diagnostics
import Foundation
import Mustache
import Reports

/// The templates and assets that the binary carries (https://mustache.github.io/mustache.5.html): every value is escaped.
struct Templates: Sendable {
  private let library: MustacheLibrary

  init() throws {
    var library = MustacheLibrary()
    for file in EmbeddedText.files where file.name.hasPrefix("Templates/") {
      let name = file.name.dropFirst("Templates/".count).prefix { $0 != "." }
      try library.register(file.text, named: String(name))
    }
    self.library = library
  }

  func text(_ page: some Page, shell: Shell) -> String { text(type(of: page).template, shell: shell, page: page) }

  /// - Parameters:
  ///   - shell: `shell` in the template.
  ///   - page: `page` in the template.
  func text(_ template: String, shell: Shell, page: (any Page)? = nil) -> String {
    var values: [String: Any] = ["shell": shell]
    values["page"] = page
    // What escaping leaves and a browser would obey all the same: marks that reorder a line.
    return TextStyle.plain.safe(library.render(values, withTemplate: template) ?? "")
  }

  /// A file of `Assets`.
  static func asset(_ name: String) throws(Refusal) -> String {
    guard let file = EmbeddedText.files.first(where: { $0.name == "Assets/\(name)" }) else {
      throw Refusal(.notFound, "There is no such file.")
    }
    return file.text
  }
}
