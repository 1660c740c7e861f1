import Reports
import Statements

/// What an import does, file by file, with every row that changes nothing and why.
struct PlanView: Sendable {
  struct Rows: Sendable {
    let file: String
    /// Contradicting rows first.
    let table: TableView
  }

  let counts: TableView
  let skipped: [Rows]
  let hasSkipped: Bool
  let unmapped: [String]
  let hasUnmapped: Bool

  init(_ plan: ImportPlan) {
    var counts = TableView(
      "Rows of each file",
      [
        .text("File"), .number("Rows"), .number("New"), .number("Changed"), .number("Already there"),
        .number("Conflicting"), .number("Parts of others"), .number("Left out"),
      ])
    for file in plan.files {
      counts.add(
        .init(file.file), "\(file.rows)", "\(file.new)", "\(file.changed)", "\(file.duplicate)",
        .init("\(file.conflicting)", mark: file.conflicting > 0 ? "see below" : nil), "\(file.parts)",
        "\(file.leftOut)")
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
      "Rows of \(file.file) that are not new", [.number("Line"), .text("Why"), .text("Same as")])
    for change in file.changes {
      let words = [change.before ?? "was left out", change.after ?? "is left out now"].joined(separator: " → ")
      table.add(.init(change.line.map { "\($0)" } ?? ""), .init(words, mark: "read otherwise"), "")
    }
    for row in file.skipped.filter(\.isConflict) + file.skipped.filter({ !$0.isConflict }) {
      table.add("\(row.line)", .init(row.reason, mark: row.isConflict ? "conflict" : nil), .init(row.matches ?? ""))
    }
    return Rows(file: file.file, table: table)
  }
}
