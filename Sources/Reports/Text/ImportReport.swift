public import Statements

extension ImportReceipt {
  /// What an import did, file by file, with the rows that it left out and what they match.
  ///
  /// - Parameter listingAll: every row left out; otherwise of a file every row that contradicts the ledger, and the first
  ///   three others.
  public func summary(isDryRun: Bool, listingAll: Bool, _ style: TextStyle) -> String {
    var output = counts(style)
    for file in plan.files {
      for change in file.changes { output += "  " + change.text(in: file.file.fileName) + "\n" }
      let conflicts = file.skipped.filter(\.isConflict)
      let others = file.skipped.filter { !$0.isConflict }
      let shown = conflicts + (listingAll ? others[...] : others.prefix(3))
      for row in shown {
        let match = row.matches.map { ": as \($0.fileName)" } ?? ""
        let line = "  \(file.file.fileName):\(row.line): \(row.reason)\(match)"
        output += (row.isConflict ? style.warning(line) : style.dim(line)) + "\n"
      }
      let rest = file.skipped.count - shown.count
      if rest > 0 {
        output += style.dim("  \(file.file.fileName): \(rest) more rows left out (--verbose lists them)") + "\n"
      }
    }
    for account in plan.unmappedAccounts {
      output += style.warning("  Unassigned account: \(account). Claim it in household.yaml.") + "\n"
    }
    return output + "\n" + verdict(isDryRun) + "\n"
  }

  /// A line for each file: its rows, and the counts that they are in; a count that no file has is not shown.
  private func counts(_ style: TextStyle) -> String {
    let shown = ImportPlan.File.counts.filter { item in
      item.isAlwaysShown || plan.files.contains { $0[keyPath: item.count] > 0 }
    }
    var table = Table([.text("File", flexible: true)] + shown.map { .number($0.title) })
    for file in plan.files { table.add([file.file.fileName] + shown.map { String(file[keyPath: $0.count]) }) }
    return table.rendered(style)
  }

  private func verdict(_ isDryRun: Bool) -> String {
    if isDryRun { return "Dry run: nothing was written." }
    guard let number else { return "Nothing new: the ledger is as it was." }
    return "Import \(number) is in the ledger. “hearth undo \(number)” takes it back."
  }
}

extension ImportPlan.File {
  /// Every count with its words, and whether it is shown where no file has any.
  public static var counts: [(title: String, isAlwaysShown: Bool, count: KeyPath<ImportPlan.File, Int>)] {
    [
      ("Rows", true, \.rows), ("New", true, \.new), ("Changed", false, \.changed),
      ("Already there", true, \.duplicate), ("Conflicting", false, \.conflicting),
      ("Parts of others", false, \.parts), ("Left out", true, \.leftOut),
    ]
  }
}

extension ImportPlan.ChangedRow {
  fileprivate func text(in file: String) -> String {
    let place = line.map { "\(file):\($0)" } ?? file
    return switch (before, after) {
    case (let before?, let after?): "\(place): \(before) is read as \(after)"
    case (let before?, nil): "\(place): \(before) is read no longer"
    case (nil, let after): "\(place): \(after ?? "") was not read before"
    }
  }
}

extension String {
  /// The last part of a path.
  var fileName: String { split(separator: "/").last.map(String.init) ?? self }
}
