import Measures

/// The cells of a text with commas, semicolons or tabs between them, each line with its number.
struct DelimitedText {
  struct Line {
    let number: Int
    let cells: [String]
  }

  private(set) var lines: [Line] = []
  private let separator: Character

  init(_ text: String) {
    let rows = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let first = rows.first { !$0.isEmpty } ?? ""
    separator = ["\t", ";"].first { first.contains($0) } ?? ","
    for (index, row) in rows.enumerated() where !row.isEmpty {
      lines.append(Line(number: index + 1, cells: Self.cells(of: row, separator)))
    }
  }

  private static func cells(of row: Substring, _ separator: Character) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in row where character != "\u{FEFF}" {
      switch character {
      case "\"": isQuoted.toggle()
      case separator where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells.map { cell in
      String(cell.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
  }

  /// A number of either custom: where semicolons separate cells a comma may be the decimal point.
  func number(_ text: String) -> PrintedNumber? {
    let plain = text.filter { !["$", "€", "£", " ", "\u{A0}"].contains($0) }
    if separator == ";", plain.contains(",") {
      return PrintedNumber(plain.filter { $0 != "." }, decimalPoint: ",")
    }
    return PrintedNumber(plain.filter { $0 != "," })
  }
}
