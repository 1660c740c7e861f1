/// A table as the template `table` shows it: a caption, headings with their scope, numbers to the right.
struct TableView: Sendable {
  struct Column: Sendable {
    let title: String
    let isNumber: Bool

    static func text(_ title: String) -> Column { Column(title: title, isNumber: false) }
    static func number(_ title: String) -> Column { Column(title: title, isNumber: true) }
  }

  struct Row: Sendable {
    let heading: Cell
    let cells: [Cell]
    let isTotal: Bool
  }

  struct Cell: Sendable {
    let text: String
    /// Where the text leads.
    var href: String?
    /// A second, quieter line.
    var note: String?
    /// A word that deserves a look: `basis unknown`.
    var mark: String?
    var isNumber = false

    init(_ text: String, to href: String? = nil, note: String? = nil, mark: String? = nil) {
      self.text = text
      self.href = href
      self.note = note
      self.mark = mark
    }
  }

  let caption: String
  let columns: [Column]
  private(set) var rows: [Row] = []
  private(set) var hasRows = false

  /// - Parameter columns: the first one has the rows' headings.
  init(_ caption: String, _ columns: [Column]) {
    self.caption = caption
    self.columns = columns
  }

  mutating func add(_ heading: Cell, _ cells: Cell..., isTotal: Bool = false) {
    let aligned = zip(cells, columns.dropFirst()).map { cell, column in
      var cell = cell
      cell.isNumber = column.isNumber
      return cell
    }
    rows.append(Row(heading: heading, cells: aligned, isTotal: isTotal))
    hasRows = true
  }
}

extension TableView.Cell: ExpressibleByStringInterpolation {
  init(stringLiteral text: String) { self.init(text) }
}
