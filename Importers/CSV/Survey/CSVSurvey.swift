import Measures

/// What a file of an unknown broker looks like, told from its cells alone: its tables, how it writes numbers and days.
///
/// It decides nothing about meaning: which column is what, and what the words say, is for whoever proposes a profile.
public struct CSVSurvey: Sendable {
  /// The tables of the file, each header once.
  public let tables: [SurveyedTable]
  /// The lines of text before the first table.
  public let lines: [String]
  public let numbers: NumberFormat
  /// Whether any number can be read in only one way.
  public let areNumbersCertain: Bool
  public let days: DayFormat
  /// Whether any day can be read in only one way.
  public let areDaysCertain: Bool

  /// Surveys the document whose delimiter gives the most cells under headers; `nil` where there is no table at all.
  public init?(_ bytes: [UInt8]) {
    var best: (document: CSVDocument, blocks: [Block], cells: Int)?
    for document in CSVDocument.candidates(bytes) {
      let blocks = Self.blocks(of: document)
      let cells = blocks.reduce(0) { $0 + $1.rows.count * $1.names.count }
      if cells > best?.cells ?? 0 { best = (document, blocks, cells) }
    }
    guard let (document, blocks, _) = best, let first = blocks.first else { return nil }
    let figures = blocks.flatMap { block in
      block.rows.flatMap { row in (0..<Int(row.cellCount)).map { document.trimmed(row, $0) } }
    }.filter { $0.contains(where: \.isDigit) && $0.count < 40 }
    let points = Self.votes(NumberFormat.point, NumberFormat.comma, over: figures) { format, cell in
      if case .number = format.cell(cell) { true } else { false }
    }
    numbers = points.second == 0 ? .point : points.first == 0 ? .comma : .either
    areNumbersCertain = points.first + points.second > 0
    let months = Self.votes(DayFormat.monthFirst, DayFormat.dayFirst, over: figures) { $0.day($1) != nil }
    // Where no day tells, dots do: they are written where the day comes first.
    let hasDots = figures.contains { $0.contains(UInt8(ascii: ".")) && DayFormat.dayFirst.day($0) != nil }
    days = months.second > months.first || (months.second == months.first && hasDots) ? .dayFirst : .monthFirst
    areDaysCertain = months.first + months.second > 0
    let (numbers, days) = (numbers, days)
    tables = blocks.map { SurveyedTable($0, in: document, numbers: numbers, days: days) }
    lines = document.records.filter { $0.line < first.header.line }.map { document.line($0) }.filter { !$0.isEmpty }
  }

  /// How many cells make sense under one format alone.
  private static func votes<Format>(
    _ first: Format, _ second: Format, over cells: [ArraySlice<UInt8>],
    _ makesSense: (Format, ArraySlice<UInt8>) -> Bool
  ) -> (first: Int, second: Int) {
    var votes = (first: 0, second: 0)
    for cell in cells {
      switch (makesSense(first, cell), makesSense(second, cell)) {
      case (true, false): votes.first += 1
      case (false, true): votes.second += 1
      default: break
      }
    }
    return votes
  }
}

extension CSVSurvey {
  /// A header with the records that stand under it.
  struct Block {
    let header: CSVDocument.Record
    let names: [String]
    var rows: [CSVDocument.Record] = []
  }

  private static let mostRows = 5_000
  private static let mostTables = 8

  /// The parts of a document that look like tables: a line of three names or more with rows of figures below.
  private static func blocks(of document: CSVDocument) -> [Block] {
    var blocks: [Block] = []
    for record in document.records {
      if let names = document.possibleHeader(record), names.count(where: { !$0.isEmpty }) > 2,
        document.filledColumns(record).count > 2, !names.contains(where: { $0.hasSuffix(".") || $0.hasSuffix(":") })
      {
        blocks.append(Block(header: record, names: names))
      } else if !blocks.isEmpty, record.cellCount > 1, blocks[blocks.count - 1].rows.count < mostRows {
        blocks[blocks.count - 1].rows.append(record)
      }
    }
    var seen: Set<[String]> = []
    blocks = blocks.filter { block in
      let hasFigures = block.rows.contains { row in
        (0..<Int(row.cellCount)).contains { document.trimmed(row, $0).contains(where: \.isDigit) }
      }
      return hasFigures && seen.insert(block.names).inserted
    }
    return Array(blocks.prefix(mostTables))
  }
}
