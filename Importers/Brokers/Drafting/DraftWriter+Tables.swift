import ImporterCSV
import Statements

extension DraftWriter {
  mutating func add(_ table: SurveyedTable, _ columns: [ColumnGuess]) {
    let content = content(columns)
    let header = header(table, columns)
    add("  - header: \(YAMLScalar.quoted(header.joined(separator: ", ")))", "the columns that tell it from others; line \(table.line)")
    add("    rows: \(content.rawValue)", "\(table.rowCount == 1 ? "one row" : "\(table.rowCount) rows")")
    if content == .nothing { return }
    add("    columns:")
    for guess in columns {
      let role = content == .lots && guess.role == .costBasis ? .basis : guess.role
      let examples = guess.column.texts.prefix(2).map { String($0.text.prefix(30)) }.joined(separator: " · ")
      add(
        "      \(role.rawValue): \(YAMLScalar.quoted(guess.column.name))",
        (guess.isDoubtful ? "??? " : "") + examples)
    }
    for column in table.columns where column.filled > 0 && !columns.contains(where: { $0.column.name == column.name }) {
      let examples = column.texts.prefix(2).map { String($0.text.prefix(30)) }.joined(separator: " · ")
      add("      # not used: \(column.name.isEmpty ? "a column without a name" : column.name)", examples)
    }
    if content == .transactions { addSigns(columns) }
    if !table.totals.isEmpty {
      add("    totals: [\(table.totals.map { YAMLScalar.quoted($0 + "*") }.joined(separator: ", "))]", "rows that repeat others")
    }
    if table.continuesRows { add("    continues rows: yes", "??? rows without a day go on with the row before them") }
    if content == .transactions { addActions(columns) }
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
    let telling: [ColumnRole] = [.day, .action, .isin, .symbol, .name, .units, .amount, .value, .acquired, .basis]
    let writable = { (name: String) in !name.isEmpty && !name.contains { ",|'\"".contains($0) } }
    let names = columns.filter { telling.contains($0.role) }.map(\.column.name).filter(writable)
    if names.count > 2 { return names }
    return Array(table.columns.map(\.name).filter(writable).prefix(6))
  }

  private mutating func addSigns(_ columns: [ColumnGuess]) {
    for (role, what) in [(ColumnRole.units, "units"), (.amount, "amount")] {
      guard let column = columns.first(where: { $0.role == role })?.column else { continue }
      add(
        "    \(what) sign: \(column.hasNegatives ? "printed" : "by kind")",
        column.hasNegatives ? "minus is out of the account" : "no \(role.rawValue) has a sign, so the kind tells the direction")
    }
  }

  private mutating func addActions(_ columns: [ColumnGuess]) {
    guard let column = columns.first(where: { $0.role == .action })?.column else {
      return add("    # actions:", "??? no column says what happened; its words go here, as in “Bought*: buy”")
    }
    let isSigned = columns.first { $0.role == .amount }?.column.hasNegatives ?? true
    add("    actions:", "kinds: \(StatementEntry.Kind.allCases.map(\.rawValue).joined(separator: ", "))")
    for (pattern, count, example) in ActionWords.patterns(column.texts) {
      let rows = count == 1 ? "one row" : "\(count) rows"
      let words = pattern == example ? "" : ", such as “\(example.prefix(60))”"
      let key = "      \(YAMLScalar.quoted(pattern)): "
      guard let guess = ActionGuess(example) else {
        add(key + "other", "??? \(rows)\(words): what is it?")
        continue
      }
      add(key + value(of: guess, isSigned: isSigned), rows + words)
    }
  }

  private func value(of guess: ActionGuess, isSigned: Bool) -> String {
    switch guess.kind {
    case .cash:
      guard !isSigned, let cash = guess.cash else { return "cash" }
      return "{kind: cash, cash: \(cash)}"
    case .transferIn, .transferOut: return "{kind: \(guess.kind.rawValue), without units: cash}"
    default: return guess.kind.rawValue
    }
  }
}
