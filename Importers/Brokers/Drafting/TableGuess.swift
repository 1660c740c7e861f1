import ImporterCSV

/// What an unknown table seems to hold, and which of its columns plays which role.
struct TableGuess {
  private(set) var content = TableLayout.Content.nothing
  private(set) var columns: [ColumnGuess] = []
  private var left: [SurveyedColumn]

  init(_ table: SurveyedTable) {
    left = table.columns.filter { $0.filled > 0 && !$0.name.isEmpty }
    takeByName()
    take(.isin, isDoubtful: true) { $0.holdsISINs }
    if !has(.day), !has(.acquired) {
      rename(.settleDay, to: .day)
      take(.day, isDoubtful: true) { $0.holdsDays }
    }
    takeCurrency()
    content = likelyContent
    switch content {
    case .transactions: takeEvents()
    case .positions, .lots: takeName()
    case .accounts, .nothing: break
    }
    if content == .lots { rename(.costBasis, to: .basis) }
    let order = Dictionary(table.columns.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    columns.sort { order[$0.column.name] ?? 0 < order[$1.column.name] ?? 0 }
  }

  func has(_ role: ColumnRole) -> Bool { columns.contains { $0.role == role } }

  /// Whether a column names the security, so that its rows need no other place to do so.
  var namesSecurity: Bool { [.symbol, .cusip, .isin, .name].contains { has($0) } }

  private mutating func take(_ role: ColumnRole, isDoubtful: Bool, where test: (SurveyedColumn) -> Bool) {
    guard !has(role), let place = left.firstIndex(where: test) else { return }
    columns.append(ColumnGuess(role: role, column: left.remove(at: place), isDoubtful: isDoubtful))
  }

  private mutating func rename(_ role: ColumnRole, to other: ColumnRole) {
    guard !has(other), let place = columns.firstIndex(where: { $0.role == role }) else { return }
    columns[place] = ColumnGuess(role: other, column: columns[place].column, isDoubtful: true)
  }

  private mutating func takeByName() {
    for isWhole in [true, false] {
      for (role, whole, parts) in ColumnGuess.names {
        take(role, isDoubtful: !isWhole) { column in
          guard column.suits(role) else { return false }
          return isWhole ? whole.contains(column.name) : parts.contains { column.name.contains($0) }
        }
      }
    }
  }

  /// The currency of the amount rather than that of the price.
  private mutating func takeCurrency() {
    let amount = columns.first { $0.role == .amount }?.column.name ?? ""
    take(.currency, isDoubtful: false) { $0.holdsCurrencies && !amount.isEmpty && $0.name.contains(amount) }
    take(.currency, isDoubtful: true) { $0.holdsCurrencies }
  }

  private var likelyContent: TableLayout.Content {
    if has(.acquired), has(.units) { return .lots }
    if has(.value), !has(.action) { return .positions }
    if has(.day) { return .transactions }
    return has(.value) || has(.units) ? .positions : .nothing
  }

  /// What happened and how much it moved, told from the cells where no name tells.
  private mutating func takeEvents() {
    if !has(.debit), !has(.credit) {
      take(.amount, isDoubtful: true) { $0.holdsNumbers && $0.hasNegatives }
      take(.amount, isDoubtful: true) { $0.holdsNumbers && $0.name.hasPrefix("after ") }
    }
    take(.action, isDoubtful: true) { $0.isText && $0.texts.contains { ActionGuess($0.text) != nil } }
    take(.action, isDoubtful: true) { $0.isText && $0.texts.count > 1 && $0.texts.count * 2 < $0.filled }
    rename(.description, to: .action)
  }

  private mutating func takeName() {
    guard !namesSecurity else { return }
    rename(.description, to: .name)
    let longest = left.filter(\.isText).map(\.texts.count).max()
    take(.name, isDoubtful: true) { $0.isText && $0.texts.count == longest }
  }
}
