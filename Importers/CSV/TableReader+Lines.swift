import Diagnostics
import Measures

extension TableReader {
  /// Takes what a title or a footer tells; whether it is one that the layout knows.
  mutating func readLine(_ record: CSVDocument.Record) -> Bool {
    let line = document.line(record)
    for pattern in layout.lines {
      guard let found = pattern.findings(in: line, days: layout.days) else { continue }
      if found.texts[.account] != nil || found.texts[.accountName] != nil {
        named = .init(number: found.texts[.account], name: found.texts[.accountName], kind: nil)
        headings = []
      }
      symbolOfTitle = found.texts[.symbol] ?? symbolOfTitle
      currency = found.texts[.currency].flatMap { currencyCode($0, line: Int(record.line)) } ?? currency
      if let text = found.texts[.cash] { readCash(text, line: Int(record.line)) }
      asOf = found.days[.day] ?? asOf
      from = found.days[.from] ?? from
      to = found.days[.to] ?? to
      return true
    }
    return false
  }

  /// Takes the day behind `as of` in a line that the layout does not know. Where it begins the line it is the file's; else it is
  /// a guess, for positions that nothing else dates: it may be that of prices or of costs.
  mutating func noteDay(in record: CSVDocument.Record) {
    let line = document.line(record).lowercased()
    guard line.utf8.count <= 80, let day = layout.days.dayAfterAsOf(Array(line.utf8)[...]) else { return }
    if line.hasPrefix("as of "), line.utf8.count <= 40 { asOf = asOf ?? day } else { lineDay = lineDay ?? day }
  }

  private mutating func readCash(_ text: String, line: Int) {
    if case .number(let number) = layout.number(Array(text.utf8)[...]) {
      cash = number
      return
    }
    report(
      .warning, "csv-bad-number", "“\(text.prefix(40))” is not a number, and the line states the cash", line: line,
      remedy: "The cash is not taken; correct the line and read the file again.")
  }

  /// Takes what the file's name tells, until the file itself says more.
  mutating func readFileName() {
    let base = file.split(separator: "/").last.map(String.init) ?? file
    let stem = base.lastIndex(of: ".").map { String(base[..<$0]) } ?? base
    nameDay = layout.days.newestDay(inName: stem, upTo: today)
    for pattern in layout.fileNames {
      guard let found = pattern.findings(in: stem, days: layout.days) else { continue }
      named = .init(number: found.texts[.account], name: found.texts[.accountName], kind: nil)
      symbolOfTitle = found.texts[.symbol]
      asOf = found.days[.day]
      return
    }
  }
}
