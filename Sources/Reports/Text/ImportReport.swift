public import Statements

extension ImportReceipt {
  /// What an import did, file by file, with the rows that it left out and what they match.
  ///
  /// - Parameter listingAll: every row left out; otherwise the first three of a file.
  public func summary(isDryRun: Bool, listingAll: Bool, _ style: TextStyle) -> String {
    var table = Table([.text("File", flexible: true), .number("New"), .number("Already there"), .number("Conflicting")])
    for file in plan.files {
      table.add([file.file.fileName, String(file.new), String(file.duplicate), String(file.conflicting)])
    }
    var output = table.rendered(style)
    for file in plan.files {
      let shown = listingAll ? file.skipped[...] : file.skipped.prefix(3)
      for row in shown {
        let match = row.matches.map { ": as \($0.fileName)" } ?? ""
        output += style.dim("  \(file.file.fileName):\(row.line): \(row.reason)\(match)") + "\n"
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
