import Measures
import PortfolioModel
import Statements

/// The receipt of one file while its rows are counted: each row in one count, what is not new with the row that it matches.
struct PlannedFile {
  private(set) var file: ImportPlan.File
  private let incoming: IncomingFile

  init(_ incoming: IncomingFile) {
    self.incoming = incoming
    let rows = incoming.read.file.rows
    file = ImportPlan.File(file: incoming.read.file.file, sha256: incoming.read.sha256)
    file.rows = rows.data
    file.parts = rows[.part] + rows[.account]
    let leftOut = rows.skipped + incoming.unbookedRows
    file.leftOut = leftOut.count
    file.skipped = leftOut.map { ImportPlan.SkippedRow(line: $0.line, reason: $0.reason, matches: nil) }
  }

  /// Counts the rows of a file that the ledger does not hold.
  mutating func count(_ verdicts: [AccountHistory.RowVerdict]) {
    for row in verdicts { count(row) }
    file.new += incoming.read.file.rows[.price]
    sort()
  }

  /// Counts the rows of a file that the ledger holds: as they are, or as they are read now.
  ///
  /// - Parameter verdicts: what each row is to the other files.
  mutating func count(_ restatement: Restatement, _ verdicts: [AccountHistory.RowVerdict]) {
    file.changes = restatement.changes
    for (place, _) in incoming.rows {
      switch restatement.finding(at: place) {
      case .same: skip(place.line, "already in the ledger", as: "\(restatement.held.name):\(place.line)")
      case .changed: file.changed += 1
      case .added:
        if let row = verdicts.first(where: { $0.subject == place.subject && $0.line == place.line }) {
          count(row)
        } else {
          file.new += 1
        }
      }
    }
    let prices = incoming.read.file.rows[.price]
    if restatement.changes.isEmpty { file.duplicate += prices } else { file.changed += prices }
    sort()
  }

  /// Counts the rows that state the cash of an account: new where no file has stated it for the day.
  mutating func countCash(of facts: AccountFacts, in account: AccountID, _ balances: inout StatedBalances) {
    for statement in facts.statements where !statement.cashLines.isEmpty && statement.stateDay != nil {
      let earlier = balances.note(statement, in: account, of: facts.name)
      for line in statement.cashLines {
        if let earlier { skip(line, "already in the ledger", as: earlier) } else { file.new += 1 }
      }
    }
  }

  private mutating func count(_ row: AccountHistory.RowVerdict) {
    switch row.verdict {
    case .new: file.new += 1
    case .duplicate:
      skip(
        row.line, row.isMoved ? "already in the ledger, under another day" : "already in the ledger", as: row.matches)
    case .conflicting:
      file.conflicting += 1
      let figures = row.figures.map { " (\($0.own), there \($0.other))" } ?? ""
      let reason =
        "differs from the row of the same id that is in the ledger, which stands\(figures); "
        + "to take this one, undo that import and import it again after this file"
      file.skipped.append(
        ImportPlan.SkippedRow(line: row.line, reason: reason, matches: row.matches, isConflict: true))
    }
  }

  private mutating func skip(_ line: Int, _ reason: String, as match: String?) {
    file.duplicate += 1
    file.skipped.append(ImportPlan.SkippedRow(line: line, reason: reason, matches: match))
  }

  private mutating func sort() {
    file.skipped.sort { ($0.line, $0.reason) < ($1.line, $1.reason) }
  }
}

/// The cash balances that files state, each with the first file that does.
struct StatedBalances {
  private struct Key: Hashable {
    let account: AccountID
    let day: Day?
    let cash: Money?
    let currency: String
  }

  private var files: [Key: String] = [:]

  init(_ facts: [AccountID: [AccountFacts]]) {
    for (account, files) in facts {
      for file in files {
        for statement in file.statements { _ = note(statement, in: account, of: file.name) }
      }
    }
  }

  /// Remembers what a statement says; the name of the file that said it before.
  mutating func note(_ statement: StatementFacts, in account: AccountID, of file: String) -> String? {
    guard statement.cash != nil else { return nil }
    let key = Key(account: account, day: statement.stateDay, cash: statement.cash, currency: statement.currency)
    if let known = files[key] { return known }
    files[key] = file
    return nil
  }
}
