/// One step of the ledger's schema: plain SQL that has shipped and is never edited.
public struct Migration: Sendable {
  /// The version of the schema after this step; the first is 1.
  public let version: Int
  /// The file's name without its ending: `v001_statements`.
  public let name: String
  public let sql: String

  /// All steps, in the order in which they apply.
  public static let all: [Migration] = EmbeddedText.files.compactMap { file in
    let name = file.name.split(separator: "/").last.map(String.init) ?? file.name
    guard let version = Int(name.dropFirst().prefix { $0 != "_" }) else { return nil }
    return Migration(version: version, name: String(name.prefix { $0 != "." }), sql: file.text)
  }.sorted { $0.version < $1.version }

  /// The version that this program knows.
  public static var latestVersion: Int { all.last?.version ?? 0 }
}
