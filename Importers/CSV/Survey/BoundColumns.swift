/// How the columns of one table in a file meet those that its layout expects: for whoever checks a profile.
public struct BoundColumns: Sendable {
  /// A column that a layout expects and the header lacks.
  public struct Missing: Sendable {
    public let role: ColumnRole
    /// The names that it may go by.
    public let names: [String]
  }

  /// A column of the file that plays no role.
  public struct Unused: Sendable {
    public let name: String
    /// Counted from 1, in characters.
    public let column: Int?
  }

  /// The header's line, counted from 1.
  public let line: Int
  public let content: TableLayout.Content
  public let missing: [Missing]
  public let unused: [Unused]
}

extension CSVReader {
  /// The columns of every table of the document that the layout knows, each header once.
  public static func columns(of document: CSVDocument, layout: CSVLayout) -> [BoundColumns] {
    var seen: Set<[String]> = []
    return document.records.compactMap { record in
      guard let names = document.possibleHeader(record), let table = layout.table(for: Set(names)),
        seen.insert(names).inserted
      else { return nil }
      let used = Set(table.columns.values.joined())
      let missing = ColumnRole.allCases.compactMap { role in
        table.columns[role].flatMap { known in
          known.contains(where: names.contains) ? nil : BoundColumns.Missing(role: role, names: known)
        }
      }
      let unused = names.indices.filter { !names[$0].isEmpty && !used.contains(names[$0]) }
      return BoundColumns(
        line: Int(record.line), content: table.content, missing: missing,
        unused: unused.filter { !names[$0].hasPrefix(HeaderName.unnamed) }
          .map { .init(name: names[$0], column: document.characterColumn(record, $0)) })
    }
  }
}

extension CSVDocument {
  /// The header that lacks fewest of the columns that a pattern wants: its line, its names, and what it lacks.
  ///
  /// - Returns: `nil` where no line has any of them.
  public func nearestHeader(to pattern: HeaderPattern) -> (line: Int, names: Set<String>, missing: [[String]])? {
    var best: (line: Int, names: Set<String>, missing: [[String]])?
    for record in records.prefix(200) {
      guard let names = possibleHeader(record).map({ Set($0) }) else { continue }
      let missing = pattern.missing(in: names)
      if missing.count < best?.missing.count ?? pattern.count { best = (Int(record.line), names, missing) }
    }
    return best
  }
}
