import Reports
import Statements

/// What an import does, file by file, with every row that changes nothing and why.
struct PlanView: Sendable {
  struct Rows: Sendable {
    let file: String
    /// Contradicting rows first.
    let table: TableView
    /// How many more there are, in words.
    let rest: String?
  }

  /// Rows of one file that are shown: all that contradict, and so many others.
  private static let room = 200

  let counts: TableView
  let skipped: [Rows]
  let hasSkipped: Bool
  let unmapped: [String]
  let hasUnmapped: Bool

  init(_ plan: ImportPlan) {
    // A count that no file has is not shown.
    let shown = ImportPlan.File.counts.filter { item in
      item.isAlwaysShown || plan.files.contains { $0[keyPath: item.count] > 0 }
    }
    var counts = TableView("Rows of each file", [.text("File")] + shown.map { .number($0.title) })
    for file in plan.files {
      counts.add(.init(file.file), shown.map { .init("\(file[keyPath: $0.count])") })
    }
    self.counts = counts
    skipped = plan.files.compactMap(Self.rows)
    hasSkipped = !skipped.isEmpty
    unmapped = plan.unmappedAccounts
    hasUnmapped = !unmapped.isEmpty
  }

  private static func rows(of file: ImportPlan.File) -> Rows? {
    guard !file.skipped.isEmpty || !file.changes.isEmpty else { return nil }
    var table = TableView(
      "Rows of \(file.file) that are not new", [.text("Line"), .text("Why"), .text("Same as")])
    for change in file.changes {
      let words = [change.before ?? "was left out", change.after ?? "is left out now"].joined(separator: " → ")
      table.add(.init(change.line.map { "\($0)" } ?? ""), .init(words, mark: "read otherwise"), "")
    }
    let others = file.skipped.filter { !$0.isConflict }
    for row in file.skipped.filter(\.isConflict) + others.prefix(room) {
      table.add(
        "\(row.line)", .init(row.reason, mark: row.isConflict ? "conflict" : nil), .init(row.matches.map(place) ?? ""))
    }
    let rest = others.count > room ? "\(others.count - room) more rows are not new." : nil
    return Rows(file: file.file, table: table, rest: rest)
  }

  /// The file's name and the line, as the list of imports names files too.
  private static func place(_ matches: String) -> String { String(matches.split(separator: "/").last ?? "") }
}
