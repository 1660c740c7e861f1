import Foundation

/// One Swift file, as far as its outside tells.
struct SourceFile {
  /// Below the checkout: `Sources/Measures/Day.swift`.
  let path: String
  let lineCount: Int
  /// The lines without comments.
  let code: [(number: Int, text: Substring)]

  /// The modules that it imports; a sentence in a string that begins with the word is none.
  var imports: [(line: Int, module: String)] {
    code.filter { $0.text.contains("import ") }.compactMap { line in
      line.text.wholeMatch(of: /(?:@\w+ )?(?:public |package |internal )?import (?:\w+ )?([\w.]+) */)
        .map { (line.number, String($0.1)) }
    }
  }

  /// The types that the file declares, nested ones too.
  var types: [(line: Int, name: String)] {
    let keywords: Set<Substring> = ["struct", "enum", "class", "actor", "protocol", "typealias"]
    return words.flatMap { line in
      zip(line.words, line.words.dropFirst()).filter { keywords.contains($0) && $1.first?.isUppercase == true }
        .map { (line.number, String($1)) }
    }
  }

  /// The lines on which one of the words stands, as `Sources/X.swift:12`.
  func places(of wanted: Set<Substring>) -> [String] {
    words.filter { !wanted.isDisjoint(with: $0.words) }.map { "\(path):\($0.number)" }
  }

  /// A word goes on through letters, digits and what `try!` and `@unchecked` need.
  private var words: [(number: Int, words: [Substring])] {
    code.map { line in
      (line.number, line.text.split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "!" && $0 != "@" })
    }
  }

  init(_ path: String) throws {
    self.path = path
    let lines = try Checkout.text(path).split(separator: "\n", omittingEmptySubsequences: false)
    lineCount = lines.count - 1
    code = lines.enumerated().map { index, line in
      let comment = line.firstRange(of: "// ") ?? line.firstRange(of: "///")
      return (index + 1, comment.map { line[..<$0.lowerBound] } ?? line)
    }
  }

  /// Every Swift file below a folder of the checkout, in the order of the paths.
  static func all(in folder: String) throws -> [SourceFile] {
    let names = FileManager.default.subpaths(atPath: Checkout.root.appending(path: folder).path) ?? []
    return try names.filter { $0.hasSuffix(".swift") }.sorted().map { try SourceFile(folder + "/" + $0) }
  }
}

/// This checkout; the tests of the architecture depend on no module, so that they hold for all of them.
enum Checkout {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }
}
