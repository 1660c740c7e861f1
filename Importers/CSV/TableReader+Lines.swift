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
      if let text = found.texts[.cash], case .number(let number) = layout.numbers.cell(Array(text.utf8)[...]) {
        cash = number
      }
      asOf = found.days[.day] ?? asOf
      from = found.days[.from] ?? from
      to = found.days[.to] ?? to
      return true
    }
    return false
  }

  /// Takes the day behind `as of` in a line that the layout does not know: a guess, for positions that nothing else dates.
  mutating func noteDay(in record: CSVDocument.Record) {
    let line = document.line(record)
    if line.utf8.count <= 80 { lineDay = lineDay ?? layout.days.dayAfterAsOf(Array(line.utf8)[...]) }
  }

  /// Takes what the file's name tells, until the file itself says more.
  mutating func readFileName() {
    let base = file.split(separator: "/").last.map(String.init) ?? file
    let stem = base.lastIndex(of: ".").map { String(base[..<$0]) } ?? base
    nameDay = layout.days.newestDay(inName: stem)
    for pattern in layout.fileNames {
      guard let found = pattern.findings(in: stem, days: layout.days) else { continue }
      named = .init(number: found.texts[.account], name: found.texts[.accountName], kind: nil)
      symbolOfTitle = found.texts[.symbol]
      asOf = found.days[.day]
      return
    }
  }
}
