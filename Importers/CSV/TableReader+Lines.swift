import Diagnostics
import Measures
import Statements

extension TableReader {
  /// Takes what a title or a footer tells.
  mutating func readLine(_ record: CSVDocument.Record) {
    let line = document.line(record)
    for pattern in layout.lines {
      guard let found = pattern.findings(in: line, days: layout.days) else { continue }
      if found.texts[.account] != nil || found.texts[.accountName] != nil {
        named = .init(number: found.texts[.account], name: found.texts[.accountName], kind: nil)
      }
      symbolOfTitle = found.texts[.symbol] ?? symbolOfTitle
      currency = found.texts[.currency] ?? currency
      asOf = found.days[.day] ?? asOf
      from = found.days[.from] ?? from
      to = found.days[.to] ?? to
      return
    }
  }

  /// Takes what the file's name tells, until the file itself says more.
  mutating func readFileName() {
    let base = file.split(separator: "/").last.map(String.init) ?? file
    let stem = base.lastIndex(of: ".").map { String(base[..<$0]) } ?? base
    for pattern in layout.fileNames {
      guard let found = pattern.findings(in: stem, days: layout.days) else { continue }
      named = .init(number: found.texts[.account], name: found.texts[.accountName], kind: nil)
      symbolOfTitle = found.texts[.symbol]
      asOf = found.days[.day]
      return
    }
  }

  /// Completes the statements with what is known only at the end of the file.
  mutating func finish() {
    if statements.statements.isEmpty, hasMetHeader {
      _ = statements.place(of: named, asOf: nil)
      diagnostics.append(
        Diagnostic(
          .note, code: "csv-no-rows", "The file has a header and no rows that can be used",
          at: SourceLocation(file: file),
          remedy: "If the account had transactions, download the file again for a longer period."))
    }
    for (place, balance) in balances { statements.change(place) { $0.cash = balance.closing } }
    let (asOf, from, to, currency) = (asOf, from, to, currency)
    let newest = statements.statements.flatMap(\.entries).map(\.day).max()
    let undated =
      asOf != nil
      ? nil
      : statements.statements.firstIndex {
        $0.asOf == nil && $0.positions.contains { $0.day == nil }
      }
    statements.changeAll { statement in
      let held = statement.positions.compactMap(\.day).max()
      statement.asOf = statement.asOf ?? asOf ?? held ?? (statement.positions.isEmpty ? nil : newest)
      statement.currency = currency ?? statement.currency
      let days = statement.entries.map(\.day)
      statement.from = from ?? days.min()
      statement.to = to ?? days.max()
    }
    doubtWhatIsNotSaid(undated.map { statements.statements[$0] })
    statements.changeAll { statement in
      for index in statement.positions.indices {
        statement.positions[index].day = statement.positions[index].day ?? statement.asOf
      }
    }
    for line in document.linesWithOpenQuote.prefix(10) {
      diagnostics.append(
        Diagnostic(
          .warning, code: "csv-open-quote", "A quote is opened and never closed",
          at: SourceLocation(file: file, line: line),
          remedy: "The quote is read as a character; check the row."))
    }
  }

  /// Says what a file keeps to itself: its account, the day of its positions.
  private mutating func doubtWhatIsNotSaid(_ undated: ParsedStatement?) {
    let place = SourceLocation(file: file)
    if statements.statements.contains(where: \.account.number.isEmpty) {
      diagnostics.append(
        Diagnostic(
          .warning, code: "csv-no-account", "The file does not say which account it is about", at: place,
          remedy: "Keep the file's name as the broker gave it, or claim the account in household.yaml by its broker."))
    }
    if let statement = undated {
      let message = "The file does not say on which day its positions were held"
      diagnostics.append(
        statement.asOf == nil
          ? Diagnostic(
            .warning, code: "csv-no-day", message, at: place,
            remedy: "Import the file on the day on which it is downloaded, or put the day into its name.")
          : Diagnostic(
            .note, code: "csv-no-day", message + "; the day of its newest transaction is taken", at: place,
            remedy: "Download positions and transactions together."))
    }
  }

  var reading: Reading<ParsedFile> {
    var parsed = ParsedFile(file: file, format: .csv, profile: layout.name)
    parsed.statements = statements.statements
    parsed.securities = securities.securities
    parsed.rows = rows
    return Reading(parsed, diagnostics: diagnostics)
  }
}

/// The cash that a column of running balances ends with, whether the newest row comes first or last.
struct RunningBalance: Sendable {
  private var first: (balance: PrintedNumber, day: Day)?
  private var last: (balance: PrintedNumber, day: Day)?

  mutating func note(_ balance: PrintedNumber, on day: Day) {
    if first == nil { first = (balance, day) }
    last = (balance, day)
  }

  var closing: PrintedNumber? {
    guard let first, let last else { return nil }
    return first.day > last.day ? first.balance : last.balance
  }
}
