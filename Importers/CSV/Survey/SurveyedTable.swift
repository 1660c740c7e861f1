import Measures

/// One table of a file that nobody has described yet.
public struct SurveyedTable: Sendable {
  /// The header's line, counted from 1.
  public let line: Int
  /// The columns in their order; one without a name goes by `after` and the name before it.
  public let columns: [SurveyedColumn]
  /// How many records stand under the header.
  public let rowCount: Int
  /// Whether records without a day seem to go on with the record before them.
  public let continuesRows: Bool
  /// The first cells of records that seem to repeat others.
  public let totals: [String]

  init(_ block: CSVSurvey.Block, in document: CSVDocument, numbers: NumberFormat, days: DayFormat) {
    line = Int(block.header.line)
    columns = block.names.indices.map { index in
      SurveyedColumn(
        name: block.names[index], cells: block.rows.map { document.trimmed($0, index) }, numbers: numbers, days: days)
    }
    let dayIndex = columns.firstIndex { $0.holdsDays }
    var totals: [String] = []
    var rowCount = 0
    var continuing = 0
    var hasRow = false
    for row in block.rows {
      let filled = document.filledColumns(row)
      guard let first = filled.first else { continue }
      let text = document.text(row, first)
      if Self.isTotal(text), filled.contains(where: { days.day(document.trimmed(row, $0)) != nil }) == false {
        if !totals.contains(text) { totals.append(text) }
      } else if let dayIndex, hasRow, document.trimmed(row, dayIndex).isEmpty, filled.count < block.names.count,
        !text.contains(". ")
      {
        continuing += 1
      } else {
        rowCount += 1
        hasRow = dayIndex.map { days.day(document.trimmed(row, $0)) != nil } ?? false
      }
    }
    self.totals = totals
    self.rowCount = rowCount
    continuesRows = continuing > 0
  }

  private static let totalWords = ["total", "subtotal", "sum", "summe", "somme", "totaal", "totale", "gesamt"]

  private static func isTotal(_ text: String) -> Bool {
    guard let word = text.lowercased().split(whereSeparator: { !$0.isLetter }).first else { return false }
    return totalWords.contains(String(word))
  }
}

/// One column of such a table, with what its cells look like.
public struct SurveyedColumn: Sendable {
  public let name: String
  /// The texts of the cells that hold anything, each once, in the file's order, with how often each is there.
  public let texts: [(text: String, count: Int)]
  public let filled: Int
  let days: Int
  let numbers: Int
  let negatives: Int

  init(name: String, cells: [ArraySlice<UInt8>], numbers format: NumberFormat, days: DayFormat) {
    self.name = name
    var (filled, dayCount, numbers, negatives) = (0, 0, 0, 0)
    var places: [String: Int] = [:]
    var texts: [(text: String, count: Int)] = []
    for cell in cells where !NumberFormat.isAbsent(cell) {
      filled += 1
      if days.day(cell) != nil { dayCount += 1 }
      if case .number(let number) = format.cell(cell) {
        numbers += 1
        if number.isNegative { negatives += 1 }
      }
      let text = SecurityNaming.name(cell)
      if let place = places[text] {
        texts[place].count += 1
      } else if texts.count < 400 {
        places[text] = texts.count
        texts.append((text, 1))
      }
    }
    (self.filled, self.days, self.numbers, self.negatives, self.texts) = (filled, dayCount, numbers, negatives, texts)
  }

  public var holdsDays: Bool { days > 0 && days * 10 >= filled * 6 }
  /// Whether most cells are numbers; days of eight digits are days.
  public var holdsNumbers: Bool { !holdsDays && numbers > 0 && numbers * 10 >= filled * 6 }
  public var hasNegatives: Bool { negatives > 0 }
  /// `US0378331005`: two letters, nine letters or digits, a digit (ISO 6166).
  public var holdsISINs: Bool { most { $0.count == 12 && $0.prefix(2).allSatisfy(\.isLetter) && $0.last?.isNumber == true } }
  /// `EUR` (ISO 4217).
  public var holdsCurrencies: Bool {
    filled > 1 && most { $0.count == 3 && $0.allSatisfy { $0.isASCII && $0.isUppercase } } && texts.count <= 6
      && texts.contains { Self.currencies.contains($0.text) }
  }
  /// `VTI`, `BRK.B`.
  public var holdsSymbols: Bool {
    most { (1...6).contains($0.count) && $0.first?.isUppercase == true && !$0.contains(where: \.isLowercase) }
  }

  private static let currencies: Set = ["USD", "EUR", "GBP", "CHF", "CAD", "AUD", "JPY", "SEK", "NOK", "DKK", "PLN"]

  private func most(_ test: (String) -> Bool) -> Bool {
    let fitting = texts.reduce(0) { $0 + (test($1.text) ? $1.count : 0) }
    return fitting > 0 && fitting * 10 >= filled * 8
  }
}
