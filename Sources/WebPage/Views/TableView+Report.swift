import Reports

extension TableView {
  /// A table of a report, as the terminal shows it too.
  init(_ caption: String, _ table: Table) {
    self.init(
      caption, table.columns.map { $0.alignment == .right ? .number($0.title) : .text($0.title) })
    for (index, row) in table.rows.enumerated() {
      let cells = row.map { Cell($0) }
      add(cells[0], Array(cells.dropFirst()), isTotal: table.endsInTotal && index == table.rows.count - 1)
    }
  }
}
