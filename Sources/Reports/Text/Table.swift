/// Rows and columns for a terminal or a file: numbers to the right, the text of flexible columns shortened to fit.
public struct Table: Sendable {
  public enum Alignment: Sendable { case left, right }

  public struct Column: Sendable {
    let title: String
    let alignment: Alignment
    /// Whether this column gives way when the table is wider than the terminal, the first one first.
    let isFlexible: Bool

    public static func text(_ title: String, flexible: Bool = false) -> Column {
      Column(title: title, alignment: .left, isFlexible: flexible)
    }
    public static func number(_ title: String) -> Column {
      Column(title: title, alignment: .right, isFlexible: false)
    }
  }

  public let columns: [Column]
  public private(set) var rows: [[String]] = []
  /// Rows before which a rule is drawn, such as a total.
  private var rules: Set<Int> = []

  public init(_ columns: [Column]) { self.columns = columns }

  public mutating func add(_ cells: [String]) { rows.append(cells) }
  public mutating func addRule() { rules.insert(rows.count) }

  /// The table with a header line, indented by two spaces.
  ///
  /// - Parameter style: `style.width` is the room that there is; without one nothing is shortened.
  public func rendered(_ style: TextStyle) -> String {
    var widths = columns.indices.map { index in
      ([columns[index].title] + rows.map { $0[index] }).map(\.count).max() ?? 0
    }
    if let room = style.width {
      for flexible in columns.indices where columns[flexible].isFlexible {
        let excess = widths.reduce(2 * columns.count, +) - room
        if excess > 0 { widths[flexible] = max(min(10, widths[flexible]), widths[flexible] - excess) }
      }
    }
    let rule = "  " + widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ") + "\n"
    var output = style.bold(line(columns.map(\.title), widths)) + "\n"
    for (index, row) in rows.enumerated() {
      if rules.contains(index) { output += rule }
      output += line(row, widths) + "\n"
    }
    return output
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = zip(cells.indices, cells).map { index, cell in
      let shown = cell.count > widths[index] ? String(cell.prefix(widths[index] - 1)) + "…" : cell
      let blanks = String(repeating: " ", count: widths[index] - shown.count)
      return columns[index].alignment == .left ? shown + blanks : blanks + shown
    }
    var line = "  " + padded.joined(separator: "  ")
    while line.last == " " { line.removeLast() }
    return line
  }
}
