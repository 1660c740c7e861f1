import ImporterCSV
import Statements

extension DraftWriter {
  mutating func add(_ table: SurveyedTable, _ guess: TableGuess) {
    let (content, columns) = (guess.content, guess.columns)
    let header = header(table, columns).joined(separator: ", ")
    add("  - header: \(YAMLScalar.quoted(header))", "line \(table.line): the columns that tell it from others")
    add("    rows: \(content.rawValue)", rows(table.events.count))
    if content == .nothing { return }
    if !guess.namesSecurity, content != .transactions {
      add("    # no column names the security", "??? does a line? then beside “tables”: lines: ['{symbol} *']")
    }
    add("    columns:")
    for guess in columns {
      let doubt = guess.isDoubtful ? "??? " : ""
      add("      \(guess.role.rawValue): \(YAMLScalar.quoted(guess.column.name))", doubt + examples(guess.column))
    }
    for column in table.columns where column.filled > 0 && !columns.contains(where: { $0.column.name == column.name }) {
      add(
        "      # not used: \(column.name.isEmpty ? "a column without a name" : YAMLScalar.comment(column.name))",
        examples(column))
    }
    if !table.totals.isEmpty {
      let totals = table.totals.map { YAMLScalar.quoted($0 + "*") }.joined(separator: ", ")
      add("    totals: [\(totals)]", "rows that repeat others")
    }
    if table.continuesRows { add("    continues rows: yes", "??? rows without a day go on with the row before them") }
    if content == .transactions { addEvents(of: table, columns) }
  }

  func rows(_ count: Int) -> String { count == 1 ? "one row" : "\(count) rows" }

  private func examples(_ column: SurveyedColumn) -> String {
    column.texts.prefix(2).map { String($0.text.prefix(30)) }.joined(separator: " · ")
  }

  /// Few columns and telling ones: the fewer, the more of the broker's later files have them.
  private func header(_ table: SurveyedTable, _ columns: [ColumnGuess]) -> [String] {
    let telling: [ColumnRole] = [
      .day, .action, .isin, .symbol, .name, .units, .amount, .debit, .credit, .value, .acquired, .basis,
    ]
    let isWritable = { (name: String) in
      !name.isEmpty && !name.contains { ",|'\"".contains($0) } && name.unicodeScalars.allSatisfy(YAMLScalar.isPrintable)
    }
    let names = columns.filter { telling.contains($0.role) }.map(\.column.name).filter(isWritable)
    if names.count > 2 { return names }
    return Array(table.columns.map(\.name).filter(isWritable).prefix(6))
  }
}
