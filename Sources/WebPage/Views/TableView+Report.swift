import Reports

extension TableView {
  /// A table of a report, as the terminal shows it too.
  ///
  /// - Parameters:
  ///   - numbering: the title of a column before the others that counts the rows.
  ///   - names: what people call the accounts of the column “Account”.
  init(_ caption: String, _ table: Table, numbering: String? = nil, names: [String: String] = [:]) {
    let columns = table.columns.map { column -> Column in
      if column.alignment == .right { return .number(column.title) }
      return column.isOfDays ? .day(column.title) : .text(column.title)
    }
    self.init(caption, (numbering.map { [.text($0)] } ?? []) + columns)
    for (index, row) in table.rows.enumerated() {
      let texts = zip(row, columns).map { text, column in column.title == "Account" ? names[text] ?? text : text }
      let cells = (numbering == nil ? [] : ["\(index + 1)"]).map { Cell($0) } + texts.map { Cell($0) }
      add(cells[0], Array(cells.dropFirst()), isTotal: table.endsInTotal && index == table.rows.count - 1)
    }
  }
}
