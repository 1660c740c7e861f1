import Diagnostics
import Measures
import Statements

/// What is known only at the end of the file.
extension TableReader {
  mutating func finish() {
    if statements.statements.isEmpty, hasMetHeader { noteEmptyFile() }
    settleCurrencies()
    settleLoneReinvestments()
    joinSplits()
    dateStatements()
    takeCash()
    datePositions()
    if statements.statements.contains(where: \.account.number.isEmpty) { doubtAccount() }
    doubtQuotes()
  }

  var reading: Reading<ParsedFile> {
    var parsed = ParsedFile(file: file, format: .csv, profile: layout.name)
    parsed.statements = statements.statements
    parsed.securities = securities.securities
    parsed.rows = rows
    parsed.hasUndatedPositions = hasUndatedPositions
    return Reading(parsed, diagnostics: complaints.all)
  }

  /// The day of a statement: its own, the file's, that of its positions; else a day that was given or remembered, and then a
  /// guess: that of the file's name, of a line beside the table, or of the newest transaction.
  private mutating func dateStatements() {
    let (asOf, from, to, currency) = (asOf, from, to, currency)
    let newest = statements.statements.lazy.flatMap { $0.entries.lazy.map(\.day) }.max()
    let guesses = [(nameDay, "in its name"), (lineDay, "beside them"), (newest, "of its newest transaction")]
    let guess = guesses.first { $0.0 != nil }
    let day = givenDay ?? rememberedDay ?? guess?.0
    var stated: Set<Day> = []
    statements.changeAll { statement in
      statement.asOf = statement.asOf ?? asOf ?? statement.positions.compactMap(\.day).max()
      if !statement.positions.isEmpty {
        if let day = statement.asOf { stated.insert(day) } else { hasUndatedPositions = true }
        statement.asOf = statement.asOf ?? day
      }
      statement.currency = currency ?? statement.currency
      for index in statement.entries.indices where statement.entries[index].currency == statement.currency {
        statement.entries[index].currency = nil
      }
      let days = statement.entries.lazy.map(\.day)
      statement.from = from ?? days.min()
      statement.to = to ?? days.max()
    }
    if hasUndatedPositions {
      if givenDay == nil, rememberedDay == nil { doubtDay(guess?.1) }
    } else if let givenDay, let other = stated.sorted().first(where: { $0 != givenDay }) {
      refuseDay(givenDay, other)
    }
  }

  private mutating func datePositions() {
    statements.changeAll { statement in
      for index in statement.positions.indices {
        statement.positions[index].day = statement.positions[index].day ?? statement.asOf
      }
    }
  }

  // MARK: What the file does not say

  private mutating func noteEmptyFile() {
    _ = statements.place(of: named, asOf: nil)
    report(
      .note, "csv-no-rows", "The file has a header and no rows that can be used",
      remedy: rows.skipped.isEmpty
        ? "If the account had transactions, download the file again for a longer period."
        : "Each row that was left out has its reason.")
  }

  private mutating func doubtAccount() {
    report(
      .warning, "csv-no-account", "The file does not say which account it is about",
      remedy:
        "Keep the file's name as the broker gave it; a profile's “lines” or “file names” can say where the account stands."
    )
  }

  private mutating func doubtDay(_ source: String?) {
    let message = "The file does not say on which day its positions were held"
    let remedy = "Give the day with “hearth import --as-of DAY”"
    guard let source else {
      return report(
        .warning, "csv-no-day", message, remedy: remedy + "; positions without a day are left out.")
    }
    report(.note, "csv-no-day", message + "; the day \(source) is taken", remedy: remedy + " if it is another.")
  }

  private mutating func refuseDay(_ given: Day, _ stated: Day) {
    report(
      .error, "statement-day-stated", "The file says that its positions were held on \(stated), not on \(given)",
      remedy: "Import it without “--as-of”.")
  }

  private mutating func doubtQuotes() {
    let lastLine = document.records.last.map { Int($0.line) }
    for line in document.linesWithOpenQuote.prefix(10) {
      if line == lastLine {
        guard !complaints.listed.contains(where: { $0.code == "csv-cut-off" }) else { continue }
        report(
          .error, "csv-cut-off", "The file ends inside a cell whose quote is never closed", line: line,
          remedy: "Download the file again; it was cut off. If it is all there, close the quote.")
        continue
      }
      report(
        .warning, "csv-open-quote", "A quote is opened and never closed", line: line,
        remedy: "The quote is read as a character; check the row.")
    }
  }

  mutating func report(
    _ severity: Diagnostic.Severity, _ code: String, _ message: String, line: Int? = nil, remedy: String
  ) {
    let place = SourceLocation(file: file, line: line)
    complaints.add(Diagnostic(severity, code: code, message, at: place, remedy: remedy))
  }
}
