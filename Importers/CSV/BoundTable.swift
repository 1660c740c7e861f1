import Measures

/// A table whose header has been found: which column of the file plays which role.
struct BoundTable: Sendable {
  let layout: TableLayout
  /// The names of the header's cells as printed.
  let names: [String]
  /// The last column that has a name.
  let lastNamed: Int
  private let columns: [ColumnRole: [Int]]
  /// The columns that show that a record is a row: figures and days.
  let figureColumns: [Int]
  private let dayColumns: [Int]

  /// - Parameter normalised: the header's names as layouts write them.
  init(_ layout: TableLayout, names: [String], normalised: [String]) {
    self.layout = layout
    self.names = names.indices.map { names[$0].isEmpty ? normalised[$0] : names[$0] }
    lastNamed = names.lastIndex { !$0.isEmpty } ?? -1
    var columns: [ColumnRole: [Int]] = [:]
    for (role, known) in layout.columns {
      let found = known.compactMap { normalised.firstIndex(of: $0) }
      if !found.isEmpty { columns[role] = found }
    }
    self.columns = columns
    let figures: [ColumnRole] = [.units, .price, .amount, .debit, .credit, .value, .basis, .proceeds, .costBasis]
    let days: [ColumnRole] = [.day, .acquired, .closed]
    figureColumns = figures.flatMap { columns[$0] ?? [] }
    dayColumns = days.flatMap { columns[$0] ?? [] }
  }

  /// The columns that play a role, the one that counts first.
  subscript(role: ColumnRole) -> [Int] { columns[role] ?? [] }

  /// Whether rows can state an amount.
  var statesAmounts: Bool { [.amount, .debit, .credit].contains { !self[$0].isEmpty } }

  /// The columns that the layout knows and that such a table says little without.
  var absentColumns: [(role: ColumnRole, names: [String])] {
    let needed: [ColumnRole] =
      switch layout.content {
      case .transactions: [.action, .amount, .units]
      case .positions: self[.unitCost].isEmpty ? [.units, .value, .costBasis] : [.units, .value]
      case .lots: [.units, .basis, .acquired]
      case .accounts, .nothing: []
      }
    return needed.compactMap { role in
      guard let known = layout.columns[role], self[role].isEmpty, role != .amount || !statesAmounts else { return nil }
      return (role, known)
    }
  }

  /// A column of a table of positions that seems to tell their cost, where the layout finds none.
  var lostCost: String? {
    guard layout.content == .positions, self[.costBasis].isEmpty, self[.unitCost].isEmpty else { return nil }
    return names.first { ["cost basis", "total cost", "price paid"].contains(where: $0.lowercased().contains) }
  }

  /// The column's name as the file's header has it, for messages.
  func name(_ role: ColumnRole) -> String { self[role].first.map { names[$0] } ?? role.rawValue }

  /// Whether a record holds a day or a number where a row has one.
  func hasFigure(in record: CSVDocument.Record, of document: CSVDocument, _ layout: CSVLayout) -> Bool {
    if figureColumns.isEmpty && dayColumns.isEmpty { return record.cellCount > 1 }
    if dayColumns.contains(where: { layout.days.day(document.trimmed(record, $0)) != nil }) { return true }
    // A row of positions may have slipped by a cell.
    let columns = self.layout.content == .positions ? Array(1..<max(1, Int(record.cellCount))) : figureColumns
    return columns.contains { layout.isNumber(document.trimmed(record, $0)) }
  }
}
