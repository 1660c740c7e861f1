/// Rows and columns for a terminal or a file: numbers to the right, the text of flexible columns shortened to fit.
public struct Table: Sendable {
  public enum Alignment: Sendable { case left, right }

  public struct Column: Sendable {
    public let title: String
    public let alignment: Alignment
    /// Whether this column gives way when the table is wider than the terminal, the first one first.
    let isFlexible: Bool
    /// Whether its cells are days, which belong on one line.
    public var isOfDays = false

    public static func text(_ title: String, flexible: Bool = false) -> Column {
      Column(title: title, alignment: .left, isFlexible: flexible)
    }
    public static func day(_ title: String) -> Column {
      Column(title: title, alignment: .left, isFlexible: false, isOfDays: true)
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

  /// Whether the last row sums up the others.
  public var endsInTotal: Bool { !rows.isEmpty && rules.contains(rows.count - 1) }

  /// The table with a header line, indented by two spaces.
  ///
  /// - Parameter style: `style.width` is the room that there is; without one nothing is shortened.
  public func rendered(_ style: TextStyle) -> String {
    var widths = columns.indices.map { index in
      rows.reduce(columns[index].title.columns) { max($0, $1[index].columns) }
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
    var line = ""
    for (index, cell) in cells.enumerated() {
      let excess = cell.columns - widths[index]
      let shown = excess > 0 ? cell.prefix(widths[index] - 1) + "…" : cell[...]
      let blanks = String(repeating: " ", count: max(0, -excess))
      line += "  "
      if columns[index].alignment == .right { line += blanks }
      line += shown
      if columns[index].alignment == .left { line += blanks }
    }
    while line.utf8.last == UInt8(ascii: " ") { line.removeLast() }
    return line
  }
}

extension String {
  /// How many characters it shows; of ASCII as many as it has bytes.
  fileprivate var columns: Int {
    utf8.allSatisfy { (0x20..<0x80).contains($0) } ? utf8.count : count
  }
}
