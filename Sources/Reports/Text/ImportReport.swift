public import Statements

extension ImportReceipt {
  /// What an import did, file by file, with the rows that it left out and what they match.
  ///
  /// - Parameter listingAll: every row left out; otherwise of a file every row that contradicts the ledger, and the first
  ///   three others.
  public func summary(isDryRun: Bool, listingAll: Bool, _ style: TextStyle) -> String {
    var table = Table([.text("File", flexible: true), .number("New"), .number("Already there"), .number("Conflicting")])
    for file in plan.files {
      table.add([file.file.fileName, String(file.new), String(file.duplicate), String(file.conflicting)])
    }
    var output = table.rendered(style)
    for file in plan.files {
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

  private func verdict(_ isDryRun: Bool) -> String {
    if isDryRun { return "Dry run: nothing was written." }
    guard let number else { return "Nothing new: the ledger is as it was." }
    return "Import \(number) is in the ledger. “hearth undo \(number)” takes it back."
  }
}

extension String {
  /// The last part of a path.
  var fileName: String { split(separator: "/").last.map(String.init) ?? self }
}
