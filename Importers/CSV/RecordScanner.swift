/// Cuts bytes into records and cells after RFC 4180, and after what brokers make of it.
///
/// Line ends may be mixed. Blanks may stand around quotes (`"Quantity" ,`). A cell that goes on behind its closing quote
/// (`"Individual" X123`) was not meant as quoted and is taken whole. A quote that nothing closes is a character.
struct RecordScanner {
  let bytes: [UInt8]
  let delimiter: UInt8
  private(set) var cells: [CSVDocument.Cell] = []
  private(set) var records: [CSVDocument.Record] = []
  private(set) var linesWithOpenQuote: [Int] = []
  private var position = 0
  private var line = 1

  /// No broker writes a longer cell; an open quote must not swallow the file.
  private static let longestQuotedCell = 20_000

  init(bytes: [UInt8], delimiter: UInt8) {
    self.bytes = bytes
    self.delimiter = delimiter
    cells.reserveCapacity(bytes.count / 8)
    records.reserveCapacity(bytes.count / 64)
  }

  mutating func scan() {
    guard bytes.count < Int(Int32.max) else { return }
    while position < bytes.count {
      let first = cells.count
      let firstLine = line
      while scanCell() {}
      records.append(
        .init(firstCell: Int32(first), cellCount: Int32(cells.count - first), line: Int32(firstLine)))
    }
  }

  /// Reads one cell and what ends it; whether another cell of the record follows.
  private mutating func scanCell() -> Bool {
    let start = position
    var content = start
    while content < bytes.count, bytes[content] == 0x20 || bytes[content] == 0x09, bytes[content] != delimiter {
      content += 1
    }
    if content < bytes.count, bytes[content] == .quote, let isFollowed = scanQuoted(from: content) { return isFollowed }
    position = start
    while position < bytes.count, bytes[position] != delimiter, !bytes[position].isLineEnd { position += 1 }
    append(start, position)
    return endCell()
  }

  /// Reads a quoted cell whose quote stands at `opening`; `nil` where the quote turns out to be a character.
  private mutating func scanQuoted(from opening: Int) -> Bool? {
    var index = opening + 1
    var hasDoubledQuotes = false
    var lines = 0
    let limit = min(bytes.count, opening + Self.longestQuotedCell)
    while index < limit {
      let byte = bytes[index]
      if byte == .quote {
        guard index + 1 < bytes.count, bytes[index + 1] == .quote else { break }
        hasDoubledQuotes = true
        index += 2
      } else {
        if byte == 0x0a || (byte == 0x0d && !(index + 1 < bytes.count && bytes[index + 1] == 0x0a)) { lines += 1 }
        index += 1
      }
    }
    guard index < limit else {
      linesWithOpenQuote.append(line)
      return nil
    }
    var after = index + 1
    while after < bytes.count, bytes[after] == 0x20 || bytes[after] == 0x09, bytes[after] != delimiter { after += 1 }
    guard after >= bytes.count || bytes[after] == delimiter || bytes[after].isLineEnd else {
      return lines > 0 ? nil : scanUnquotedTail(from: opening, after: after)
    }
    append(opening + 1, index, hasDoubledQuotes: hasDoubledQuotes)
    line += lines
    position = after
    return endCell()
  }

  private mutating func scanUnquotedTail(from opening: Int, after: Int) -> Bool {
    position = after
    while position < bytes.count, bytes[position] != delimiter, !bytes[position].isLineEnd { position += 1 }
    append(opening, position)
    return endCell()
  }

  private mutating func append(_ start: Int, _ end: Int, hasDoubledQuotes: Bool = false) {
    cells.append(.init(start: Int32(start), end: Int32(end), hasDoubledQuotes: hasDoubledQuotes))
  }

  /// Steps over the delimiter or the line end behind a cell; whether it was a delimiter.
  private mutating func endCell() -> Bool {
    guard position < bytes.count else { return false }
    if bytes[position] == delimiter {
      position += 1
      return true
    }
    line += 1
    position += bytes[position] == 0x0d && position + 1 < bytes.count && bytes[position + 1] == 0x0a ? 2 : 1
    return false
  }
}
