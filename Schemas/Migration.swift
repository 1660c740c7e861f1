/// One step of the ledger's schema: plain SQL that has shipped and is never edited.
public struct Migration: Sendable {
  /// The version of the schema after this step; the first is 1.
  public let version: Int
  /// The file's name without its ending: `v001_statements`.
  public let name: String
  public let sql: String

  /// All steps, in the order in which they apply.
  public static let all: [Migration] = EmbeddedText.files.enumerated().map { index, file in
    let name = file.name.split(separator: "/").last.map(String.init) ?? file.name
    return Migration(version: index + 1, name: String(name.prefix { $0 != "." }), sql: file.text)
  }

  /// The version that this program knows.
  public static var latestVersion: Int { all.count }
}
