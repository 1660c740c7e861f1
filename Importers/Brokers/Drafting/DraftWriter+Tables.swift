import ImporterCSV
import Statements

extension DraftWriter {
  mutating func add(_ table: SurveyedTable, _ columns: [ColumnGuess]) {
    let content = content(columns)
    let header = header(table, columns).joined(separator: ", ")
    add("  - header: \(YAMLScalar.quoted(header))", "line \(table.line): the columns that tell it from others")
    add("    rows: \(content.rawValue)", rows(table.events.count))
    if content == .nothing { return }
    add("    columns:")
    for guess in columns {
      let role = content == .lots && guess.role == .costBasis ? .basis : guess.role
      let doubt = guess.isDoubtful ? "??? " : ""
      add("      \(role.rawValue): \(YAMLScalar.quoted(guess.column.name))", doubt + examples(guess.column))
    }
    for column in table.columns where column.filled > 0 && !columns.contains(where: { $0.column.name == column.name }) {
      add("      # not used: \(column.name.isEmpty ? "a column without a name" : column.name)", examples(column))
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

  private func content(_ columns: [ColumnGuess]) -> TableLayout.Content {
    let roles = Set(columns.map(\.role))
    if roles.contains(.acquired), roles.contains(.units) { return .lots }
    if roles.contains(.day), roles.contains(.action) || roles.contains(.amount) { return .transactions }
    if roles.contains(.value) || roles.contains(.units) { return .positions }
    return .nothing
  }

  /// Few columns and telling ones: the fewer, the more of the broker's later files have them.
  private func header(_ table: SurveyedTable, _ columns: [ColumnGuess]) -> [String] {
    let telling: [ColumnRole] = [.day, .action, .isin, .symbol, .name, .units, .amount, .value, .acquired, .costBasis]
    let isWritable = { (name: String) in !name.isEmpty && !name.contains { ",|'\"".contains($0) } }
    let names = columns.filter { telling.contains($0.role) }.map(\.column.name).filter(isWritable)
    if names.count > 2 { return names }
    return Array(table.columns.map(\.name).filter(isWritable).prefix(6))
  }
}
