import Diagnostics
import Measures
import Statements

/// Series as a CSV file lists them: a day, and a column for each number.
///
/// FRED (`observation_date,UNRATE`), Shiller (`Date,SP500,Dividend,…`, also with days such as `1871.01`), the Thrift Savings Plan
/// (`Date,…,G Fund,F Fund,…`), Stooq and Yahoo (`Date,Open,High,Low,Close,…`: one series, the adjusted close where there is one), and
/// `date,value,unit`.
struct SeriesTable {
  private(set) var series: [PrintedSeries] = []
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var rows = RowCount()
  private let file: String

  private static let dayTitles: Set = ["date", "day", "observation_date", "month", "time", "time period"]
  private static let priceTitles = ["adj close", "adjusted close", "close", "close/last", "value", "price", "nav"]
  private static let missing: Set = ["", ".", "na", "n/a", "#n/a", "nan", "null", "-", "--"]

  /// - Parameter name: what a file of one series is called; else its own name without the ending.
  init(_ text: String, file: String, name: String?) {
    self.file = file
    let table = DelimitedText(text)
    guard let header = table.lines.firstIndex(where: { line in line.cells.contains { Self.isDayTitle($0) } }) else {
      diagnostics = [
        problem(
          "series-no-header", "No line names a column of days", line: 1,
          remedy: "The first line should be: date, value; or date and one column for each series.")
      ]
      return
    }
    let titles = table.lines[header].cells
    let lowered = titles.map { $0.lowercased() }
    let dayColumn = lowered.firstIndex(where: Self.isDayTitle) ?? 0
    let unitColumn = lowered.firstIndex(of: "unit")
    var columns: [Int]
    if let price = Self.priceTitles.lazy.compactMap({ lowered.firstIndex(of: $0) }).first {
      columns = [price]
      series = [PrintedSeries(name: name ?? Self.baseName(file))]
    } else {
      columns = titles.indices.filter { $0 != dayColumn && $0 != unitColumn && !titles[$0].isEmpty }
      series = columns.map { PrintedSeries(name: columns.count == 1 ? name ?? titles[$0] : titles[$0]) }
    }
    for line in table.lines[(header + 1)...] where line.cells.contains(where: { !$0.isEmpty }) {
      rows.meet()
      read(line, table, dayColumn, columns)
      if let unitColumn, unitColumn < line.cells.count, series[0].unit.isEmpty {
        series[0].unit = line.cells[unitColumn]
      }
    }
    series.removeAll { $0.observations.isEmpty }
  }

  private static func isDayTitle(_ title: String) -> Bool { dayTitles.contains(title.lowercased()) }

  private static func baseName(_ file: String) -> String {
    let last = file.split(separator: "/").last.map(String.init) ?? file
    return last.lastIndex(of: ".").map { String(last[..<$0]) } ?? last
  }

  private mutating func read(_ line: DelimitedText.Line, _ table: DelimitedText, _ dayColumn: Int, _ columns: [Int]) {
    guard dayColumn < line.cells.count, let day = Self.day(line.cells[dayColumn]) else {
      return skip(line, "it has no day")
    }
    var found = 0
    var strange: String?
    for (place, column) in columns.enumerated() where column < line.cells.count {
      let cell = line.cells[column]
      if Self.missing.contains(cell.lowercased()) { continue }
      guard let value = table.number(cell) ?? Self.scientific(cell) else {
        strange = cell
        continue
      }
      series[place].observations.append((day, value))
      found += 1
    }
    if found > 0 {
      rows.use(.price)
    } else {
      skip(line, strange.map { "“\($0)” is no number" } ?? "its number is missing")
    }
  }

  /// `1.5E-05`, as some programs print small numbers.
  private static func scientific(_ text: String) -> PrintedNumber? {
    let parts = text.lowercased().split(separator: "e")
    guard parts.count == 2, let mantissa = PrintedNumber(parts[0]), let exponent = Int(parts[1]),
      (-20...20).contains(exponent)
    else { return nil }
    let scale = mantissa.scale - exponent
    guard scale <= 30 else { return nil }
    var digits = mantissa.significand
    for _ in 0..<max(0, -scale) {
      let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      digits = product
    }
    return PrintedNumber(significand: digits, scale: max(0, scale))
  }

  /// A day in any of the usual forms, a month (`2026-11`: its first day), or Shiller's `1871.1` for October 1871.
  static func day(_ text: String) -> Day? {
    if let day = PriceTable.day(text) { return day }
    let parts = text.split(whereSeparator: { $0 == "-" || $0 == "." })
    guard parts.count == 2, parts[0].count == 4, let year = Int(parts[0]), let month = Int(parts[1]) else { return nil }
    return Day(year: year, month: text.contains(".") && parts[1].count == 1 ? month * 10 : month, day: 1)
  }

  private mutating func skip(_ line: DelimitedText.Line, _ reason: String) {
    rows.skip(line: line.number, reason)
  }

  private func problem(_ code: String, _ message: String, line: Int, remedy: String) -> Diagnostic {
    Diagnostic(.error, code: code, message, at: SourceLocation(file: file, line: line), remedy: remedy)
  }
}
