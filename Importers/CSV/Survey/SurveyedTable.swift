import Measures

/// One table of a file that nobody has described yet.
public struct SurveyedTable: Sendable {
  /// The header's line, counted from 1.
  public let line: Int
  /// The columns in their order; one without a name goes by `after` and the name before it.
  public let columns: [SurveyedColumn]
  /// The cells of each event, which is one record or several, in the order of the columns.
  public let events: [[String]]
  /// Whether records without a day seem to go on with the record before them.
  public let continuesRows: Bool
  /// The first cells of records that seem to repeat others.
  public let totals: [String]

  init(_ block: CSVSurvey.Block, in document: CSVDocument, numbers: NumberFormat, days: DayFormat) {
    line = Int(block.header.line)
    let width = block.names.count
    let dayIndex = Self.dayColumn(of: block, in: document, days)
    var events: [[String]] = []
    var totals: [String] = []
    var continues = false
    var isOpen = false
    for row in block.rows {
      let cells = (0..<width).map { SecurityNaming.name(document.trimmed(row, $0)) }
      guard let first = cells.first(where: { !$0.isEmpty }) else { continue }
      let hasDay = dayIndex.map { days.day(document.trimmed(row, $0)) != nil } ?? true
      if dayIndex == nil || !hasDay, Self.isTotal(first) {
        if !totals.contains(first) { totals.append(first) }
        isOpen = false
      } else if let dayIndex, isOpen, cells[dayIndex].isEmpty, !events.isEmpty {
        continues = true
        let open = events[events.count - 1]
        events[events.count - 1] = zip(open, cells).map { $0.isEmpty ? $1 : $0 }
      } else {
        isOpen = hasDay
        if hasDay || cells.count(where: { !$0.isEmpty }) > 2 { events.append(cells) }
      }
    }
    columns = block.names.indices.map { index in
      SurveyedColumn(name: block.names[index], cells: events.map { $0[index] }, numbers: numbers, days: days)
    }
    (self.events, self.totals, continuesRows) = (events, totals, continues)
  }

  /// The cells that a column has where another column says `text`.
  public func cells(of column: SurveyedColumn, where other: SurveyedColumn, says text: (String) -> Bool) -> [String] {
    guard let index = columns.firstIndex(where: { $0.name == column.name }),
      let otherIndex = columns.firstIndex(where: { $0.name == other.name })
    else { return [] }
    return events.filter { text($0[otherIndex]) }.map { $0[index] }.filter { !$0.isEmpty }
  }

  /// The texts of a column in rows in which two others hold something, zeros apart.
  public func texts(of column: SurveyedColumn, beside first: SurveyedColumn, and second: SurveyedColumn) -> Set<String>
  {
    let names = columns.map(\.name)
    guard let index = names.firstIndex(of: column.name), let one = names.firstIndex(of: first.name),
      let other = names.firstIndex(of: second.name)
    else { return [] }
    let isSomething = { (cell: String) in cell.contains { $0.isLetter || ("1"..."9").contains($0) } }
    return Set(events.filter { isSomething($0[one]) && isSomething($0[other]) }.map { $0[index] })
  }

  private static func dayColumn(of block: CSVSurvey.Block, in document: CSVDocument, _ days: DayFormat) -> Int? {
    block.names.indices.max { first, second in
      block.rows.count { days.day(document.trimmed($0, first)) != nil }
        < block.rows.count { days.day(document.trimmed($0, second)) != nil }
    }.flatMap { index in block.rows.contains { days.day(document.trimmed($0, index)) != nil } ? index : nil }
  }

  private static let totalWords = ["total", "subtotal", "sum", "summe", "somme", "totaal", "totale", "gesamt"]

  private static func isTotal(_ text: String) -> Bool {
    guard let word = text.lowercased().split(whereSeparator: { !$0.isLetter }).first else { return false }
    return totalWords.contains(String(word))
  }
}
