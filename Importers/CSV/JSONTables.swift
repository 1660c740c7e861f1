/// Reads a file of JSON as records: each list of objects is a table under a header of their members' names.
///
/// Brokers that export JSON beside CSV use the same names, so one profile reads both. A single value is a line of text
/// (`FromDate: 01/01/2026`). An object inside a row goes on with the row; of several in a list each further one is a record
/// without what stands before them, as in the CSV of the same events.
struct JSONTables {
  private indirect enum Value {
    case text(Range<Int>, line: Int)
    case list([Value])
    case object([(name: Range<Int>, value: Value)])
  }

  /// A row on its way: cells by the place of their column in the header.
  private typealias Row = (line: Int, cells: [Int: Range<Int>])

  private let source: [UInt8]
  private var position = 0
  private var line = 1
  /// The text of all cells, escapes resolved.
  private var bytes: [UInt8] = []
  private var cells: [CSVDocument.Cell] = []
  private var records: [CSVDocument.Record] = []

  /// Deeper than any export.
  private static let deepest = 16

  static func recognises(_ text: [UInt8]) -> Bool {
    let first = text.first { !$0.isBlank }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  /// The document; `nil` where the text is not well-formed, as one that was cut off.
  static func document(_ text: [UInt8]) -> CSVDocument? {
    var reader = JSONTables(source: text)
    guard text.count < Int(Int32.max), let value = reader.value(depth: 0), reader.isAtEnd else { return nil }
    reader.add(value, name: nil)
    return CSVDocument(bytes: reader.bytes, cells: reader.cells, records: reader.records)
  }

  private init(source: [UInt8]) { self.source = source }

  // MARK: Values

  private var isAtEnd: Bool { source[position...].allSatisfy(\.isBlank) }

  /// The next byte that is no blank.
  private mutating func next() -> UInt8? {
    while position < source.count, source[position].isBlank {
      if source[position] == 0x0a { line += 1 }
      position += 1
    }
    return position < source.count ? source[position] : nil
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next() == byte else { return false }
    position += 1
    return true
  }

  private mutating func value(depth: Int) -> Value? {
    guard depth < Self.deepest, let first = next() else { return nil }
    switch first {
    case UInt8(ascii: "{"): return object(depth: depth)
    case UInt8(ascii: "["): return list(depth: depth)
    case .quote: return string().map { .text($0, line: line) }
    default: return word().map { .text($0, line: line) }
    }
  }

  private mutating func object(depth: Int) -> Value? {
    position += 1
    var members: [(name: Range<Int>, value: Value)] = []
    if take(UInt8(ascii: "}")) { return .object(members) }
    repeat {
      guard next() == .quote, let name = string(), take(UInt8(ascii: ":")), let value = value(depth: depth + 1) else {
        return nil
      }
      members.append((name, value))
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "}")) ? .object(members) : nil
  }

  private mutating func list(depth: Int) -> Value? {
    position += 1
    var values: [Value] = []
    if take(UInt8(ascii: "]")) { return .list(values) }
    repeat {
      guard let value = value(depth: depth + 1) else { return nil }
      values.append(value)
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "]")) ? .list(values) : nil
  }

  private mutating func string() -> Range<Int>? {
    position += 1
    let start = bytes.count
    while position < source.count, source[position] != .quote {
      guard source[position] != 0x0a else { return nil }
      if source[position] == UInt8(ascii: "\\") {
        guard escape() else { return nil }
      } else {
        bytes.append(source[position])
        position += 1
      }
    }
    guard position < source.count else { return nil }
    position += 1
    return start..<bytes.count
  }

  private mutating func escape() -> Bool {
    guard position + 1 < source.count else { return false }
    let letter = source[position + 1]
    position += 2
    switch letter {
    case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"):
      bytes.append(0x20)
    case UInt8(ascii: "u"):
      let digits = source[position..<min(position + 4, source.count)]
      guard digits.count == 4, let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else {
        return false
      }
      position += 4
      bytes.append(contentsOf: Unicode.Scalar(code).flatMap(UTF8.encode) ?? UTF8.encodedReplacementCharacter)
    default: bytes.append(letter)
    }
    return true
  }

  /// A number or a name; `null` is an empty cell.
  private mutating func word() -> Range<Int>? {
    let start = position
    let signs: Set<UInt8> = [UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: ".")]
    while position < source.count,
      source[position].isDigit || source[position].isLetter || signs.contains(source[position])
    {
      position += 1
    }
    guard position > start else { return nil }
    let first = bytes.count
    if !source[start..<position].elementsEqual("null".utf8) { bytes.append(contentsOf: source[start..<position]) }
    return first..<bytes.count
  }

  // MARK: Records

  private mutating func add(_ value: Value, name: Range<Int>?) {
    switch value {
    case .text(let text, let line):
      guard let name else { return }
      let start = bytes.count
      bytes += bytes[name] + Array(": ".utf8) + bytes[text]
      append([start..<bytes.count], line: line)
    case .object(let members):
      for member in members { add(member.value, name: member.name) }
    case .list(let values): addTable(values)
    }
  }

  private mutating func addTable(_ values: [Value]) {
    var header: [Range<Int>] = []
    var places: [[UInt8]: Int] = [:]
    var rows: [Row] = []
    for case .object(let members) in values {
      var row: Row = (0, [:])
      var further: [Row] = []
      fill(&row, members, &further, &header, &places)
      rows += [row] + further
    }
    guard !rows.isEmpty else { return }
    append(header, line: rows[0].line)
    for row in rows { append(header.indices.map { row.cells[$0] ?? 0..<0 }, line: row.line) }
  }

  private func fill(
    _ row: inout Row, _ members: [(name: Range<Int>, value: Value)], _ further: inout [Row],
    _ header: inout [Range<Int>], _ places: inout [[UInt8]: Int]
  ) {
    for (name, value) in members {
      switch value {
      case .text(let text, let line):
        let key = Array(bytes[name])
        let place = places[key] ?? header.count
        if place == header.count {
          places[key] = place
          header.append(name)
        }
        if row.line == 0 { row.line = line }
        row.cells[place] = text
      case .object(let inner): fill(&row, inner, &further, &header, &places)
      case .list(let values):
        for (index, value) in values.enumerated() {
          guard case .object(let inner) = value else { continue }
          if index == 0 {
            fill(&row, inner, &further, &header, &places)
          } else {
            var next: Row = (0, [:])
            fill(&next, inner, &further, &header, &places)
            further.append(next)
          }
        }
      }
    }
  }

  private mutating func append(_ ranges: [Range<Int>], line: Int) {
    records.append(
      .init(firstCell: Int32(cells.count), cellCount: Int32(ranges.count), line: Int32(line)))
    cells += ranges.map { .init(start: Int32($0.lowerBound), end: Int32($0.upperBound), hasDoubledQuotes: false) }
  }
}
