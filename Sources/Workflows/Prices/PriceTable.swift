import Diagnostics
import Measures
import Statements

/// Prices as a CSV file lists them: one a row (day, symbol, price), or one column for each symbol.
///
/// A pair of currencies (`EUR/USD`, `EURUSD=X`) is a rate: the dollars of one euro. A file of one security without its name
/// (`Date,Open,High,Low,Close`) needs to be told it.
struct PriceTable {
  private(set) var prices: [PrintedSecurity] = []
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var rows = RowCount()
  private let file: String

  private static let dayTitles: Set = ["date", "day", "as of", "as of date", "price date", "trade date"]
  private static let symbolTitles: Set = [
    "symbol", "ticker", "security", "fund", "instrument", "cusip", "isin", "currency", "pair", "name",
  ]
  /// The first that a file has is taken: what was paid is worth more than what was adjusted later.
  private static let priceTitles = [
    "close", "close/last", "price", "last", "last price", "nav", "value", "rate", "adj close",
  ]

  init(_ text: String, file: String, symbol: String?, baseCurrency: String) {
    self.file = file
    let table = DelimitedText(text)
    guard let header = table.lines.firstIndex(where: { $0.cells.contains { Self.isDayTitle($0) } }) else {
      diagnostics = [
        problem(
          .error, "price-no-header", "No line names a column of days", line: 1,
          remedy: "The first line should be: date, symbol, price.")
      ]
      return
    }
    let titles = table.lines[header].cells
    let named = titles.map { $0.lowercased() }
    guard let dayColumn = named.firstIndex(where: Self.isDayTitle) else { return }
    let symbolColumn = named.firstIndex { Self.symbolTitles.contains($0) }
    let priceColumn = Self.priceTitles.lazy.compactMap { named.firstIndex(of: $0) }.first
    let columns: [(column: Int, symbol: String?)]
    if let priceColumn {
      guard symbolColumn != nil || symbol != nil else {
        diagnostics = [
          problem(
            .error, "price-no-symbol", "The file does not say of which security its prices are",
            line: table.lines[header].number, remedy: "Say it: hearth prices import FILE --symbol VTI.")
        ]
        return
      }
      columns = [(priceColumn, symbol)]
    } else {
      columns = titles.indices.filter { $0 != dayColumn && $0 != symbolColumn && !titles[$0].isEmpty }
        .map { ($0, titles[$0]) }
    }
    for line in table.lines[(header + 1)...] where line.cells.contains(where: { !$0.isEmpty }) {
      rows.meet()
      read(line, table, dayColumn, columns, symbolColumn, baseCurrency)
    }
  }

  private static func isDayTitle(_ title: String) -> Bool { dayTitles.contains(title.lowercased()) }

  private mutating func read(
    _ line: DelimitedText.Line, _ table: DelimitedText, _ dayColumn: Int, _ columns: [(column: Int, symbol: String?)],
    _ symbolColumn: Int?, _ baseCurrency: String
  ) {
    guard dayColumn < line.cells.count, let day = Self.day(line.cells[dayColumn]) else {
      return skip(line, "it has no day")
    }
    var found = 0
    for (column, title) in columns where column < line.cells.count {
      let symbol = title ?? symbolColumn.flatMap { $0 < line.cells.count ? line.cells[$0] : nil } ?? ""
      guard !symbol.isEmpty, let price = table.number(line.cells[column]), !price.isNegative, !price.isZero else {
        continue
      }
      var priced = PrintedSecurity(Self.reference(symbol, baseCurrency: baseCurrency))
      priced.price = price
      priced.priceDay = day
      prices.append(priced)
      found += 1
    }
    if found == 0 { skip(line, "it has no price") } else { rows.use(.price) }
  }

  private mutating func skip(_ line: DelimitedText.Line, _ reason: String) {
    rows.skip(line: line.number, reason)
    diagnostics.append(
      problem(.warning, "price-row-skipped", "The row was left out: \(reason)", line: line.number, remedy: nil))
  }

  private func problem(
    _ severity: Diagnostic.Severity, _ code: String, _ message: String, line: Int, remedy: String?
  ) -> Diagnostic {
    Diagnostic(severity, code: code, message, at: SourceLocation(file: file, line: line), remedy: remedy)
  }

  /// `VTI`, `CUSIP:…`, or the currency of a pair with the household's own.
  private static func reference(_ symbol: String, baseCurrency: String) -> SecurityReference {
    let parts = symbol.split(separator: ":", maxSplits: 1).map(String.init)
    if parts.count == 2 { return SecurityReference(printed: parts[0], value: parts[1]) }
    let letters = symbol.uppercased().filter { $0 != "/" }
    let pair = letters.hasSuffix("=X") ? String(letters.dropLast(2)) : letters
    if pair.count == 6, pair.hasSuffix(baseCurrency), symbol.contains("/") || letters.hasSuffix("=X") {
      return SecurityReference(printed: "CURRENCY", value: String(pair.prefix(3)))
    }
    return SecurityReference(.ticker, symbol.uppercased())
  }

  /// `2026-11-20`, also with a time behind it, or `11/20/2026`.
  static func day(_ text: String) -> Day? {
    if let day = Day(String(text.prefix(10))) { return day }
    let parts = text.split(separator: "/").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    return Day(year: parts[2] < 100 ? 2000 + parts[2] : parts[2], month: parts[0], day: parts[1])
  }
}
