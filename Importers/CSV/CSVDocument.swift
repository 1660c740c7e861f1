import Statements

/// A file of separated values as records of cells, each with its place; the text stays in one array of bytes.
public struct CSVDocument: Sendable {
  /// Where a cell's text lies, without its quotes.
  struct Cell: Sendable {
    let start: Int32
    let end: Int32
    /// Whether a doubled quote inside stands for one.
    let hasDoubledQuotes: Bool
  }

  struct Record: Sendable {
    let firstCell: Int32
    let cellCount: Int32
    /// The line on which the record begins, counted from 1.
    let line: Int32
  }

  let bytes: [UInt8]
  let cells: [Cell]
  let records: [Record]
  /// The lines whose opening quote is never closed, so that it was read as a character.
  let linesWithOpenQuote: [Int]

  /// Reads text that is already UTF-8.
  init(utf8 bytes: [UInt8], delimiter: UInt8) {
    var scanner = RecordScanner(bytes: bytes, delimiter: delimiter)
    scanner.scan()
    self.bytes = bytes
    cells = scanner.cells
    records = scanner.records
    linesWithOpenQuote = scanner.linesWithOpenQuote
  }

  /// Cells that were found otherwise; their text is what they hold.
  init(bytes: [UInt8], cells: [Cell], records: [Record]) {
    self.bytes = bytes
    self.cells = cells
    self.records = records
    linesWithOpenQuote = []
  }

  /// The file under each delimiter that it may have, the likeliest first.
  ///
  /// A table's header shows which is right, so the caller decides; most files need only the first.
  public static func candidates(_ bytes: [UInt8]) -> some Sequence<CSVDocument> {
    let text = TextDecoding.utf8(bytes).text
    let delimiters: [UInt8?] = JSONTables.recognises(text) ? [nil] : Delimiter.candidates(in: text)
    return delimiters.lazy.compactMap { delimiter in
      delimiter.map { CSVDocument(utf8: text, delimiter: $0) } ?? JSONTables.document(text)
    }
  }
}

extension CSVDocument {
  /// The text of one cell without surrounding blanks; empty where the record has no such cell.
  func trimmed(_ record: Record, _ column: Int) -> ArraySlice<UInt8> {
    guard column >= 0, column < Int(record.cellCount) else { return [] }
    let cell = cells[Int(record.firstCell) + column]
    if cell.hasDoubledQuotes { return unescaped(cell).blanksTrimmed }
    return bytes[Int(cell.start)..<Int(cell.end)].blanksTrimmed
  }

  /// A cell with all that follows it in its record, delimiters included.
  func trimmedTail(_ record: Record, from column: Int) -> ArraySlice<UInt8> {
    guard column < Int(record.cellCount) else { return [] }
    let first = cells[Int(record.firstCell) + column]
    let last = cells[Int(record.firstCell + record.cellCount) - 1]
    var tail = bytes[Int(first.start)..<max(Int(first.start), Int(last.end))].blanksTrimmed
    while tail.last == UInt8(ascii: ",") { tail = tail.dropLast().blanksTrimmed }
    return tail
  }

  func text(_ record: Record, _ column: Int) -> String { String(decoding: trimmed(record, column), as: UTF8.self) }

  /// The columns of a record that hold anything but blanks.
  func filledColumns(_ record: Record) -> [Int] {
    (0..<Int(record.cellCount)).filter { !trimmed(record, $0).isEmpty }
  }

  /// The cells of a record that hold anything, as one line of text.
  func line(_ record: Record) -> String {
    filledColumns(record).map { text(record, $0) }.joined(separator: ",")
  }

  /// The column of a cell in characters of its line, counted from 1; `nil` behind a line end inside quotes.
  func characterColumn(_ record: Record, _ column: Int) -> Int? {
    guard column < Int(record.cellCount) else { return nil }
    let end = Int(cells[Int(record.firstCell) + column].start)
    var start = Int(cells[Int(record.firstCell)].start)
    while start > 0, !bytes[start - 1].isLineEnd { start -= 1 }
    let before = bytes[start..<max(start, end)]
    return before.contains(where: \.isLineEnd) ? nil : String(decoding: before, as: UTF8.self).count + 1
  }

  private func unescaped(_ cell: Cell) -> ArraySlice<UInt8> {
    var output: [UInt8] = []
    var index = Int(cell.start)
    while index < Int(cell.end) {
      output.append(bytes[index])
      index += bytes[index] == .quote && index + 1 < Int(cell.end) && bytes[index + 1] == .quote ? 2 : 1
    }
    return output[...]
  }
}

extension CSVDocument {
  /// Whether the text begins as JSON does and breaks off, or is wrong somewhere.
  public static func isBrokenJSON(_ bytes: [UInt8]) -> Bool {
    let text = TextDecoding.utf8(bytes).text
    return JSONTables.recognises(text) && JSONTables.document(text) == nil
  }
}

/// The bytes of a cell as a key: hashed in one piece.
struct CellText: Hashable, Sendable {
  private let bytes: ArraySlice<UInt8>
  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  static func == (left: CellText, right: CellText) -> Bool { left.bytes == right.bytes }
  func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
}

extension UInt8 {
  static var quote: UInt8 { UInt8(ascii: "\"") }
  var isLineEnd: Bool { self == 0x0a || self == 0x0d }
  /// A space, a tab, a line end inside quotes, or a stray zero.
  var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x00 || isLineEnd }
  var isDigit: Bool { (0x30...0x39).contains(self) }
  var isLetter: Bool { (0x41...0x5a).contains(self & 0xdf) }
  /// The lower-case letter of an ASCII letter, anything else as it is.
  var lowercased: UInt8 { (0x41...0x5a).contains(self) ? self | 0x20 : self }
}

extension ArraySlice<UInt8> {
  var blanksTrimmed: ArraySlice<UInt8> {
    var (start, end) = (startIndex, endIndex)
    // A no-break space is a blank too: C2 A0.
    while start < end {
      if self[start].isBlank {
        start += 1
      } else if end - start >= 2, self[start] == 0xc2, self[start + 1] == 0xa0 {
        start += 2
      } else {
        break
      }
    }
    while end > start {
      if self[end - 1].isBlank {
        end -= 1
      } else if end - start >= 2, self[end - 2] == 0xc2, self[end - 1] == 0xa0 {
        end -= 2
      } else {
        break
      }
    }
    return self[start..<end]
  }
}
